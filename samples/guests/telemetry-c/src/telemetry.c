// The telemetry guest in C. The header is generated from wit/telemetry.wit by `wit-bindgen c`.

#include "processor.h"

static const uint8_t MASK = 0xAA;

static void say(const char *level, const char *message) {
    processor_string_t level_text, message_text;
    processor_string_set(&level_text, level);
    processor_string_set(&message_text, message);
    local_telemetry_logger_log(&level_text, &message_text);
}

// Returns true with the masked bytes in `masked`, false with a text in `error`.
// The payload belongs to this function, so it is masked where it lies; the bindings free it after the host has read it.
bool exports_processor_handle_data(processor_list_u8_t *payload, processor_list_u8_t *masked,
                                   processor_string_t *error) {
    say("info", "Initiating telemetry payload processing");
    if (payload->len == 0) {
        processor_string_dup(error, "Payload cannot be empty");
        return false;
    }
    for (size_t i = 0; i < payload->len; i++) {
        payload->ptr[i] ^= MASK;
    }
    *masked = *payload;
    say("debug", "Payload obfuscation complete");
    return true;
}
