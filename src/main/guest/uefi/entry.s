# From UEFI into the core. UEFI's boot services stay: it goes on to serve disks, keys and screen.
.include "uefi.inc"
.text

.globl entry
.globl boot, runtime, input
.globl canvas, backdrop, scratch, firmware_name

entry:
    sub rsp, 40
    mov rax, [rdx + SYSTEM_CON_IN]
    mov [rip + input], rax
    mov rax, [rdx + SYSTEM_RUNTIME]
    mov [rip + runtime], rax
    mov rax, [rdx + SYSTEM_BOOT]
    mov [rip + boot], rax
    xor ecx, ecx                # no watchdog: this application means to stay
    xor edx, edx
    xor r8d, r8d
    xor r9d, r9d
    efi [rip+boot], BOOT_SET_WATCHDOG
    lea rdi, [rip + canvas]
    mov esi, PICTURE
    call memory
    lea rdi, [rip + backdrop]
    call memory
    lea rdi, [rip + scratch]
    mov esi, WRITE_MOST * SECTOR
    call memory
    call idle_open
    call disk_open
    call main

# Gets esi bytes of memory and stores where at rdi. Without it there is nothing to be done.
memory:
    keep
    lea r8, [rsi + 4095]
    shr r8, 12
    xor ecx, ecx                # anywhere
    mov edx, 2                  # data of a loader
    mov r9, rdi
    efi [rip+boot], BOOT_ALLOCATE_PAGES
1:  jnz 1b
    done

.data
firmware_name: .asciz "UEFI"
.balign 8
boot: .quad 0
runtime: .quad 0
input: .quad 0
canvas: .quad 0
backdrop: .quad 0
scratch: .quad 0
