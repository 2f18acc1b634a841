// Upper case: towupper knows the characters that become one other; the rest are Unicode's SpecialCasing.

#include "text.h"

#include <stdlib.h>
#include <wchar.h>
#include <wctype.h>

typedef struct {
    wchar_t lower;
    wchar_t upper[4];
} special_t;

// Sorted by `lower`.
// clang-format off
static const special_t SPECIALS[] = {
    {0x00DF, L"SS"}, {0x0149, L"\x02BCN"}, {0x01F0, L"J\x030C"}, {0x0390, L"\x0399\x0308\x0301"},
    {0x03B0, L"\x03A5\x0308\x0301"}, {0x0587, L"\x0535\x0552"}, {0x1E96, L"H\x0331"}, {0x1E97, L"T\x0308"},
    {0x1E98, L"W\x030A"}, {0x1E99, L"Y\x030A"}, {0x1E9A, L"A\x02BE"}, {0x1F50, L"\x03A5\x0313"},
    {0x1F52, L"\x03A5\x0313\x0300"}, {0x1F54, L"\x03A5\x0313\x0301"}, {0x1F56, L"\x03A5\x0313\x0342"},
    {0x1FB2, L"\x1FBA\x0399"}, {0x1FB3, L"\x0391\x0399"}, {0x1FB4, L"\x0386\x0399"}, {0x1FB6, L"\x0391\x0342"},
    {0x1FB7, L"\x0391\x0342\x0399"}, {0x1FBC, L"\x0391\x0399"}, {0x1FC2, L"\x1FCA\x0399"}, {0x1FC3, L"\x0397\x0399"},
    {0x1FC4, L"\x0389\x0399"}, {0x1FC6, L"\x0397\x0342"}, {0x1FC7, L"\x0397\x0342\x0399"}, {0x1FCC, L"\x0397\x0399"},
    {0x1FD2, L"\x0399\x0308\x0300"}, {0x1FD3, L"\x0399\x0308\x0301"}, {0x1FD6, L"\x0399\x0342"},
    {0x1FD7, L"\x0399\x0308\x0342"}, {0x1FE2, L"\x03A5\x0308\x0300"}, {0x1FE3, L"\x03A5\x0308\x0301"},
    {0x1FE4, L"\x03A1\x0313"}, {0x1FE6, L"\x03A5\x0342"}, {0x1FE7, L"\x03A5\x0308\x0342"}, {0x1FF2, L"\x1FFA\x0399"},
    {0x1FF3, L"\x03A9\x0399"}, {0x1FF4, L"\x038F\x0399"}, {0x1FF6, L"\x03A9\x0342"}, {0x1FF7, L"\x03A9\x0342\x0399"},
    {0x1FFC, L"\x03A9\x0399"}, {0xFB00, L"FF"}, {0xFB01, L"FI"}, {0xFB02, L"FL"}, {0xFB03, L"FFI"}, {0xFB04, L"FFL"},
    {0xFB05, L"ST"}, {0xFB06, L"ST"}, {0xFB13, L"\x0544\x0546"}, {0xFB14, L"\x0544\x0535"}, {0xFB15, L"\x0544\x053B"},
    {0xFB16, L"\x054E\x0546"}, {0xFB17, L"\x0544\x053D"},
};
// clang-format on

static int compare(const void *left, const void *right) {
    wchar_t a = ((const special_t *)left)->lower;
    wchar_t b = ((const special_t *)right)->lower;
    return (a > b) - (a < b);
}

static const wchar_t IOTA = 0x0399;

// Greek vowels with an iota below, in title case or not: the vowel's capital, then a capital iota.
static wchar_t vowel_above_iota(wchar_t character) {
    static const wchar_t CAPITALS[] = {0x1F08, 0x1F28, 0x1F68};
    if (character < 0x1F80 || character > 0x1FAF) {
        return 0;
    }
    return CAPITALS[(character - 0x1F80) / 16] + character % 8;
}

static void put_upper(text_t *text, wchar_t character) {
    special_t key = {.lower = character};
    const special_t *special = bsearch(&key, SPECIALS, sizeof SPECIALS / sizeof *SPECIALS, sizeof *SPECIALS, compare);
    wchar_t vowel = vowel_above_iota(character);
    if (special != NULL) {
        for (const wchar_t *upper = special->upper; *upper != 0; upper++) {
            text_put_char(text, (uint32_t)*upper);
        }
    } else if (vowel != 0) {
        text_put_char(text, (uint32_t)vowel);
        text_put_char(text, (uint32_t)IOTA);
    } else {
        text_put_char(text, towupper(character));
    }
}

// Reads one character from valid UTF-8, as all strings of the component model are, and moves `at` behind it.
static uint32_t next_char(const uint8_t **at) {
    uint32_t character = *(*at)++;
    if (character < 0x80) {
        return character;
    }
    int following = character < 0xE0 ? 1 : character < 0xF0 ? 2 : 3;
    character &= 0x3F >> following;
    for (; following > 0; following--) {
        character = character << 6 | (*(*at)++ & 0x3F);
    }
    return character;
}

void text_put_upper(text_t *text, const shapes_string_t *string) {
    const uint8_t *at = string->ptr;
    const uint8_t *end = string->ptr + string->len;
    while (at < end) {
        put_upper(text, (wchar_t)next_char(&at));
    }
}
