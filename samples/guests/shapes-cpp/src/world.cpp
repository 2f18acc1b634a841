// The functions at the top level of the world are those of the interface `compute`.

#include "shapes_cpp.h"

#include <cstdint>
#include <expected>
#include <utility>

namespace compute = exports::nacre::shapes::compute;

namespace exports::shapes {

double Scale(double v) { return compute::Scale(v); }

std::int64_t ScaleLong(std::int64_t v) { return compute::ScaleLong(v); }

std::int32_t Add(std::int32_t a, std::int32_t b) { return compute::Add(a, b); }

wit::string Upper(wit::string s) { return compute::Upper(std::move(s)); }

std::expected<std::int64_t, wit::string> Divide(std::int64_t a, std::int64_t b) { return compute::Divide(a, b); }

} // namespace exports::shapes
