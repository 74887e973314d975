# Waits for keys and does what they ask for.
.include "painter.inc"
.text
.globl main, reach

main:
    call reach
    call noise_make
    call text_page
    call count
wait:
    hlt                         # a key or the clock
    mov ah, 1
    int 0x16
    jz wait
    xor ah, ah
    int 0x16
    push ax
    call reach                   # the BIOS may have had other segments
    pop ax
    mov bx, offset keys
1:  mov cl, [bx]
    test cl, cl
    jz wait
    cmp cl, al
    je 2f
    add bx, 3
    jmp 1b
2:  call [bx + 1]
    jmp wait

keys:
    .byte 'n'
    .word noise
    .byte 't'
    .word text_page_counted
    .byte 's'
    .word scroll
    .byte 'd'
    .word desktop_counted
    .byte 'm'
    .word move
    .byte 'e'
    .word square
    .byte 0

text_page_counted:
    call text_page
    jmp count
scroll:
    call text_scroll
    jmp count
desktop_counted:
    call desktop
    jmp count
move:
    call desktop_move
    jmp count

# A square of 64x64 in the middle, another colour each time.
square:
    xor dword ptr [colour], 0xFFFFFF
    mov edi, [screen]
    add edi, (HEIGHT / 2 - 32) * ROW + (WIDTH / 2 - 32) * 4
    mov edx, 64
1:  mov eax, [colour]
    mov ecx, 64
    addr32 rep stosd
    add edi, ROW - 64 * 4
    dec edx
    jnz 1b
count:
    inc dword ptr [shown]
    movzx eax, byte ptr [shown]
    mov edi, [screen]
    mov [edi], eax
    ret

# Segments from 0 to 4 GiB, still in real mode.
reach:
    cli
    lgdt [gdt_pointer]
    mov eax, cr0
    or al, 1
    mov cr0, eax
    mov bx, 8
    mov ds, bx
    mov es, bx
    and al, 0xFE
    mov cr0, eax
    xor bx, bx
    mov ds, bx
    mov es, bx
    sti
    ret

.balign 8
gdt:
    .quad 0
    .quad 0x00CF93000000FFFF
gdt_pointer:
    .word . - gdt - 1
    .long gdt
colour: .long 0x20A040
