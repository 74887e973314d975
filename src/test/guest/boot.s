# Loads the rest, opens the screen, copies the font.
.include "painter.inc"
.section .boot, "awx"
.globl screen, shown
    cli
    xor ax, ax
    mov ds, ax
    mov es, ax
    mov ss, ax
    mov sp, 0x5F00
    sti
    cld
    mov si, offset packet
    mov ah, 0x42
    mov dl, 0x80
    int 0x13
    jc failed

    in al, 0x92                 # line A20
    or al, 2
    and al, 0xFE
    out 0x92, al

    mov ax, 0x4F01
    mov cx, MODE
    mov di, MODE_INFO
    int 0x10
    cmp ax, 0x004F
    jne failed
    mov ax, 0x4F02
    mov bx, MODE | 0x4000       # with a linear picture
    int 0x10
    cmp ax, 0x004F
    jne failed
    mov eax, [MODE_INFO + 40]
    mov [screen], eax

    mov ax, 0x1130              # the 8x16 font is at es:bp
    mov bh, 6
    int 0x10
    push ds
    mov ax, es
    mov ds, ax
    xor ax, ax
    mov es, ax
    mov si, bp
    mov di, FONT
    mov cx, 256 * 16 / 2
    rep movsw
    pop ds
    jmp main

failed:
    mov al, '!'
    mov ah, 0x0E
    int 0x10
1:  hlt
    jmp 1b

.balign 8
packet:
    .byte 16, 0
    .word 16, 0x7E00, 0
    .quad 1
screen: .long 0
shown: .long 0
    .org 510
    .word 0xAA55
