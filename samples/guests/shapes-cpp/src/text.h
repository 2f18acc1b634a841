// Texts that the standard library does not make. std::format would do for half of them, and double the size of the
// guest with what it knows of locales.

#pragma once

#include <charconv>
#include <concepts>
#include <string>
#include <string_view>

namespace text {

// The text in upper case by Unicode's rules.
std::string Upper(std::string_view text);

inline std::string_view Of(std::string_view text) { return text; }

inline std::string_view Of(bool value) { return value ? "true" : "false"; }

// The character in UTF-8.
std::string Of(char32_t character);

// The fewest digits that read back as the same number, without an exponent.
std::string Of(float number);
std::string Of(double number);

template <std::integral Number> std::string Of(Number number) {
    char digits[24];
    return {digits, std::to_chars(digits, std::end(digits), number).ptr};
}

// The texts of the values with the separator between them.
template <class First, class... Others>
std::string Join(std::string_view separator, const First &first, const Others &...others) {
    std::string joined(Of(first));
    (joined.append(separator).append(Of(others)), ...);
    return joined;
}

} // namespace text
