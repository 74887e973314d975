# The PE header that makes the flat program behind it a UEFI application. Sections stand at the
# same place in the file and in memory, and nothing needs relocation.
.include "layout.inc"
.section .header, "a"
.globl header
header:
    .ascii "MZ"
    .org 0x3C
    .long 0x40
    .ascii "PE\0\0"
    .word 0x8664, 2             # x86-64, two sections
    .long 0, 0, 0
    .word optional_end - optional, 0x22
optional:
    .word 0x20B, 0
    .long text_size, data_size, 0
    .long entry, text_start
    .quad 0                     # image base
    .long 0x1000, 0x200         # alignment in memory, in the file
    .long 0, 0, 0, 0
    .long image_size, 0x1000, 0
    .word 10, 0x160             # UEFI application; W^X, any address
    .quad 0x10000, 0x10000, 0, 0
    .long 0, 6
    .fill 6, 8, 0
optional_end:
    .ascii ".text\0\0\0"
    .long text_size, text_start, text_size, text_start, 0, 0, 0, 0x60000020
    .ascii ".data\0\0\0"
    .long data_size, data_start, data_size, data_start, 0, 0, 0, 0xC0000040
