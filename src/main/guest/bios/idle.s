# Waiting for the next key, serial byte or timer tick, with the processor at rest.
.include "layout.inc"
.section .real, "awx"

.globl idle_open, idle

.code64
# Lets the serial port wake the processor; what it received is fetched by polling. The
# interrupt of the power button stays off: that one is polled too.
idle_open:
    keep
    mov dword ptr [0x0C * 4], offset serial_woke
    in al, 0x21
    and al, 0xEF
    out 0x21, al
    in al, 0xA1
    or al, 0x02
    out 0xA1, al
    done

# idle() -> eax: the character of a key, or 0
idle:
    keep
    mov edx, 0x3F9              # once the port has been set up it may interrupt
    mov al, 1
    out dx, al
    mov word ptr [bios_function], offset wait_key
    call bios
    movzx eax, byte ptr [r_eax]
    done

.code16
# Interrupts are off up to the hlt, so nothing that came in meanwhile is slept over.
wait_key:
    mov ah, 0x01
    int 0x16
    cli
    jnz 1f
    sti
    hlt
    cli
    mov ah, 0x01
    int 0x16
    jnz 1f
    xor eax, eax
    ret
1:  xor ah, ah
    int 0x16
    test al, al
    jnz 2f
    inc ax                      # a key without a character is still a key
2:  ret

serial_woke:
    push ax
    mov al, 0x20
    out 0x20, al
    pop ax
    iret
