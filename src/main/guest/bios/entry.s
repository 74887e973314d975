# From the BIOS to 64-bit mode, and back for every call of the BIOS. Linked first, at 0x8000.
# The core runs in long mode with interrupts off; time, keys and disks are the BIOS's business,
# in real mode. Memory: page tables 0x1000..0x6FFF, real-mode stack below 0x7C00, program at
# 0x8000, disk buffer 0x30000, video modes 0x50000, long-mode stack below 0x90000, the picture,
# its backdrop and the installer's writes from 2 MiB on.
.include "layout.inc"
.set PAGES, 0x1000
.set EFER, 0xC0000080
.set CODE64, 0x08
.set DATA, 0x10
.set CODE16, 0x18
.section .real, "awx"

.globl bios, bios_function
.globl r_eax, r_ebx, r_ecx, r_edx, r_edi, r_esi, r_es, r_failed
.globl canvas, backdrop, scratch, firmware_name

.code16
    cli
    cld
    xor ax, ax
    mov ds, ax
    mov es, ax
    mov ss, ax
    mov sp, 0x7C00
    in al, 0x92                 # line A20
    or al, 2
    and al, 0xFE
    out 0x92, al

    mov di, PAGES
    xor eax, eax
    mov ecx, 0x6000 / 4
    rep stosd
    mov dword ptr [PAGES], PAGES + 0x1003
    mov eax, PAGES + 0x2003
    mov di, PAGES + 0x1000
    mov cx, 4
1:  mov [di], eax
    add eax, 0x1000
    add di, 8
    loop 1b
    mov eax, 0x83               # 2048 pages of 2 MiB: the first 4 GiB as they are
    mov di, PAGES + 0x2000
    mov cx, 2048
2:  mov [di], eax
    add eax, 0x200000
    add di, 8
    loop 2b

to_long:
    lgdt [gdt_pointer]
    mov eax, cr4
    or eax, 0x20
    mov cr4, eax
    mov eax, PAGES
    mov cr3, eax
    mov ecx, EFER
    rdmsr
    or eax, 0x100
    wrmsr
    mov eax, cr0
    or eax, 0x80000001
    mov cr0, eax
    .byte 0x66, 0xEA
    .long in_long
    .word CODE64

.code64
in_long:
    mov eax, DATA
    mov ds, eax
    mov es, eax
    mov ss, eax
    mov rsp, [long_stack]
    ret

# Runs the real-mode routine bios_function with the registers r_*, and keeps what it leaves in
# them; r_failed is its carry flag.
bios:
    keep
    lea rax, [rip + 1f]
    push rax
    mov [long_stack], rsp
    push CODE16
    lea rax, [rip + to_real]
    push rax
    rex.w retf
1:  done

.code16
to_real:
    mov ax, CODE16 + 8
    mov ds, ax
    mov es, ax
    mov fs, ax
    mov gs, ax
    mov ss, ax
    mov eax, cr0
    and eax, 0x7FFFFFFF
    mov cr0, eax
    mov ecx, EFER
    rdmsr
    and eax, 0xFFFFFEFF
    wrmsr
    mov eax, cr0
    and al, 0xFE
    mov cr0, eax
    .byte 0xEA
    .word in_real, 0
in_real:
    xor ax, ax
    mov ds, ax
    mov fs, ax
    mov gs, ax
    mov ss, ax
    mov sp, 0x7C00
    lidt [interrupts]
    mov es, [r_es]
    mov eax, [r_eax]
    mov ebx, [r_ebx]
    mov ecx, [r_ecx]
    mov edx, [r_edx]
    mov esi, [r_esi]
    mov edi, [r_edi]
    call [bios_function]
    cli
    cld
    mov [r_eax], eax
    mov [r_ebx], ebx
    mov [r_ecx], ecx
    mov [r_edx], edx
    setc [r_failed]
    jmp to_long

.balign 8
gdt:
    .quad 0
    .quad 0x00AF9B000000FFFF    # CODE64
    .quad 0x00CF93000000FFFF    # DATA
    .quad 0x00009B000000FFFF    # CODE16
    .quad 0x000093000000FFFF    # its data
gdt_pointer:
    .word . - gdt - 1
    .long gdt
interrupts:
    .word 0x3FF
    .long 0
.balign 8
first_return: .quad begin
long_stack: .quad first_return
r_eax: .long 0
r_ebx: .long 0
r_ecx: .long 0
r_edx: .long 0
r_esi: .long 0
r_edi: .long 0
r_es: .word 0
bios_function: .word 0
r_failed: .byte 0

.code64
begin:
    mov rsp, 0x90000
    call idle_open
    call main
1:  jmp 1b

.data
firmware_name: .asciz "BIOS"
.balign 8
canvas: .quad 0x200000
backdrop: .quad 0x400000
scratch: .quad 0x600000
