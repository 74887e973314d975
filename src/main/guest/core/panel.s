# The picture of the installed system: ingot, name, a tile for each counter, and the keys.
.include "layout.inc"
.set TILES_LEFT, 60
.set TILES_WIDTH, WIDTH - 2 * TILES_LEFT
.set TILES_GAP, 16
.set TILES_TOP, 350
.set TILES_HEIGHT, 118
.set CLOCK, 492
.set HINTS, 546
.set MUTED, 0xA8956A
.set FAINT, 0x7D6E4D
.text

.globl panel_open, panel_show

# Draws what stands still.
panel_open:
    keep
    call scene_ground
    xor esi, esi
    call scene_ingot
    lea rdi, [rip + state_name]
    mov esi, WIDTH / 2
    mov edx, 272
    mov ecx, 6
    mov r8d, 0xFFE9A6
    mov r9d, 0xD9A02E
    call text_centred
    call backdrop_keep
    xor edi, edi
    mov esi, HEIGHT
    call video_show
    done

# Draws what changes.
panel_show:
    keep
    mov edi, TILES_TOP
    mov esi, HEIGHT - TILES_TOP
    call backdrop_restore
    call offer_all
    call tiles
    call clock
    call hints
    mov edi, TILES_TOP
    mov esi, HEIGHT - TILES_TOP
    call video_show
    done

# Lists the counters that this machine has.
offer_all:
    keep
    lea rbx, [rip + offered]
    xor ecx, ecx
    lea rdi, [rip + label_boots]
    mov esi, [rip + boots]
    call offer
    lea rdi, [rip + label_edits]
    mov esi, [rip + edits]
    call offer
    lea rdi, [rip + label_second]
    mov esi, [rip + second_edits]
    call offer
    lea rdi, [rip + label_memory]
    mov esi, [rip + ram_edits]
    call offer
    lea rdi, [rip + label_nvram]
    mov esi, [rip + nvram_boots]
    call offer
    mov [rip + offers], ecx
    done

offer:
    test esi, esi               # none, or foreign
    js 1f
    mov [rbx], rdi
    mov [rbx + 8], esi
    add rbx, 16
    inc ecx
1:  ret

tiles:
    keep
    mov eax, TILES_WIDTH + TILES_GAP
    xor edx, edx
    mov ecx, [rip + offers]
    div ecx
    mov r12d, eax               # from one tile to the next
    mov r13d, TILES_LEFT
    lea rbx, [rip + offered]
1:  call tile
    add r13d, r12d
    add rbx, 16
    dec ecx
    jnz 1b
    done

# The counter at rbx, in a tile at x = r13d, r12d less the gap wide.
tile:
    keep
    lea edx, [r12d - TILES_GAP]
    mov edi, r13d
    mov esi, TILES_TOP
    mov ecx, TILES_HEIGHT
    mov r8d, 0x3A2F1B           # its rim
    call fill
    inc edi
    inc esi
    sub edx, 2
    sub ecx, 2
    mov r8d, 0x17130D
    call fill
    mov ecx, 2
    mov r8d, 0xC9942B           # a golden upper edge
    call fill
    shr edx, 1
    lea r14d, [edi + edx]       # its middle
    mov esi, [rbx + 8]
    lea rdi, [rip + digits]
    call put_number
    lea rdi, [rip + digits]
    mov esi, r14d
    mov edx, TILES_TOP + 22
    mov ecx, 6
    mov r8d, 0xFFF1C9
    mov r9d, 0xF0BE46
    call text_centred
    mov rdi, [rbx]
    mov edx, TILES_TOP + 86
    mov ecx, 2
    mov r8d, MUTED
    mov r9d, MUTED
    call text_centred
    done

clock:
    keep
    lea rdi, [rip + clock_line]
    lea rsi, [rip + firmware_name]
    call put_text
    mov rdi, rax
    lea rsi, [rip + word_clock]
    call put_text
    mov rdi, rax
    call uptime
    mov esi, eax
    call put_number
    mov rdi, rax
    lea rsi, [rip + word_seconds]
    call put_text
    lea rdi, [rip + clock_line]
    mov edx, CLOCK
    mov r8d, FAINT
    call note
    done

# The keys, or in their place what went wrong.
hints:
    keep
    mov edx, HINTS
    mov r8d, 0xFF8A6A
    mov rdi, [rip + trouble]
    test rdi, rdi
    jnz 1f
    mov r8d, MUTED
    lea rdi, [rip + keys]
1:  call note
    done

note:
    mov esi, WIDTH / 2
    mov ecx, 2
    mov r9d, r8d
    jmp text_centred

.data
label_boots: .asciz "boots"
label_edits: .asciz "edits"
label_second: .asciz "disk 2"
label_memory: .asciz "memory"
label_nvram: .asciz "firmware"
word_clock: .asciz "  -  up "
word_seconds: .asciz " s"
keys: .asciz "E  edit     M  edit memory     R  restart     Q  power off"
clock_line: .fill 64, 1, 0
digits: .fill 16, 1, 0
.balign 8
offered: .fill 5 * 16, 1, 0
offers: .long 0
