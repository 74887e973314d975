# Pictures without any two equal pixels side by side, as quickly as they can be copied.
.include "painter.inc"
.set SPARE, 0x10000
.text
.globl noise_make, noise

noise_make:
    mov edi, NOISE
    mov ecx, (WIDTH * HEIGHT + SPARE)
    mov eax, 0x2545F491
1:  mov edx, eax                # xorshift
    shl edx, 13
    xor eax, edx
    mov edx, eax
    shr edx, 17
    xor eax, edx
    mov edx, eax
    shl edx, 5
    xor eax, edx
    mov [edi], eax
    add edi, 4
    dec ecx
    jnz 1b
    ret

noise:
    mov al, 0x36                # the clock ticks as often
    out 0x43, al
    mov al, 1193182 / 50 & 0xFF
    out 0x40, al
    mov al, 1193182 / 50 >> 8
    out 0x40, al
    xor ebx, ebx
1:  lea esi, [NOISE + ebx * 4]
    add ebx, 4099
    and ebx, SPARE - 1
    mov edi, [screen]
    mov ecx, WIDTH * HEIGHT
    addr32 rep movsd
    hlt                         # at most 50 pictures a second: QEMU looks 33 times
    mov ah, 1
    push ebx
    int 0x16
    pop ebx
    pushf
    push ebx
    call reach
    pop ebx
    popf
    jz 1b
    ret
