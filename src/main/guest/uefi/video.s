# The screen, through UEFI's graphics output: set to 800x600 where it can be, and else the picture
# in the middle of what there is. It works for displays without a frame buffer too.
.include "uefi.inc"
.set QUERY_MODE, 0
.set SET_MODE, 8
.set BLT, 16
.set MODE, 24                   # the mode's description: count of modes, present mode, its details
.text

.globl video_open, video_show, video_tell

video_open:
    keep
    lea rcx, [rip + graphics_protocol]
    xor edx, edx
    lea r8, [rip + graphics]
    efi [rip+boot], BOOT_LOCATE_PROTOCOL
    mov rbx, [rip + graphics]
    jz 1f
    xor ebx, ebx
    mov [rip + graphics], rbx
    jmp 4f
1:  xor r12d, r12d
2:  mov rax, [rbx + MODE]
    cmp r12d, [rax]
    jae 3f
    mov rcx, rbx
    mov edx, r12d
    lea r8, [rip + size]
    lea r9, [rip + details]
    efi rbx, QUERY_MODE
    mov edx, r12d
    lea r12d, [r12d + 1]
    jnz 2b
    mov rax, [rip + details]
    cmp dword ptr [rax + 4], WIDTH
    jne 2b
    cmp dword ptr [rax + 8], HEIGHT
    jne 2b
    mov rcx, rbx
    efi rbx, SET_MODE
3:  mov rax, [rbx + MODE]
    mov rax, [rax + 8]
    mov ecx, [rax + 4]
    sub ecx, WIDTH
    mov edx, [rax + 8]
    sub edx, HEIGHT
    mov eax, ecx
    or eax, edx
    jns 5f
    mov qword ptr [rip + graphics], 0   # too small
    jmp 4f
5:  shr ecx, 1
    mov [rip + left], ecx
    shr edx, 1
    mov [rip + top], edx
4:  done

# video_show(edi first row, esi rows)
video_show:
    keep
    mov rcx, [rip + graphics]
    test rcx, rcx
    jz 1f
    mov rdx, [rip + canvas]
    mov r8d, 2                  # buffer to video
    xor r9d, r9d
    mov r10d, edi
    mov r11d, [rip + left]
    mov r12d, [rip + top]
    add r12, r10
    mov r13d, WIDTH
    mov r14d, esi
    mov r15d, WIDTH * 4
    efi rcx, BLT, r10, r11, r12, r13, r14, r15
1:  done

# UEFI's text console is on the serial port as well, where it would be told everything twice.
video_tell:
    ret

.data
.balign 8
graphics_protocol:
    .long 0x9042A9DE
    .word 0x23DC, 0x4A38
    .byte 0x96, 0xFB, 0x7A, 0xDE, 0xD0, 0x80, 0x51, 0x6A
graphics: .quad 0
details: .quad 0
size: .quad 0
left: .long 0
top: .long 0
