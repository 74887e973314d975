# The first serial port, 115200 8N1, without interrupts.
.include "layout.inc"
.set COM1, 0x3F8
.text

.globl serial_open, serial_write, serial_read

serial_open:
    keep
    lea rsi, [rip + settings]
1:  movzx edx, byte ptr [rsi]
    cmp edx, 0xFF
    je 2f
    add edx, COM1
    mov al, [rsi + 1]
    out dx, al
    add rsi, 2
    jmp 1b
2:  done

# serial_write(rdi zero-terminated text). A port that takes nothing is given up on, byte by
# byte: nobody listening must not stop the machine.
serial_write:
    keep
    call video_tell
1:  movzx ebx, byte ptr [rdi]
    test ebx, ebx
    jz 4f
    inc rdi
    mov ecx, 20000
    mov edx, COM1 + 5
2:  in al, dx
    test al, 0x20
    jnz 3f
    loop 2b
3:  mov edx, COM1
    mov eax, ebx
    out dx, al
    jmp 1b
4:  done

# serial_read() -> eax: the byte received, or -1
serial_read:
    keep
    mov edx, COM1 + 5
    in al, dx
    cmp al, 0xFF                # no such port
    je 1f
    test al, 1
    jz 1f
    mov edx, COM1
    in al, dx
    movzx eax, al
    jmp 2f
1:  mov eax, -1
2:  done

.data
settings:                       # register, value
    .byte 1, 0x00               # no interrupts (a platform may allow them)
    .byte 3, 0x80               # divisor 1
    .byte 0, 0x01
    .byte 1, 0x00
    .byte 3, 0x03               # 8N1
    .byte 2, 0x07               # FIFO on and empty
    .byte 4, 0x0B               # DTR, RTS, interrupt line connected
    .byte 0xFF
