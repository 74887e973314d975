# What both pictures share: a dark ground with a warm light on it, the ingot, and its mould.
.include "layout.inc"
.set LIGHT_X, 400
.set LIGHT_Y, 170
.set LIGHT_REACH, 170000        # square of the radius of the light
.text

.globl scene_ground, scene_ingot, scene_mould

scene_ground:
    keep
    mov rbx, [rip + canvas]
    xor r12d, r12d              # y
1:  mov edi, 0x1E1912
    mov esi, 0x0B0A08
    mov eax, r12d
    shl eax, 8
    xor edx, edx
    mov ecx, HEIGHT
    div ecx
    mov edx, eax
    call mix
    mov r14d, eax
    xor r13d, r13d              # x
2:  mov eax, r12d
    sub eax, LIGHT_Y
    imul eax, eax
    shl eax, 1
    mov ecx, r13d
    sub ecx, LIGHT_X
    imul ecx, ecx
    add ecx, eax
    mov eax, LIGHT_REACH
    sub eax, ecx
    mov ecx, r14d
    jle 3f
    shr eax, 10                 # 0..166, then squared: light falls off softly
    imul eax, eax
    shr eax, 8
    mov edx, eax
    mov edi, r14d
    mov esi, 0x6B4A14
    call mix
    mov ecx, eax
3:  mov [rbx], ecx
    add rbx, 4
    inc r13d
    cmp r13d, WIDTH
    jb 2b
    inc r12d
    cmp r12d, HEIGHT
    jb 1b
    done

# scene_ingot(esi first row to draw): a part of it, for one that is still being cast
scene_ingot:
    keep
    lea rdi, [rip + ingot]
    call shapes
    cmp esi, INGOT_TOP
    jg 1f
    lea rdi, [rip + stamp]
    mov esi, LIGHT_X + 1
    mov edx, 174
    mov ecx, 5
    mov r8d, 0xFFE79A
    mov r9d, 0xF3C64E
    call text_centred
    mov esi, LIGHT_X
    mov edx, 172
    mov r8d, 0x8F5E12
    mov r9d, 0x7A4C0C
    call text_centred
1:  done

scene_mould:
    keep
    lea rdi, [rip + mould]
    xor esi, esi
    call shapes
    done

# Draws shapes from rdi on, up to one that starts below the picture.
shapes:
    keep
1:  cmp dword ptr [rdi], HEIGHT
    jge 2f
    call trapezoid
    add rdi, 32
    jmp 1b
2:  done

.data
stamp: .asciz "INGOT"

.macro shape top, bottom, left0, left1, right0, right1, colour0, colour1
    .long \top, \bottom, \left0, \left1, \right0, \right1, \colour0, \colour1
.endm

.balign 4
ingot:
    shape 236, 250, 226, 262, 574, 538, 0x90000000, 0x90000000  # shadow
    shape  92, 140, 300, 268, 500, 532, 0xFFFFE9A6, 0xFFF6CE58  # upper face
    shape 140, 236, 268, 226, 532, 574, 0xFFEDBB3C, 0xFFA06A16  # front
    shape 140, 143, 268, 267, 532, 533, 0xFFFFF3C4, 0xFFFFE48F  # edge between them
    shape  92, 140, 300, 268, 312, 284, 0x70FFFFFF, 0x30FFFFFF  # left bevels, in the light
    shape 143, 236, 267, 226, 284, 246, 0x60FFF0B0, 0x20FFE08A
    shape  92, 140, 490, 518, 500, 532, 0x38A06A16, 0x48A06A16  # right bevels, in the shade
    shape 143, 236, 517, 556, 533, 574, 0x48704408, 0x60502F04
    shape  96, 140, 356, 330, 392, 374, 0x58FFFFFF, 0x28FFFFFF  # gleam across the upper face
    shape 231, 236, 229, 226, 571, 574, 0x50402400, 0x70402400  # foot
    shape HEIGHT, 0, 0, 0, 0, 0, 0, 0
mould:
    shape 236, 250, 226, 262, 574, 538, 0x90000000, 0x90000000
    shape  92, 140, 300, 268, 500, 532, 0xFF4A3F2C, 0xFF3D3424
    shape 140, 236, 268, 226, 532, 574, 0xFF332B1E, 0xFF221C13
    shape 140, 142, 268, 267, 532, 533, 0xFF66573B, 0xFF594B33
    shape HEIGHT, 0, 0, 0, 0, 0, 0, 0
