# The counters. They live in one sector of the system's disk, and the edits also in one of a
# second disk, so that what a snapshot, a revert or a clone holds can be read off the machine.
.include "layout.inc"
.text

.globl state_boot, state_edit
.globl boots, edits, ram_edits, nvram_boots, second_edits, state_name, trouble

# Reads the state and counts this boot.
state_boot:
    keep
    xor edi, edi
    mov esi, STATE_LBA
    lea rdx, [rip + sector]
    call disk_read
    test eax, eax
    jnz 1f
    mov rax, [rip + sector]
    cmp rax, [rip + magic]
    jne 1f
    mov ecx, SECTOR / 8
    lea rsi, [rip + sector]
    lea rdi, [rip + state]
    rep movsq
    mov byte ptr [rip + state_name + STATE_NAME_SIZE - 1], 0
    inc dword ptr [rip + boots]
    call state_save
    jmp 2f
1:  lea rax, [rip + no_state]
    mov [rip + trouble], rax
2:  call nvram_count
    mov [rip + nvram_boots], eax
    call second_load
    done

# Counts an edit, on the disk before it is told to anybody.
state_edit:
    keep
    inc dword ptr [rip + edits]
    call state_save
    cmp dword ptr [rip + second_edits], 0
    jl 1f
    mov eax, [rip + edits]
    mov [rip + second_edits], eax
    call second_save
1:  done

state_save:
    keep
    xor edi, edi
    lea rdx, [rip + state]
    call save
    done

save:
    mov esi, STATE_LBA
    mov ecx, 1
    call disk_write
    test eax, eax
    jnz 1f
    call disk_flush
    test eax, eax
    jz 2f
1:  lea rax, [rip + no_write]
    mov [rip + trouble], rax
2:  ret

# What the second disk holds: nothing ours, but blank (0 edits), our counter, or neither.
second_load:
    keep
    mov edi, 1
    call disk_sectors
    mov ebx, NONE
    cmp rax, STATE_LBA
    jbe 2f
    mov esi, STATE_LBA
    lea rdx, [rip + sector]
    call disk_read
    test eax, eax
    jnz 2f
    mov ebx, [rip + sector + STATE_EDITS]
    mov rax, [rip + sector]
    cmp rax, [rip + magic]
    je 2f
    lea rdi, [rip + sector]
    xor eax, eax
    mov ecx, SECTOR / 8
    repe scasq
    mov ebx, 0
    je 2f
    mov ebx, FOREIGN
2:  mov [rip + second_edits], ebx
    done

second_save:
    keep
    lea rdi, [rip + sector]
    xor eax, eax
    mov ecx, SECTOR / 8
    rep stosq
    mov rax, [rip + magic]
    mov [rip + sector + STATE_MAGIC], rax
    mov eax, [rip + edits]
    mov [rip + sector + STATE_EDITS], eax
    mov edi, 1
    lea rdx, [rip + sector]
    call save
    done

.data
.balign 8
magic: .ascii "INGOTST1"
trouble: .quad 0                # what went wrong, as text, or zero
ram_edits: .long 0              # lives in memory alone
second_edits: .long NONE
nvram_boots: .long NONE
no_state: .asciz "The counters on the disk cannot be read. Install the system again."
no_write: .asciz "The disk refuses to be written. The counters are not kept."
.balign 16
state: .quad 0
boots: .long 0
edits: .long 0
state_name: .asciz "Ingot Demo"
    .org state + SECTOR
sector: .fill SECTOR, 1, 0
