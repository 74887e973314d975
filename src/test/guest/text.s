# A terminal of 128x47 signs below a line that is left free, full of words.
.include "painter.inc"
.set COLUMNS, WIDTH / 8
.set LINES, HEIGHT / 16 - 1
.set PAPER, 0x101418
.text
.globl text_page, text_scroll, text_at, text_ink, text_paper, random

text_page:
    mov edi, [screen]
    mov eax, PAPER
    mov ecx, WIDTH * HEIGHT
    addr32 rep stosd
    mov dword ptr [text_ink], 0xD0D4D8
    mov dword ptr [text_paper], PAPER
    mov ebp, LINES
1:  push ebp
    call text_scroll
    pop ebp
    dec ebp
    jnz 1b
    ret

text_scroll:
    mov dword ptr [text_ink], 0xD0D4D8
    mov dword ptr [text_paper], PAPER
    mov edi, [screen]
    add edi, 16 * ROW
    lea esi, [edi + 16 * ROW]
    mov ecx, WIDTH * 16 * (LINES - 1)
    addr32 rep movsd
    mov edi, [screen]
    add edi, LINES * 16 * ROW
    mov ecx, COLUMNS

# text_at(edi place, ecx signs): a line of words
text_at:
    push ecx
    call random
    pop ecx
    xor edx, edx
    mov al, ah
    and eax, 0x1F
    cmp al, 26
    jb 1f
    mov al, ' ' - 'a'
1:  add al, 'a'
    push ecx
    call sign
    pop ecx
    add edi, 8 * 4
    dec ecx
    jnz text_at
    ret

# sign(al, edi place)
sign:
    push edi
    movzx esi, al
    shl esi, 4
    add esi, FONT
    mov ch, 16
1:  mov dl, [esi]
    mov cl, 8
2:  mov eax, [text_paper]
    shl dl, 1
    jnc 3f
    mov eax, [text_ink]
3:  mov [edi], eax
    add edi, 4
    dec cl
    jnz 2b
    add edi, ROW - 8 * 4
    inc esi
    dec ch
    jnz 1b
    pop edi
    ret

random:
    mov eax, [seed]
    imul eax, eax, 1103515245
    add eax, 12345
    mov [seed], eax
    shr eax, 8
    ret

.balign 4
seed: .long 20261123
text_ink: .long 0
text_paper: .long 0
