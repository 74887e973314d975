# Drawing into the picture in memory: 32 bits a pixel, 0xAARRGGBB, where AA is how much of the
# colour covers what was there.
.include "layout.inc"
.text

.globl fill, mix, trapezoid, backdrop_keep, backdrop_restore

# mix(edi first, esi second, edx share of the second, 0..256) -> eax
mix:
    keep
    mov ebx, 256
    sub ebx, edx
    mov eax, edi
    and eax, 0xFF00FF
    imul eax, ebx
    mov ecx, esi
    and ecx, 0xFF00FF
    imul ecx, edx
    add eax, ecx
    shr eax, 8
    and eax, 0xFF00FF
    shr edi, 8
    and edi, 0xFF00FF
    imul edi, ebx
    shr esi, 8
    and esi, 0xFF00FF
    imul esi, edx
    add edi, esi
    and edi, 0xFF00FF00
    or eax, edi
    done

# fill(edi x, esi y, edx width, ecx height, r8d colour), opaque
fill:
    keep
    test ecx, ecx
    jle 2f
    imul rsi, rsi, WIDTH
    add rsi, rdi
    mov r9, [rip + canvas]
    lea r9, [r9 + rsi * 4]
    mov ebx, ecx
    mov eax, r8d
1:  mov rdi, r9
    mov ecx, edx
    rep stosd
    add r9, WIDTH * 4
    dec ebx
    jnz 1b
2:  done

# trapezoid(rdi -> shape, esi first row to draw)
# A shape has level upper and lower edges: eight numbers, top, bottom (exclusive), left x at the
# top and at the bottom, right x at both, colour at both. Slanted edges are smoothed.
trapezoid:
    keep
    mov r15, rdi
    mov r14d, [r15]             # row
1:  cmp r14d, [r15 + 4]
    jge 3f
    cmp r14d, esi
    jl 2f
    call scanline
2:  inc r14d
    jmp 1b
3:  done

scanline:
    keep
    mov ecx, [r15 + 4]
    sub ecx, [r15]
    mov ebp, r14d
    sub ebp, [r15]              # row within the shape, of ecx rows
    mov edi, [r15 + 8]
    mov esi, [r15 + 12]
    call between
    mov r12d, eax               # left, in 256ths of a pixel
    mov edi, [r15 + 16]
    mov esi, [r15 + 20]
    call between
    mov r13d, eax               # right
    mov eax, ebp
    shl eax, 8
    cdq
    idiv ecx
    mov edx, eax
    mov edi, [r15 + 24]
    mov esi, [r15 + 28]
    call mix
    mov r8d, eax
    mov r11d, r12d
    shr r11d, 8                 # x
1:  mov eax, r11d
    shl eax, 8
    cmp eax, r13d
    jge 4f
    mov ecx, 256                # how much of this pixel lies inside
    mov edx, r12d
    sub edx, eax
    jle 2f
    sub ecx, edx
2:  lea edx, [eax + 256]
    sub edx, r13d
    jle 3f
    sub ecx, edx
3:  call cover
    inc r11d
    jmp 1b
4:  done

# The point between edi and esi at row ebp of ecx, in 256ths.
between:
    keep
    mov eax, esi
    sub eax, edi
    shl eax, 8
    imul eax, ebp
    cdq
    idiv ecx
    shl edi, 8
    add eax, edi
    done

# Puts colour r8d on pixel (r11d, r14d), ecx of 256 of it.
cover:
    keep
    mov edx, r8d
    shr edx, 24
    inc edx
    imul edx, ecx
    shr edx, 8
    mov ebx, r14d
    imul rbx, rbx, WIDTH
    add rbx, r11
    shl rbx, 2
    add rbx, [rip + canvas]
    mov edi, [rbx]
    mov esi, r8d
    call mix
    mov [rbx], eax
    done

# The part of the picture that stands still is drawn once, kept, and put back under what moves.
backdrop_keep:
    keep
    mov rdi, [rip + backdrop]
    mov rsi, [rip + canvas]
    mov ecx, PICTURE / 8
    rep movsq
    done

# backdrop_restore(edi first row, esi rows)
backdrop_restore:
    keep
    imul rax, rdi, WIDTH * 4
    imul rcx, rsi, WIDTH / 2
    mov rsi, [rip + backdrop]
    add rsi, rax
    mov rdi, [rip + canvas]
    add rdi, rax
    rep movsq
    done
