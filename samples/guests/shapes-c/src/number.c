// Numbers as the shortest text that reads back the same. C's printf has no such format, so this looks for it: the
// fewest digits that strtod takes for the same number.

#include "text.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// digits * 10^exponent
typedef struct {
    uint64_t digits;
    int exponent;
} decimal_t;

typedef double read_t(const char *text);

static double read_float(const char *text) { return strtof(text, NULL); }

static double read_double(const char *text) { return strtod(text, NULL); }

static bool reads_back(decimal_t decimal, double number, read_t *read) {
    char text[40];
    snprintf(text, sizeof text, "%" PRIu64 "e%d", decimal.digits, decimal.exponent);
    return read(text) == number;
}

// Rounds a finite number above 0 to `count` significant digits.
static decimal_t round_to(double number, int count) {
    char text[40];
    snprintf(text, sizeof text, "%.*e", count - 1, number);
    char *exponent = strchr(text, 'e');
    decimal_t decimal = {0, atoi(exponent + 1) - (count - 1)};
    for (const char *at = text; at < exponent; at++) {
        if (*at != '.') {
            decimal.digits = decimal.digits * 10 + (uint64_t)(*at - '0');
        }
    }
    return decimal;
}

// The neighbours of a power of two are farther away above than below, so the digits above the nearest ones may read
// back where the nearest do not.
static decimal_t shortest(double number, read_t *read) {
    decimal_t decimal = {0, 0};
    for (int count = 1; count <= 17; count++) {
        decimal = round_to(number, count);
        if (reads_back(decimal, number, read)) {
            break;
        }
        decimal.digits++;
        if (reads_back(decimal, number, read)) {
            break;
        }
    }
    return decimal;
}

static void put_zeros(text_t *text, int count) {
    for (int i = 0; i < count; i++) {
        text_put_format(text, "0");
    }
}

static void put_decimal(text_t *text, decimal_t decimal) {
    char digits[24];
    int count = snprintf(digits, sizeof digits, "%" PRIu64, decimal.digits);
    int point = count + decimal.exponent; // digits before the point
    if (decimal.exponent >= 0) {
        text_put_format(text, "%s", digits);
        put_zeros(text, decimal.exponent);
    } else if (point > 0) {
        text_put_format(text, "%.*s.%s", point, digits, digits + point);
    } else {
        text_put_format(text, "0.");
        put_zeros(text, -point);
        text_put_format(text, "%s", digits);
    }
}

static void put_number(text_t *text, double number, read_t *read) {
    if (isnan(number)) {
        text_put_format(text, "NaN");
        return;
    }
    if (signbit(number)) {
        text_put_format(text, "-");
    }
    if (isinf(number)) {
        text_put_format(text, "inf");
    } else if (number == 0) {
        text_put_format(text, "0");
    } else {
        put_decimal(text, shortest(fabs(number), read));
    }
}

void text_put_float(text_t *text, float number) { put_number(text, number, read_float); }

void text_put_double(text_t *text, double number) { put_number(text, number, read_double); }
