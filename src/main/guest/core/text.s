# Text in the picture. The font has five by eight cells a glyph; cells grow with the scale, and
# where two meet only at their corners the corner is filled in, which makes slants smooth.
.include "layout.inc"
.text

.globl text, text_centred

# text(rdi zero-terminated text, esi x, edx y, ecx scale, r8d colour at the top, r9d at the
# bottom) -> eax: x after the text
text:
    keep
1:  movzx eax, byte ptr [rdi]
    test eax, eax
    jz 2f
    inc rdi
    call glyph_find
    call glyph_draw
    inc ebx                     # one empty column between letters
    imul ebx, ecx
    add esi, ebx
    jmp 1b
2:  mov eax, esi
    done

# text_centred(the same, but esi is the x of the middle)
text_centred:
    keep
    call text_width
    shr eax, 1
    sub esi, eax
    call text
    done

text_width:
    keep
    xor edx, edx
1:  movzx eax, byte ptr [rdi]
    test eax, eax
    jz 2f
    inc rdi
    call glyph_find
    inc ebx
    add edx, ebx
    jmp 1b
2:  dec edx
    imul edx, ecx
    mov eax, edx
    done

# Character eax -> rbp its rows, r10d its first used column, ebx its width in columns.
glyph_find:
    sub eax, 32
    cmp eax, 95
    jb 1f
    mov eax, '?' - 32
1:  lea rbp, [rip + font]
    lea rbp, [rbp + rax * 8]
    mov ebx, 3
    xor r10d, r10d
    mov rax, [rbp]
    test rax, rax
    jz 2f
    push rcx
    mov rcx, rax                # all rows laid over one another
    shr rcx, 32
    or eax, ecx
    mov ecx, eax
    shr ecx, 16
    or eax, ecx
    mov ecx, eax
    shr ecx, 8
    or eax, ecx
    and eax, 0x1F
    bsr ecx, eax
    mov r10d, 4
    sub r10d, ecx
    bsf eax, eax
    sub ecx, eax
    lea ebx, [ecx + 1]
    pop rcx
2:  ret

# Draws the glyph of rbp with its first used column (r10d) at x = esi, y = edx, scale ecx.
glyph_draw:
    keep
    lea rdi, [rip + rows + 1]
    xor eax, eax
1:  mov bl, [rbp + rax]         # a frame of empty cells around it spares all bounds checks
    shl bl, 1
    mov [rdi + rax], bl
    inc eax
    cmp eax, 8
    jb 1b
    imul r10d, ecx
    sub esi, r10d
    mov r12d, r8d
    mov r13d, r9d
    lea r15, [rip + rows + 1]
    xor ebp, ebp                # row
2:  push rsi
    push rdx
    mov edi, r12d
    mov esi, r13d
    mov edx, ebp
    shl edx, 5
    call mix
    mov r8d, eax
    pop rdx
    pop rsi
    mov ebx, 0x20               # cell, as a bit of the row
    push rsi
3:  test [r15], bl
    jz 4f
    push rcx
    push rdx
    mov edi, esi
    mov esi, edx
    mov edx, ecx
    call fill
    mov esi, edi
    pop rdx
    pop rcx
    jmp 5f
4:  call corners
5:  add esi, ecx
    shr ebx, 1
    cmp ebx, 1
    jne 3b
    pop rsi
    add edx, ecx
    inc r15
    inc ebp
    cmp ebp, 8
    jb 2b
    done

# The empty cell bl of row r15, at (esi, edx): fills each corner that lies between two used
# neighbours whose own common neighbour is empty.
corners:
    keep
    mov al, bl
    shl al, 1                   # left
    mov r9d, 0                  # 0: at the left edge of the cell, 1: at the right
    call corner_pair
    mov al, bl
    shr al, 1                   # right
    mov r9d, 1
    call corner_pair
    done

corner_pair:
    keep
    test [r15], al
    jz 3f
    mov ebp, edx                # upper corner: rows from the top down
    mov r10d, 1
    mov r14, -1
1:  test [r15 + r14], bl
    jz 2f
    test [r15 + r14], al
    jnz 2f
    call corner
2:  cmp r14, 1
    je 3f
    mov r14, 1                  # lower corner: rows from the bottom up
    mov r10d, -1
    lea ebp, [edx + ecx - 1]
    jmp 1b
3:  done

corner:
    keep
    mov r11d, ecx
    mov r12d, ecx
    shr r12d, 1                 # length of the run, shrinking row by row
1:  test r12d, r12d
    jz 3f
    mov edi, esi
    test r9d, r9d
    jz 2f
    add edi, r11d
    sub edi, r12d
2:  push rsi
    mov esi, ebp
    mov edx, r12d
    mov ecx, 1
    call fill
    pop rsi
    add ebp, r10d
    dec r12d
    jmp 1b
3:  done

.data
rows: .fill 10, 1, 0
