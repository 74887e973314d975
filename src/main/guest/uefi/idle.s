# Waiting for the next key or tick; UEFI rests the processor meanwhile. Bytes on the serial port
# are found at the next tick, unless UEFI's own console on that port turns them into keys.
.include "uefi.inc"
.set TICK, 300000               # in 100 ns: 30 ms
.text

.globl idle_open, idle

idle_open:
    keep
    mov ecx, 0x80000000         # a timer
    mov edx, 8
    xor r8d, r8d
    xor r9d, r9d
    lea rbx, [rip + tick]
    efi [rip+boot], BOOT_CREATE_EVENT, rbx
    mov rcx, [rip + tick]
    mov edx, 1                  # again and again
    mov r8d, TICK
    efi [rip+boot], BOOT_SET_TIMER
    mov rax, [rip + input]
    mov rax, [rax + INPUT_WAIT_FOR_KEY]
    mov [rip + key], rax
    done

# idle() -> eax: the character of a key, or 0
idle:
    keep
    mov ecx, 2
    lea rdx, [rip + events]
    lea r8, [rip + which]
    efi [rip+boot], BOOT_WAIT_FOR_EVENT
    mov rcx, [rip + input]
    lea rdx, [rip + stroke]
    efi rcx, INPUT_READ_KEY
    mov eax, 0
    jnz 1f
    movzx eax, byte ptr [rip + stroke + 2]
    test eax, eax
    jnz 1f
    inc eax                     # a key without a character is still a key
1:  done

.data
.balign 8
events:
tick: .quad 0
key: .quad 0
which: .quad 0
stroke: .long 0
