// Stands between a component that logs and the log. The header is generated from wit/ by `wit-bindgen c`.

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "log_filter.h"

// How many lines were passed on; it lives as long as the instance.
static unsigned passed_on;

static bool is(const log_filter_string_t *text, const char *word) {
    return text->len == strlen(word) && memcmp(text->ptr, word, text->len) == 0;
}

// Room for "#", ten digits and a space.
enum { NUMBER_BYTES = 12 };

// The arguments belong to this function; so does the numbered line, which the host has copied when the call is back.
void exports_local_telemetry_logger_log(log_filter_string_t *level, log_filter_string_t *message) {
    if (!is(level, "trace") && !is(level, "debug")) {
        char number[NUMBER_BYTES + 1];
        size_t length = (size_t)snprintf(number, sizeof number, "#%u ", ++passed_on);
        log_filter_string_t line = {malloc(length + message->len), length + message->len};
        if (line.ptr == NULL) {
            abort();
        }
        memcpy(line.ptr, number, length);
        memcpy(line.ptr + length, message->ptr, message->len);
        local_telemetry_logger_log(level, &line);
        log_filter_string_free(&line);
    }
    log_filter_string_free(level);
    log_filter_string_free(message);
}
