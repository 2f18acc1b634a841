// Upper case: std::towupper knows the characters that become one other; the rest are Unicode's SpecialCasing.

#include "text.h"

#include <algorithm>
#include <cwctype>

namespace text {

namespace {

struct Special {
    char32_t lower;
    std::u32string_view upper;
};

// Sorted by `lower`.
// clang-format off
constexpr Special kSpecials[] = {
    {0x00DF, U"SS"}, {0x0149, U"\u02BCN"}, {0x01F0, U"J\u030C"}, {0x0390, U"\u0399\u0308\u0301"},
    {0x03B0, U"\u03A5\u0308\u0301"}, {0x0587, U"\u0535\u0552"}, {0x1E96, U"H\u0331"}, {0x1E97, U"T\u0308"},
    {0x1E98, U"W\u030A"}, {0x1E99, U"Y\u030A"}, {0x1E9A, U"A\u02BE"}, {0x1F50, U"\u03A5\u0313"},
    {0x1F52, U"\u03A5\u0313\u0300"}, {0x1F54, U"\u03A5\u0313\u0301"}, {0x1F56, U"\u03A5\u0313\u0342"},
    {0x1FB2, U"\u1FBA\u0399"}, {0x1FB3, U"\u0391\u0399"}, {0x1FB4, U"\u0386\u0399"}, {0x1FB6, U"\u0391\u0342"},
    {0x1FB7, U"\u0391\u0342\u0399"}, {0x1FBC, U"\u0391\u0399"}, {0x1FC2, U"\u1FCA\u0399"}, {0x1FC3, U"\u0397\u0399"},
    {0x1FC4, U"\u0389\u0399"}, {0x1FC6, U"\u0397\u0342"}, {0x1FC7, U"\u0397\u0342\u0399"}, {0x1FCC, U"\u0397\u0399"},
    {0x1FD2, U"\u0399\u0308\u0300"}, {0x1FD3, U"\u0399\u0308\u0301"}, {0x1FD6, U"\u0399\u0342"},
    {0x1FD7, U"\u0399\u0308\u0342"}, {0x1FE2, U"\u03A5\u0308\u0300"}, {0x1FE3, U"\u03A5\u0308\u0301"},
    {0x1FE4, U"\u03A1\u0313"}, {0x1FE6, U"\u03A5\u0342"}, {0x1FE7, U"\u03A5\u0308\u0342"}, {0x1FF2, U"\u1FFA\u0399"},
    {0x1FF3, U"\u03A9\u0399"}, {0x1FF4, U"\u038F\u0399"}, {0x1FF6, U"\u03A9\u0342"}, {0x1FF7, U"\u03A9\u0342\u0399"},
    {0x1FFC, U"\u03A9\u0399"}, {0xFB00, U"FF"}, {0xFB01, U"FI"}, {0xFB02, U"FL"}, {0xFB03, U"FFI"}, {0xFB04, U"FFL"},
    {0xFB05, U"ST"}, {0xFB06, U"ST"}, {0xFB13, U"\u0544\u0546"}, {0xFB14, U"\u0544\u0535"}, {0xFB15, U"\u0544\u053B"},
    {0xFB16, U"\u054E\u0546"}, {0xFB17, U"\u0544\u053D"},
};
// clang-format on

// Greek vowels with an iota below, in title case or not: the vowel's capital, then a capital iota.
constexpr char32_t kFirstWithIota = 0x1F80;
constexpr char32_t kLastWithIota = 0x1FAF;
constexpr char32_t kVowels[] = {0x1F08, 0x1F28, 0x1F68};
constexpr char32_t kIota = 0x0399;

std::u32string Upper(char32_t character) {
    if (character >= kFirstWithIota && character <= kLastWithIota) {
        return {kVowels[(character - kFirstWithIota) / 16] + character % 8, kIota};
    }
    const auto special = std::ranges::lower_bound(kSpecials, character, {}, &Special::lower);
    if (special != std::end(kSpecials) && special->lower == character) {
        return std::u32string(special->upper);
    }
    return {static_cast<char32_t>(std::towupper(static_cast<std::wint_t>(character)))};
}

// Takes one character off valid UTF-8, as all strings of the component model are.
char32_t TakeChar(std::string_view &text) {
    const auto take = [&text] {
        const auto byte = static_cast<unsigned char>(text.front());
        text.remove_prefix(1);
        return byte;
    };
    char32_t character = take();
    if (character < 0x80) {
        return character;
    }
    const int following = character < 0xE0 ? 1 : character < 0xF0 ? 2 : 3;
    character &= 0x3F >> following;
    for (int i = 0; i < following; ++i) {
        character = character << 6 | (take() & 0x3F);
    }
    return character;
}

} // namespace

std::string Upper(std::string_view text) {
    std::string upper;
    upper.reserve(text.size());
    while (!text.empty()) {
        for (const char32_t character : Upper(TakeChar(text))) {
            upper += Of(character);
        }
    }
    return upper;
}

} // namespace text
