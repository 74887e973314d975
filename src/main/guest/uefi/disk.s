# Disks through UEFI's block protocol: whole, fixed, present disks with sectors of 512 bytes, in
# the order UEFI lists them, except that the one the system is installed on comes first.
.include "uefi.inc"
.set MOST, 8                    # disks looked at
.set MEDIA, 8                   # in the protocol: where the medium is described
.set READ, 24
.set WRITE, 32
.set FLUSH, 40
.set MEDIA_ID, 0                # in that description
.set REMOVABLE, 4
.set PRESENT, 5
.set PARTITION, 6
.set BLOCK_SIZE, 12
.set LAST_BLOCK, 24
.text

.globl disk_open, disk_sectors, disk_read, disk_write, disk_flush

disk_open:
    keep
    mov ecx, 2                  # by protocol
    lea rdx, [rip + block_protocol]
    xor r8d, r8d
    lea r9, [rip + how_many]
    lea rbx, [rip + handles]
    efi [rip+boot], BOOT_LOCATE_HANDLES, rbx
    jnz 3f
    lea rbx, [rip + disks]
    xor r12d, r12d              # handle
    xor r13d, r13d              # disk
    xor r14d, r14d              # disks with our system
1:  cmp r12, [rip + how_many]
    jae 3f
    cmp r13d, MOST
    jae 3f
    mov rcx, [rip + handles]
    mov rcx, [rcx + r12 * 8]
    inc r12
    lea rdx, [rip + block_protocol]
    lea r8, [rip + found]
    efi [rip+boot], BOOT_HANDLE_PROTOCOL
    jnz 1b
    mov rax, [rip + found]
    mov rdx, [rax + MEDIA]
    cmp byte ptr [rdx + REMOVABLE], 0
    jne 1b
    cmp byte ptr [rdx + PRESENT], 0
    je 1b
    cmp byte ptr [rdx + PARTITION], 0
    jne 1b
    cmp dword ptr [rdx + BLOCK_SIZE], SECTOR
    jne 1b
    mov [rbx + r13 * 8], rax
    test r14d, r14d
    jnz 2f
    call ours
    jnz 2f
    xchg rax, [rbx]             # to the front
    mov [rbx + r13 * 8], rax
    inc r14d
2:  inc r13d
    jmp 1b
3:  done

# Whether the disk r13d bears our boot sector. Flags: zero when so.
ours:
    keep
    mov edi, r13d
    xor esi, esi
    mov rdx, [rip + scratch]
    call disk_read
    test eax, eax
    jnz 1f
    cmp dword ptr [rdx + MBR_MARK_AT], MBR_MARK
1:  mov rax, [rip + found]
    done

# disk_sectors(edi disk) -> rax: its size in sectors of 512 bytes, 0 when there is none
disk_sectors:
    keep
    call find
    mov eax, 0
    jz 1f
    mov rax, [rbx + MEDIA]
    mov rax, [rax + LAST_BLOCK]
    inc rax
1:  done

# disk_read(edi disk, rsi sector, rdx to) -> eax: 0, or not when it failed
disk_read:
    keep
    mov r9d, SECTOR
    call find
    jz 1f
    efi rbx, READ, r10
    done
1:  mov eax, 1
    done

# disk_write(edi disk, rsi sector, rdx from, ecx sectors) -> eax: 0, or not
disk_write:
    keep
    mov r9d, ecx
    shl r9, 9
    call find
    jz 1f
    efi rbx, WRITE, r10
    done
1:  mov eax, 1
    done

# disk_flush(edi disk) -> eax: 0 when all that was written is safe, or not
disk_flush:
    keep
    call find
    jz 1f
    efi rbx, FLUSH
    done
1:  mov eax, 1
    done

# Disk edi -> rbx, and the arguments of a transfer (r9 bytes, from sector rsi, buffer rdx) in
# their places, the fifth in r10. Flags: zero when there is no such disk.
find:
    lea rbx, [rip + disks]
    mov rbx, [rbx + rdi * 8]
    mov r8, rsi
    mov r10, rdx
    mov rcx, rbx
    test rbx, rbx
    jz 1f
    mov rdx, [rbx + MEDIA]
    mov edx, [rdx + MEDIA_ID]
    test rbx, rbx
1:  ret

.data
.balign 8
block_protocol:
    .long 0x964E5B21
    .word 0x6459, 0x11D2
    .byte 0x8E, 0x39, 0x00, 0xA0, 0xC9, 0x69, 0x72, 0x3B
how_many: .quad 0
handles: .quad 0
found: .quad 0
disks: .fill MOST, 8, 0
