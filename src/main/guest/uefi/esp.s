# A small FAT12 file system with one file, EFI/BOOT/BOOTX64.EFI: what a firmware starts from a
# medium without being told. Assembled with boot.efi at hand, SIZE its bytes, SECTORS the sectors
# of the file system and HIDDEN those before it.
.include "layout.inc"
.set ROOT_ENTRIES, 16           # one sector
.set FAT_SECTORS, 2             # up to 682 clusters of one sector
.set FIRST, 1 + FAT_SECTORS + 1 # where cluster 2 lies
.set FILE, 4                    # clusters: 2 is EFI, 3 is EFI/BOOT, from 4 on the file
.set LAST, FILE + (SIZE + SECTOR - 1) / SECTOR - 1
.set DATE, (46 << 9) + (1 << 5) + 1     # 2026-01-01
.set FOLDER, 0x10
.set ARCHIVE, 0x20
.data

.macro item name, attribute, cluster, size
    .ascii "\name"
    .byte \attribute
    .fill 10, 1, 0
    .word 0, DATE, \cluster
    .long \size
.endm

    .byte 0xEB, 0x3C, 0x90
    .ascii "INGOT   "
    .word SECTOR
    .byte 1                     # sectors in a cluster
    .word 1                     # sectors before the table
    .byte 1                     # one table
    .word ROOT_ENTRIES, SECTORS
    .byte 0xF8
    .word FAT_SECTORS, 32, 2
    .long HIDDEN, 0
    .byte 0x80, 0, 0x29
    .long 0x494E474F
    .ascii "INGOT DEMO FAT12   "
    .org SECTOR - 2
    .word 0xAA55

    .byte 0xF8, 0xFF, 0xFF      # two entries of the table in three bytes
    .byte 0xFF, 0xFF, 0xFF
.set n, FILE
.rept (LAST - FILE) / 2 + 1
    .set a, n + 1
    .set b, n + 2
    .if n >= LAST
        .set a, 0xFFF
        .set b, 0
    .elseif n + 1 >= LAST
        .set b, 0xFFF
    .endif
    .byte a & 0xFF, (a >> 8) | ((b & 0xF) << 4), b >> 4
    .set n, n + 2
.endr

    .org (1 + FAT_SECTORS) * SECTOR
    item "INGOT DEMO ", 8, 0, 0
    item "EFI        ", FOLDER, 2, 0
    .org FIRST * SECTOR
    item ".          ", FOLDER, 2, 0
    item "..         ", FOLDER, 0, 0
    item "BOOT       ", FOLDER, 3, 0
    .org (FIRST + 1) * SECTOR
    item ".          ", FOLDER, 3, 0
    item "..         ", FOLDER, 2, 0
    item "BOOTX64 EFI", ARCHIVE, FILE, SIZE
    .org (FIRST + FILE - 2) * SECTOR
    .incbin "boot.efi"
    .org SECTORS * SECTOR
