# Power button, power off, restart and the clock, all from the chip set's power management
# block (ICH9 on q35, PIIX4 on i440fx). Everything is polled: no interrupt is ever raised to us.
.include "layout.inc"
.set POWER_BUTTON, 0x100
.set TICKS_PER_SECOND, 3579545
.text

.globl power_open, power_button, power_off, power_restart, uptime

power_open:
    keep
    mov edi, 0x8000F800         # bus 0, device 31, function 0
    call pci_read
    cmp eax, 0x29188086
    jne 1f
    mov edi, 0x8000F840
    call pci_read
    and eax, 0xFF80
    jmp 2f
1:  mov edi, 0x80000B00         # bus 0, device 1, function 3
    call pci_read
    cmp eax, 0x71138086
    jne 3f
    mov edi, 0x80000B40
    call pci_read
    and eax, 0xFFC0
2:  mov [rip + base], eax
    test eax, eax
    jz 3f
    mov edx, eax
    mov ax, POWER_BUTTON        # a press before our time is not for us
    out dx, ax
    add edx, 2                  # without this QEMU does not even note a press
    in ax, dx
    or ax, POWER_BUTTON
    out dx, ax
    call timer
    mov [rip + last], eax
3:  done

# power_button() -> eax: non-zero when it was pressed
power_button:
    keep
    xor eax, eax
    mov edx, [rip + base]
    test edx, edx
    jz 1f
    in ax, dx
    and eax, POWER_BUTTON
1:  done

power_off:
    mov edx, [rip + base]
    test edx, edx
    jz 1f
    add edx, 4
    mov ax, 0x2000              # sleep type 0 is "soft off" in QEMU, and go
    out dx, ax
1:  call idle
    jmp 1b

power_restart:
    mov edx, 0xCF9
    mov al, 2
    out dx, al
    mov al, 6
    out dx, al
    mov al, 0xFE                # no such register: pulse the line of the keyboard controller
    out 0x64, al
1:  pause
    jmp 1b

# uptime() -> eax: whole seconds since power_open, by the machine's own clock: it stands still
# while the machine is paused and goes on when its memory is restored. To be asked at least every
# four seconds, since the timer has 24 bits.
uptime:
    keep
    cmp dword ptr [rip + base], 0
    je 1f
    call timer
    mov ecx, eax
    sub eax, [rip + last]
    and eax, 0xFFFFFF
    mov [rip + last], ecx
    add [rip + ticks], rax
1:  mov rax, [rip + ticks]
    xor edx, edx
    mov ecx, TICKS_PER_SECOND
    div rcx
    done

timer:
    keep
    mov edx, [rip + base]
    add edx, 8
    in eax, dx
    and eax, 0xFFFFFF
    done

pci_read:
    keep
    mov eax, edi
    mov edx, 0xCF8
    out dx, eax
    mov edx, 0xCFC
    in eax, dx
    done

.data
.balign 8
ticks: .quad 0
base: .long 0
last: .long 0
