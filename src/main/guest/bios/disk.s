# Disks through INT 13h with 64-bit sector numbers, by way of a buffer in low memory. Disk 0 is
# the BIOS's first, 0x80.
.include "layout.inc"
.set BUFFER, 0x30000
.section .real, "awx"

.globl disk_sectors, disk_read, disk_write, disk_flush

.code64
# disk_sectors(edi disk) -> rax: its size in sectors of 512 bytes, 0 when there is none
disk_sectors:
    keep
    cmp dil, [0x475]            # the BIOS's count of disks
    jae 1f
    lea edx, [edi + 0x80]
    mov [r_edx], edx
    mov dword ptr [r_eax], 0x4800
    mov dword ptr [r_esi], offset parameters
    call int13
    jnz 1f
    cmp word ptr [parameters + 24], SECTOR
    jne 1f
    mov rax, [parameters + 16]
    jmp 2f
1:  xor eax, eax
2:  done

# disk_read(edi disk, rsi sector, rdx to) -> eax: 0, or not when it failed
disk_read:
    keep
    mov ecx, 1
    mov dword ptr [r_eax], 0x4200
    call transfer
    mov rdi, rdx
    mov esi, BUFFER
    mov ecx, SECTOR / 8
    rep movsq
    done

# disk_write(edi disk, rsi sector, rdx from, ecx sectors, at most WRITE_MOST) -> eax: 0, or not
disk_write:
    keep
    push rdi
    push rsi
    push rcx
    shl ecx, 6                  # in pieces of eight bytes
    mov rsi, rdx
    mov edi, BUFFER
    rep movsq
    pop rcx
    pop rsi
    pop rdi
    mov dword ptr [r_eax], 0x4300
    call transfer
    done

# disk_flush(edi disk) -> eax: 0. What a BIOS has written is safe.
disk_flush:
    xor eax, eax
    ret

transfer:
    keep
    mov [packet + 2], cx
    mov [packet + 8], rsi
    lea edx, [edi + 0x80]
    mov [r_edx], edx
    mov dword ptr [r_esi], offset packet
    call int13
    done

# Flags: zero when it went well; so does eax.
int13:
    mov word ptr [bios_function], offset do_int13
    call bios
    movzx eax, byte ptr [r_failed]
    test eax, eax
    ret

.code16
do_int13:
    sti
    int 0x13
    ret

.balign 8
packet:
    .byte 16, 0
    .word 0, 0, BUFFER / 16
    .quad 0
parameters:
    .word 26
    .fill 28, 1, 0
