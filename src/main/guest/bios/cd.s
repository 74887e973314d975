# What El Torito loads at 0x7C00 and starts: a step over to the program behind it.
.code16
.text
    .byte 0xEA                  # jmp 0:0x8000
    .word 0x8000, 0
    .org 0x400
