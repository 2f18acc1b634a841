#include "text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void put(text_t *text, const void *bytes, size_t length) {
    if (length == 0) {
        return;
    }
    if (length > text->capacity - text->length) {
        text->capacity = 2 * text->capacity + length;
        text->bytes = realloc(text->bytes, text->capacity);
        if (text->bytes == NULL) {
            abort();
        }
    }
    memcpy(text->bytes + text->length, bytes, length);
    text->length += length;
}

shapes_string_t text_take(text_t *text) {
    shapes_string_t string = {text->bytes, text->length};
    *text = (text_t){0};
    return string;
}

void text_put_string(text_t *text, const shapes_string_t *string) { put(text, string->ptr, string->len); }

void text_put_format(text_t *text, const char *format, ...) {
    char bytes[100];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(bytes, sizeof bytes, format, arguments);
    va_end(arguments);
    if (length < 0 || (size_t)length >= sizeof bytes) {
        abort();
    }
    put(text, bytes, (size_t)length);
}

// UTF-8; a char of the component model is never a surrogate and never above 0x10FFFF.
void text_put_char(text_t *text, uint32_t character) {
    uint8_t bytes[4];
    int length = character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    for (int i = length - 1; i > 0; i--) {
        bytes[i] = 0x80 | (character & 0x3F);
        character >>= 6;
    }
    static const uint8_t LEADS[] = {0x00, 0xC0, 0xE0, 0xF0};
    bytes[0] = LEADS[length - 1] | (uint8_t)character;
    put(text, bytes, (size_t)length);
}
