// The interface `compute`: small functions with one obvious answer each.

#include "shapes_cpp.h"
#include "text.h"

#include <bit>
#include <cstdint>
#include <expected>
#include <limits>
#include <numbers>
#include <numeric>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>

namespace exports::nacre::shapes::compute {

namespace {

template <class... Cases> struct Overloaded : Cases... {
    using Cases::operator()...;
};

std::unexpected<wit::string> Failure(std::string_view text) { return std::unexpected(wit::string::from_view(text)); }

} // namespace

double Scale(double v) { return v * 2 + 1; }

// Signed overflow is undefined in C++; unsigned arithmetic wraps around.
std::int64_t ScaleLong(std::int64_t v) { return static_cast<std::int64_t>(static_cast<std::uint64_t>(v) * 2 + 1); }

std::int32_t Add(std::int32_t a, std::int32_t b) {
    return static_cast<std::int32_t>(static_cast<std::uint32_t>(a) + static_cast<std::uint32_t>(b));
}

wit::string Upper(wit::string s) { return wit::string::from_view(text::Upper(s.get_view())); }

wit::string Concat(wit::string a, wit::string b) { return wit::string::from_view(a.to_string().append(b.get_view())); }

std::int64_t SumList(wit::vector<std::int64_t> xs) {
    const auto values = xs.get_const_view();
    return static_cast<std::int64_t>(std::accumulate(values.begin(), values.end(), std::uint64_t{0}));
}

std::expected<std::int64_t, wit::string> Divide(std::int64_t a, std::int64_t b) {
    if (b == 0) {
        return Failure("division by zero");
    }
    if (a == std::numeric_limits<std::int64_t>::min() && b == -1) {
        return Failure("overflow");
    }
    return a / b;
}

std::int32_t CoalesceOption(std::optional<std::int32_t> a, std::int32_t b) { return a.value_or(b); }

wit::string Many(bool a, std::int8_t b, std::uint8_t c, std::int16_t d, std::uint16_t e, std::int32_t f,
                 std::uint32_t g, std::int64_t h, std::uint64_t i, float j, double k, std::uint32_t l, wit::string m,
                 bool n, std::int32_t o, std::int64_t p, double q, wit::string r) {
    return wit::string::from_view(
        text::Join(",", a, b, c, d, e, f, g, h, i, j, k, char32_t{l}, m.get_view(), n, o, p, q, r.get_view()));
}

std::tuple<wit::string, std::uint32_t> Swap(std::uint32_t a, wit::string b) { return {std::move(b), a}; }

std::uint32_t CountSet(Bits f) { return static_cast<std::uint32_t>(std::popcount(std::to_underlying(f))); }

double Area(Shape s) {
    return std::visit(Overloaded{
                          [](Shape::Circle circle) { return std::numbers::pi * circle.value * circle.value; },
                          [](Shape::Rectangle sides) { return sides.value.width * sides.value.height; },
                          [](Shape::Square side) { return double{side.value} * double{side.value}; },
                          [](Shape::Point) { return 0.0; },
                      },
                      s.variants);
}

} // namespace exports::nacre::shapes::compute
