// The compiled data, put into the read-only part of the library as it is. QUOTH_DATA_FILE is set by CMake.

#ifdef __APPLE__
#define SYMBOL(name) _##name
#define HIDDEN(name) .private_extern SYMBOL(name)
        .section __TEXT,__const
#else
#define SYMBOL(name) name
#define HIDDEN(name) .hidden SYMBOL(name)
        .section .rodata
#endif

        .balign 64
        .globl SYMBOL(quoth_embedded_data)
        HIDDEN(quoth_embedded_data)
SYMBOL(quoth_embedded_data):
        .incbin QUOTH_DATA_FILE
quoth_embedded_end:
        .balign 8
        .globl SYMBOL(quoth_embedded_size)
        HIDDEN(quoth_embedded_size)
SYMBOL(quoth_embedded_size):
        .quad quoth_embedded_end - SYMBOL(quoth_embedded_data)

#if defined(__linux__) && defined(__ELF__)
        .section .note.GNU-stack,"",%progbits
#endif
