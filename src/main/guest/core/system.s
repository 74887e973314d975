# The installed system: counts, shows, and listens to keys, serial port and power button.
.include "layout.inc"
.text

.globl main

main:
    call serial_open
    call power_open
    call video_open
    call state_boot
    call panel_open
    lea rdi, [rip + new_line]   # firmware may have left words on the present line
    call serial_write
    jmp report
listen:
    call power_button
    test eax, eax
    jnz power_off
    call serial_read
    test eax, eax
    jns heard
    call uptime
    cmp eax, [rip + told]
    jne report
    call idle
    test eax, eax
    jz listen
heard:
    or eax, 0x20                # small letters and capitals alike
    cmp eax, 'q'
    je power_off
    cmp eax, 'r'
    je power_restart
    cmp eax, 'm'
    jne 1f
    inc dword ptr [rip + ram_edits]
1:  cmp eax, 'e'
    jne report
    call state_edit
report:
    call uptime
    mov [rip + told], eax
    call panel_show             # first, so that what the line says can be seen
    call status_send
    jmp listen

.data
told: .long 0
new_line: .asciz "\r\n"
