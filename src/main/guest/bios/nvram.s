# A BIOS keeps no variables.
.include "layout.inc"
.text
.globl nvram_count

nvram_count:
    mov eax, NONE
    ret
