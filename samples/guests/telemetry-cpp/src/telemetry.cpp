// The telemetry guest in C++. The header is generated from wit/telemetry.wit by `wit-bindgen cpp`.

#include "processor_cpp.h"

#include <cstdint>
#include <expected>
#include <string_view>
#include <utility>

namespace logger = local::telemetry::logger;

namespace {

constexpr std::uint8_t kMask = 0xAA;

} // namespace

// The payload belongs to this function, so it is masked where it lies and handed back.
std::expected<wit::vector<std::uint8_t>, wit::string>
exports::processor::HandleData(wit::vector<std::uint8_t> payload) {
    logger::Log("info", "Initiating telemetry payload processing");
    if (payload.empty()) {
        return std::unexpected(wit::string::from_view("Payload cannot be empty"));
    }
    for (std::uint8_t &byte : payload.get_view()) {
        byte ^= kMask;
    }
    logger::Log("debug", "Payload obfuscation complete");
    return payload;
}
