# A count of boots in a non-volatile variable, so that it can be seen whether a snapshot, revert
# or clone took the firmware's variables along.
.include "uefi.inc"
.text

.globl nvram_count

# nvram_count() -> eax: boots counted, this one included, or NONE when it cannot be kept
nvram_count:
    keep
    lea rcx, [rip + name]
    lea rdx, [rip + vendor]
    xor r8d, r8d
    mov qword ptr [rip + size], 4
    lea r9, [rip + size]
    lea rbx, [rip + count]
    efi [rip+runtime], RUNTIME_GET_VARIABLE, rbx
    jz 1f
    mov dword ptr [rip + count], 0
1:  inc dword ptr [rip + count]
    lea rcx, [rip + name]
    lea rdx, [rip + vendor]
    mov r8d, 7                  # non-volatile, at boot and run time
    mov r9d, 4
    efi [rip+runtime], RUNTIME_SET_VARIABLE, rbx
    mov eax, NONE
    jnz 2f
    mov eax, [rip + count]
2:  done

.data
name: .word 'I', 'n', 'g', 'o', 't', 'B', 'o', 'o', 't', 's', 0
.balign 8
vendor:
    .long 0x1D6F5C0E
    .word 0x7B42, 0x4E1A
    .byte 0x9C, 0x35, 0x60, 0xA1, 0x1B, 0x07, 0x0D, 0xE9
size: .quad 0
count: .long 0
