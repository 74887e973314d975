# The screen: a linear 800x600 picture with 32 bits a pixel, through VESA. Where there is none,
# what goes to the serial port is shown as text.
.include "layout.inc"
.set INFO, 0x50000
.set MODE, 0x50200
.section .real, "awx"

.globl video_open, video_show, video_tell

.code64
video_open:
    keep
    mov dword ptr [INFO], 0x32454256    # "VBE2"
    mov dword ptr [r_eax], 0x4F00
    mov edi, INFO
    call vesa
    jnz 3f
    movzx ebx, word ptr [INFO + 16]     # list of modes, segment and offset
    shl ebx, 4
    movzx eax, word ptr [INFO + 14]
    add ebx, eax
1:  movzx ecx, word ptr [rbx]
    add ebx, 2
    cmp ecx, 0xFFFF
    je 3f
    mov dword ptr [r_eax], 0x4F01
    mov [r_ecx], ecx
    mov edi, MODE
    call vesa
    jnz 1b
    mov al, [MODE]
    and al, 0x81                # usable, and linear
    cmp al, 0x81
    jne 1b
    cmp dword ptr [MODE + 18], (HEIGHT << 16) + WIDTH
    jne 1b
    cmp byte ptr [MODE + 25], 32
    jne 1b
    mov dword ptr [r_eax], 0x4F02
    or ecx, 0x4000
    mov [r_ebx], ecx
    call vesa
    jnz 3f
    mov eax, [MODE + 40]
    mov [frame], eax
    movzx eax, word ptr [MODE + 16]
    mov [pitch], eax
3:  done

# video_show(edi first row, esi rows)
video_show:
    keep
    cmp dword ptr [frame], 0
    je 2f
    mov edx, esi
    imul ebx, edi, WIDTH * 4
    add rbx, [canvas]
    imul eax, edi, 1
    imul eax, [pitch]
    mov r8d, [frame]
    add r8, rax
1:  mov rsi, rbx
    mov rdi, r8
    mov ecx, WIDTH / 2
    rep movsq
    add rbx, WIDTH * 4
    mov eax, [pitch]
    add r8, rax
    dec edx
    jnz 1b
2:  done

# video_tell(rdi zero-terminated text)
video_tell:
    keep
    cmp dword ptr [frame], 0
    jne 2f
    mov word ptr [bios_function], offset do_int10
    mov dword ptr [r_ebx], 7
1:  movzx eax, byte ptr [rdi]
    inc rdi
    mov [r_eax], eax
    mov byte ptr [r_eax + 1], 0x0E
    call bios
    test byte ptr [rdi], 0xFF
    jnz 1b
2:  done

# A VESA call with its buffer at edi. Flags: zero when it went well.
vesa:
    keep
    mov eax, edi
    shr eax, 4
    mov [r_es], ax
    mov dword ptr [r_edi], 0
    mov word ptr [bios_function], offset do_int10
    call bios
    cmp word ptr [r_eax], 0x004F
    done

.code16
do_int10:
    sti
    int 0x10
    ret

.balign 4
frame: .long 0
pitch: .long 0
