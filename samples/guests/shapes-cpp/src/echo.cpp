// The interface `echo`: what comes in goes out. An argument that owns memory moves to the answer.

#include "shapes_cpp.h"

#include <cstdint>
#include <expected>
#include <optional>
#include <tuple>

namespace exports::nacre::shapes::echo {

// The bindings write the elements of a list where they lie, which asks for the sizes of the canonical ABI.
static_assert(sizeof(Reading) == 72 && sizeof(Number) == 16);
static_assert(sizeof(std::optional<std::int32_t>) == 8 && sizeof(std::expected<double, wit::string>) == 16);

// Variadic, because a type may have commas.
#define ECHO(name, ...)                                                                                                \
    __VA_ARGS__ Echo##name(__VA_ARGS__ x) { return x; }

ECHO(Bool, bool)
ECHO(S8, std::int8_t)
ECHO(S16, std::int16_t)
ECHO(S32, std::int32_t)
ECHO(S64, std::int64_t)
ECHO(U8, std::uint8_t)
ECHO(U16, std::uint16_t)
ECHO(U32, std::uint32_t)
ECHO(U64, std::uint64_t)
ECHO(F32, float)
ECHO(F64, double)
ECHO(Char, std::uint32_t)
ECHO(String, wit::string)

ECHO(ListBool, wit::vector<bool>)
ECHO(ListU8, wit::vector<std::uint8_t>)
ECHO(ListS32, wit::vector<std::int32_t>)
ECHO(ListU64, wit::vector<std::uint64_t>)
ECHO(ListF64, wit::vector<double>)
ECHO(ListChar, wit::vector<std::uint32_t>)
ECHO(ListString, wit::vector<wit::string>)
ECHO(ListPoint, wit::vector<Point>)
ECHO(ListReading, wit::vector<Reading>)
ECHO(ListOptionS32, wit::vector<std::optional<std::int32_t>>)
ECHO(ListListS32, wit::vector<wit::vector<std::int32_t>>)
ECHO(ListListString, wit::vector<wit::vector<wit::string>>)
ECHO(ListNumber, wit::vector<Number>)

ECHO(Point, Point)
ECHO(Segment, Segment)
ECHO(Reading, Reading)

ECHO(TupleSingle, std::tuple<bool>)
ECHO(TuplePair, std::tuple<std::int32_t, wit::string>)
ECHO(TupleMixed, std::tuple<std::uint8_t, std::uint64_t, float, std::int16_t>)

ECHO(OptionBool, std::optional<bool>)
ECHO(OptionS32, std::optional<std::int32_t>)
ECHO(OptionS64, std::optional<std::int64_t>)
ECHO(OptionF64, std::optional<double>)
ECHO(OptionString, std::optional<wit::string>)
ECHO(OptionListU8, std::optional<wit::vector<std::uint8_t>>)
ECHO(OptionPoint, std::optional<Point>)
ECHO(OptionReading, std::optional<Reading>)
ECHO(OptionOptionS32, std::optional<std::optional<std::int32_t>>)

ECHO(Result, std::expected<std::int64_t, wit::string>)
ECHO(ResultError, std::expected<void, wit::string>)
ECHO(ResultValue, std::expected<std::int64_t, wit::Void>)
ECHO(ResultBare, std::expected<void, wit::Void>)
ECHO(ListResult, wit::vector<std::expected<double, wit::string>>)

ECHO(Colour, Colour)
ECHO(Shape, Shape)
ECHO(Number, Number)
ECHO(Word, Word)

ECHO(Permissions, Permissions)
ECHO(Months, Months)
ECHO(Sensors, Sensors)
ECHO(Bits, Bits)

} // namespace exports::nacre::shapes::echo
