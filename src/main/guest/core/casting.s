# The picture of the installer: an empty mould that fills with gold as the disk is written.
.include "layout.inc"
.set BAR_LEFT, 150
.set BAR_WIDTH, 500
.set BAR_TOP, 392
.set BAR_HEIGHT, 18
.set MUTED, 0xA8956A
.text

.globl casting_open, casting_show, casting_failed

casting_open:
    keep
    call scene_ground
    call scene_mould
    lea rdi, [rip + title]
    mov edx, 284
    mov ecx, 4
    mov r8d, 0xFFE9A6
    mov r9d, 0xD9A02E
    call middle
    lea rdi, [rip + subtitle]
    mov edx, 340
    mov ecx, 2
    mov r8d, MUTED
    mov r9d, MUTED
    call middle
    mov edi, BAR_LEFT - 2
    mov esi, BAR_TOP - 2
    mov edx, BAR_WIDTH + 4
    mov ecx, BAR_HEIGHT + 4
    mov r8d, 0x4A3C22
    call fill
    inc edi
    inc esi
    sub edx, 2
    sub ecx, 2
    mov r8d, 0x15110B
    call fill
    call backdrop_keep
    call show
    done

casting_show:
    keep
    xor edi, edi
    mov esi, HEIGHT
    call backdrop_restore
    imul eax, [rip + percent], INGOT_BOTTOM - INGOT_TOP
    xor edx, edx
    mov ecx, 100
    div ecx
    mov esi, INGOT_BOTTOM
    sub esi, eax
    call scene_ingot
    imul edx, [rip + percent], BAR_WIDTH / 100
    mov edi, BAR_LEFT
    mov esi, BAR_TOP
    mov ecx, BAR_HEIGHT / 2
    mov r8d, 0xF6CE58
    call fill
    add esi, ecx
    mov r8d, 0xD9A02E
    call fill
    lea rdi, [rip + digits]
    mov esi, [rip + percent]
    call put_number
    mov word ptr [rax], '%'
    lea rdi, [rip + digits]
    mov edx, 426
    mov ecx, 3
    mov r8d, 0xFFE9A6
    mov r9d, 0xD9A02E
    call middle
    call show
    done

# casting_failed(rdi what to tell)
casting_failed:
    keep
    mov edx, 480
    mov ecx, 2
    mov r8d, 0xFF8A6A
    mov r9d, 0xFF8A6A
    call middle
    call show
    done

middle:
    mov esi, WIDTH / 2
    jmp text_centred

show:
    keep
    xor edi, edi
    mov esi, HEIGHT
    call video_show
    done

.data
title: .asciz "Installing Ingot Demo"
subtitle: .asciz "Casting the system onto the first disk"
digits: .fill 16, 1, 0
