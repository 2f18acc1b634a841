// Texts that grow: bytes that become a string of the bindings.

#ifndef TEXT_H
#define TEXT_H

#include "shapes.h"

// Starts empty as {0}; text_take ends it.
typedef struct {
    uint8_t *bytes;
    size_t length;
    size_t capacity;
} text_t;

// Returns what was put in and leaves the text empty; the caller owns the string.
shapes_string_t text_take(text_t *text);

void text_put_string(text_t *text, const shapes_string_t *string);

// Puts in what printf would print, up to 99 bytes.
__attribute__((format(printf, 2, 3))) void text_put_format(text_t *text, const char *format, ...);

void text_put_char(text_t *text, uint32_t character);

// Puts in the string in upper case by Unicode's rules.
void text_put_upper(text_t *text, const shapes_string_t *string);

// Puts in the fewest digits that read back as the same number, without an exponent.
void text_put_float(text_t *text, float number);
void text_put_double(text_t *text, double number);

#endif
