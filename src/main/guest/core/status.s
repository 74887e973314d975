# The status line on the serial port. Its form is a promise; docs/guest.md states it.
.include "layout.inc"
.text

.globl status_send

status_send:
    keep
    lea rdi, [rip + line]
    lea rsi, [rip + word_boots]
    mov edx, [rip + boots]
    call field
    lea rsi, [rip + word_edits]
    mov edx, [rip + edits]
    call field
    lea rsi, [rip + word_ram]
    mov edx, [rip + ram_edits]
    call field
    call uptime
    mov edx, eax
    lea rsi, [rip + word_up]
    call field
    lea rsi, [rip + word_disk2]
    mov edx, [rip + second_edits]
    call field
    mov edx, [rip + nvram_boots]
    cmp edx, NONE
    je 1f
    lea rsi, [rip + word_nvram]
    call field
1:  mov rsi, [rip + trouble]
    test rsi, rsi
    jz 2f
    mov rbx, rsi
    lea rsi, [rip + word_trouble]
    call put_text
    mov rdi, rax
    mov rsi, rbx
    call put_text
    mov rdi, rax
2:  lea rsi, [rip + line_end]
    call put_text
    lea rdi, [rip + line]
    call serial_write
    done

# Puts the words rsi and the number edx at rdi, and moves rdi on.
field:
    call put_text
    mov rdi, rax
    lea rsi, [rip + word_none]
    cmp edx, NONE
    je 1f
    lea rsi, [rip + word_foreign]
    cmp edx, FOREIGN
    je 1f
    mov esi, edx
    call put_number
    mov rdi, rax
    ret
1:  call put_text
    mov rdi, rax
    ret

.data
word_boots: .asciz "INGOT-DEMO boots="
word_edits: .asciz " edits="
word_ram: .asciz " ram="
word_up: .asciz " up="
word_disk2: .asciz " disk2="
word_nvram: .asciz " nvram="
word_trouble: .asciz " trouble="
word_none: .asciz "none"
word_foreign: .asciz "foreign"
line_end: .asciz "\r\n"
line: .fill 256, 1, 0
