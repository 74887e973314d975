# The head of an installed disk. The same one serves BIOS and UEFI.
.include "layout.inc"
.data
    .incbin "mbr.bin"
    .org SYSTEM_LBA * SECTOR
    .incbin "system.bin"
    .org STATE_LBA * SECTOR
    .ascii "INGOTST1"
    .long 0, 0
    .asciz "Ingot Demo"
    .org ESP_LBA * SECTOR
    .incbin "esp.img"
    .org HEAD_SECTORS * SECTOR
