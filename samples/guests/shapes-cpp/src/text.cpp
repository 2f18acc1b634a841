#include "text.h"

#include <cmath>

namespace text {

namespace {

// The digits of a number above 0, the first of them at the place 10^exponent.
struct Decimal {
    std::string digits;
    int exponent;
};

template <std::floating_point Number> Decimal ShortestDecimal(Number number) {
    char bytes[32];
    const auto written = std::to_chars(bytes, std::end(bytes), number, std::chars_format::scientific);
    const std::string_view text(bytes, written.ptr);
    const auto mark = text.find('e');
    Decimal decimal{std::string(text.substr(0, mark)), 0};
    std::erase(decimal.digits, '.');
    const auto sign = mark + 1;
    std::from_chars(bytes + sign + (text[sign] == '+'), written.ptr, decimal.exponent);
    return decimal;
}

// std::to_chars can write without an exponent by itself, but gives large numbers all their digits.
std::string WithoutExponent(Decimal decimal) {
    auto &[digits, exponent] = decimal;
    if (exponent < 0) {
        return "0." + std::string(static_cast<std::size_t>(-exponent - 1), '0') + digits;
    }
    const auto whole = static_cast<std::size_t>(exponent) + 1;
    if (digits.size() <= whole) {
        return digits.append(whole - digits.size(), '0');
    }
    return digits.insert(whole, 1, '.');
}

template <std::floating_point Number> std::string Shortest(Number number) {
    if (std::isnan(number)) {
        return "NaN";
    }
    const std::string sign = std::signbit(number) ? "-" : "";
    if (std::isinf(number)) {
        return sign + "inf";
    }
    if (number == 0) {
        return sign + "0";
    }
    return sign + WithoutExponent(ShortestDecimal(std::abs(number)));
}

} // namespace

std::string Of(float number) { return Shortest(number); }

std::string Of(double number) { return Shortest(number); }

// A char of the component model is never a surrogate and never above 0x10FFFF.
std::string Of(char32_t character) {
    const auto byte = [](char32_t bits) { return static_cast<char>(bits); };
    const auto following = [=](int shift) { return byte(0x80 | (character >> shift & 0x3F)); };
    if (character < 0x80) {
        return {byte(character)};
    }
    if (character < 0x800) {
        return {byte(0xC0 | character >> 6), following(0)};
    }
    if (character < 0x10000) {
        return {byte(0xE0 | character >> 12), following(6), following(0)};
    }
    return {byte(0xF0 | character >> 18), following(12), following(6), following(0)};
}

} // namespace text
