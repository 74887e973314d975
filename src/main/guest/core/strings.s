# Building lines of text. Both take the place to write at in rdi and return the place after
# what they wrote, which is always a terminating zero, in rax.
.include "layout.inc"
.text

.globl put_text, put_number

# put_text(rdi to, rsi zero-terminated text)
put_text:
    keep
1:  mov al, [rsi]
    mov [rdi], al
    test al, al
    jz 2f
    inc rsi
    inc rdi
    jmp 1b
2:  mov rax, rdi
    done

# put_number(rdi to, esi unsigned number)
put_number:
    keep
    sub rsp, 32
    lea rbx, [rsp + 31]
    mov byte ptr [rbx], 0
    mov eax, esi
    mov ecx, 10
1:  xor edx, edx
    div ecx
    add dl, '0'
    dec rbx
    mov [rbx], dl
    test eax, eax
    jnz 1b
    mov rsi, rbx
    call put_text
    add rsp, 32
    done
