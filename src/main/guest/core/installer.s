# The installer: writes the payload and the head of the disk (boot sector, system, state, UEFI
# partition), tells how far it is, and restarts the machine. The head goes last, so a disk whose
# installation was cut short does not start.
.include "layout.inc"
.set CHUNK, WRITE_MOST
.set ALL_SECTORS, PAYLOAD_SECTORS + HEAD_SECTORS
.text

.globl main

main:
    call serial_open
    call power_open
    call video_open
    call casting_open
    lea rdi, [rip + new_line]
    call serial_write
    xor edi, edi
    call disk_sectors
    lea rdi, [rip + no_disk]
    test rax, rax
    jz failed
    lea rdi, [rip + small_disk]
    cmp rax, LEAST_SECTORS
    jb failed
    call progress
    call payload_write
    call head_write
    xor edi, edi
    call disk_flush
    test eax, eax
    lea rdi, [rip + refused]
    jnz failed
    lea rdi, [rip + finished]
    call serial_write
    jmp power_restart

# Says why on screen and serial port, and waits for somebody to do something about it.
failed:
    call casting_failed
    mov rsi, rdi
    lea rdi, [rip + line]
    push rsi
    lea rsi, [rip + word_failed]
    call put_text
    mov rdi, rax
    pop rsi
    call put_text
    mov rdi, rax
    lea rsi, [rip + new_line]
    call put_text
    lea rdi, [rip + line]
    call serial_write
1:  call power_button
    test eax, eax
    jnz power_off
    call serial_read
    test eax, eax
    jns 2f
    call idle
    test eax, eax
    jz 1b
2:  or eax, 0x20
    cmp eax, 'q'
    je power_off
    cmp eax, 'r'
    je power_restart
    jmp 1b

payload_write:
    keep
    mov r12d, PAYLOAD_LBA
1:  mov edi, r12d
    call chunk_fill
    mov esi, r12d
    mov rdx, [rip + scratch]
    mov ecx, CHUNK
    call put_sectors
    add r12d, CHUNK
    cmp r12d, PAYLOAD_LBA + PAYLOAD_SECTORS
    jb 1b
    done

# Every sector of the payload says where it belongs.
chunk_fill:
    keep
    mov ebx, edi
    mov rbp, [rip + scratch]
    mov r12d, CHUNK
1:  mov rdi, rbp
    mov eax, 0x2E2E2E2E         # dots
    mov ecx, SECTOR / 4
    rep stosd
    mov byte ptr [rdi - 1], '\n'
    mov rdi, rbp
    lea rsi, [rip + word_sector]
    call put_text
    mov rdi, rax
    mov esi, ebx
    call put_number
    mov byte ptr [rax], ' '
    inc ebx
    add rbp, SECTOR
    dec r12d
    jnz 1b
    done

head_write:
    keep
    xor esi, esi
    lea rdx, [rip + head]
1:  mov ecx, HEAD_SECTORS
    sub ecx, esi
    jz 3f
    cmp ecx, CHUNK
    jbe 2f
    mov ecx, CHUNK
2:  call put_sectors
    add esi, ecx
    mov eax, ecx
    shl eax, 9
    add rdx, rax
    jmp 1b
3:  done

# put_sectors(esi sector, rdx from, ecx how many) on the first disk
put_sectors:
    keep
    xor edi, edi
    call disk_write
    test eax, eax
    lea rdi, [rip + refused]
    jnz failed
    add [rip + written], ecx
    call progress
    done

# Tells each new percent on the screen, and every fifth on the serial port.
progress:
    keep
    imul eax, [rip + written], 100
    xor edx, edx
    mov ecx, ALL_SECTORS
    div ecx
    cmp eax, [rip + percent]
    je 1f
    mov [rip + percent], eax
    mov ebx, eax
    call casting_show
    mov eax, ebx
    xor edx, edx
    mov ecx, 5
    div ecx
    test edx, edx
    jnz 1f
    lea rdi, [rip + line]
    lea rsi, [rip + word_percent]
    call put_text
    mov rdi, rax
    mov esi, ebx
    call put_number
    mov rdi, rax
    lea rsi, [rip + new_line]
    call put_text
    lea rdi, [rip + line]
    call serial_write
1:  done

.data
.globl percent
percent: .long -1
written: .long 0
word_percent: .asciz "INGOT-INSTALLER 1 percent="
finished: .asciz "INGOT-INSTALLER done\r\n"
word_failed: .asciz "INGOT-INSTALLER failed: "
new_line: .asciz "\r\n"
word_sector: .asciz "Ingot Demo payload, sector "
no_disk: .asciz "There is no disk. Add one of 8 MiB or more and restart."
small_disk: .asciz "The disk is too small. Give it 8 MiB or more and restart."
refused: .asciz "The disk refuses to be written. Check it and restart."
line: .fill 128, 1, 0
.balign 16
head: .incbin "head.img"
