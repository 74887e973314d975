# A picture as desktops show it: a background that shades off in two directions, a bar, a window with text and one with controls.
.include "painter.inc"
.text
.globl desktop, desktop_move

desktop_move:
    mov eax, [left]
    add eax, 24
    cmp eax, 400
    jb 1f
    mov eax, 40
1:  mov [left], eax

desktop:
    mov edi, [screen]
    xor edx, edx                # row
1:  xor ebx, ebx                # column
2:  mov eax, edx
    imul eax, edx
    shr eax, 13                 # up to 71
    mov ecx, ebx
    imul ecx, ebx
    shr ecx, 14                 # up to 63
    add eax, ecx
    mov ecx, eax
    shl ecx, 8
    lea eax, [eax + ecx + 0x102038]
    mov [edi], eax
    add edi, 4
    inc ebx
    cmp ebx, WIDTH
    jb 2b
    inc edx
    cmp edx, HEIGHT
    jb 1b

    mov dword ptr [text_ink], 0xE8E8E8
    mov dword ptr [text_paper], 0x202428
    xor eax, eax
    xor ebx, ebx
    mov ecx, WIDTH
    mov edx, 28
    mov esi, 0x202428
    call box
    mov eax, 6
    mov ebx, 440
    mov ecx, 18
    call line

    # the window with text
    mov eax, 80
    mov ebx, [left]
    mov ecx, 560
    mov edx, 28
    mov esi, 0x3060A0
    call box
    mov dword ptr [text_ink], 0xFFFFFF
    mov dword ptr [text_paper], 0x3060A0
    mov eax, 86
    mov ebx, [left]
    add ebx, 8
    mov ecx, 30
    call line
    mov eax, 108
    mov ebx, [left]
    mov ecx, 560
    mov edx, 480
    mov esi, 0xFCFCFC
    call box
    mov dword ptr [text_ink], 0x202020
    mov dword ptr [text_paper], 0xFCFCFC
    mov ebp, 112
3:  mov eax, ebp
    mov ebx, [left]
    add ebx, 12
    mov ecx, 64
    push ebp
    call line
    pop ebp
    add ebp, 20
    cmp ebp, 570
    jb 3b

    # the window with controls
    mov eax, 420
    mov ebx, 640
    mov ecx, 320
    mov edx, 260
    mov esi, 0xE8E8E8
    call box
    mov ebp, 436
4:  mov eax, ebp
    mov ebx, 660
    mov ecx, 120
    mov edx, 28
    mov esi, 0xD0D4DC
    push ebp
    call box
    mov dword ptr [text_ink], 0x202020
    mov dword ptr [text_paper], 0xD0D4DC
    mov eax, [esp]
    add eax, 6
    mov ebx, 672
    mov ecx, 10
    call line
    pop ebp
    add ebp, 48
    cmp ebp, 640
    jb 4b
    ret

# place(eax row, ebx column) -> edi
place:
    imul eax, eax, ROW
    lea edi, [eax + ebx * 4]
    add edi, [screen]
    ret

# box(eax row, ebx column, ecx width, edx height, esi colour)
box:
    call place
1:  mov eax, esi
    push ecx
    push edi
    addr32 rep stosd
    pop edi
    pop ecx
    add edi, ROW
    dec edx
    jnz 1b
    ret

# line(eax row, ebx column, ecx signs): words
line:
    call place
    jmp text_at

.balign 4
left: .long 40
