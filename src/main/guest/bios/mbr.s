# Boot sector: reads the system behind it to 0x8000 and starts it. Also the partition table,
# which gives the UEFI partition and keeps other tools off the payload.
.include "layout.inc"
.globl origin
.set origin, 0x7C00
.code16
.text
    cli
    xor ax, ax
    mov ds, ax
    mov es, ax
    mov ss, ax
    mov sp, 0x7C00
    sti
    cld
    mov si, offset packet
    mov ah, 0x42
    int 0x13
    jc 1f
    .byte 0xEA                  # jmp 0:0x8000
    .word 0x8000, 0
1:  mov si, offset sorrow
2:  lodsb
    test al, al
    jz 3f
    mov ah, 0x0E
    mov bx, 7
    int 0x10
    jmp 2b
3:  hlt
    jmp 3b

packet:
    .byte 16, 0
    .word SYSTEM_SECTORS, 0x8000, 0
    .quad SYSTEM_LBA
sorrow: .asciz "Ingot Demo cannot be read from this disk. Install it again."

    .org MBR_MARK_AT
    .long MBR_MARK
    .org 446
    .byte 0x80, 0xFE, 0xFF, 0xFF, 0xEF, 0xFE, 0xFF, 0xFF
    .long ESP_LBA, ESP_SECTORS
    .byte 0x00, 0xFE, 0xFF, 0xFF, 0xDA, 0xFE, 0xFF, 0xFF
    .long PAYLOAD_LBA, PAYLOAD_SECTORS
    .org 510
    .word 0xAA55
