// The interface `echo`: what comes in goes out. The bindings free the answer after the host has read it, so what an
// argument owns moves to the answer as it is.

#include "shapes.h"

// What fits a C value goes by value, everything else by pointer, and an option's none is the null pointer.
#define ECHO_VALUE(name, type)                                                                                         \
    type exports_nacre_shapes_echo_echo_##name(type x) { return x; }
#define ECHO(name, type)                                                                                               \
    void exports_nacre_shapes_echo_echo_##name(type *x, type *ret) { *ret = *x; }
#define ECHO_OPTION(name, type)                                                                                        \
    bool exports_nacre_shapes_echo_echo_##name(type *maybe_x, type *ret) {                                             \
        if (maybe_x == NULL) {                                                                                         \
            return false;                                                                                              \
        }                                                                                                              \
        *ret = *maybe_x;                                                                                               \
        return true;                                                                                                   \
    }

ECHO_VALUE(bool, bool)
ECHO_VALUE(s8, int8_t)
ECHO_VALUE(s16, int16_t)
ECHO_VALUE(s32, int32_t)
ECHO_VALUE(s64, int64_t)
ECHO_VALUE(u8, uint8_t)
ECHO_VALUE(u16, uint16_t)
ECHO_VALUE(u32, uint32_t)
ECHO_VALUE(u64, uint64_t)
ECHO_VALUE(f32, float)
ECHO_VALUE(f64, double)
ECHO_VALUE(char, uint32_t)
ECHO(string, shapes_string_t)

ECHO(list_bool, shapes_list_bool_t)
ECHO(list_u8, shapes_list_u8_t)
ECHO(list_s32, shapes_list_s32_t)
ECHO(list_u64, shapes_list_u64_t)
ECHO(list_f64, shapes_list_f64_t)
ECHO(list_char, shapes_list_char32_t)
ECHO(list_string, shapes_list_string_t)
ECHO(list_point, exports_nacre_shapes_echo_list_point_t)
ECHO(list_reading, exports_nacre_shapes_echo_list_reading_t)
ECHO(list_option_s32, shapes_list_option_s32_t)
ECHO(list_list_s32, shapes_list_list_s32_t)
ECHO(list_list_string, shapes_list_list_string_t)
ECHO(list_number, exports_nacre_shapes_echo_list_number_t)

ECHO(point, exports_nacre_shapes_echo_point_t)
ECHO(segment, exports_nacre_shapes_echo_segment_t)
ECHO(reading, exports_nacre_shapes_echo_reading_t)

ECHO(tuple_single, shapes_tuple1_bool_t)
ECHO(tuple_pair, shapes_tuple2_s32_string_t)
ECHO(tuple_mixed, shapes_tuple4_u8_u64_f32_s16_t)

ECHO_OPTION(option_bool, bool)
ECHO_OPTION(option_s32, int32_t)
ECHO_OPTION(option_s64, int64_t)
ECHO_OPTION(option_f64, double)
ECHO_OPTION(option_string, shapes_string_t)
ECHO_OPTION(option_list_u8, shapes_list_u8_t)
ECHO_OPTION(option_point, exports_nacre_shapes_echo_point_t)
ECHO_OPTION(option_reading, exports_nacre_shapes_echo_reading_t)
ECHO_OPTION(option_option_s32, shapes_option_s32_t)

ECHO(list_result, exports_nacre_shapes_echo_list_result_f64_string_t)

ECHO_VALUE(colour, exports_nacre_shapes_echo_colour_t)
ECHO(shape, exports_nacre_shapes_echo_shape_t)
ECHO(number, exports_nacre_shapes_echo_number_t)
ECHO(word, exports_nacre_shapes_echo_word_t)

ECHO_VALUE(permissions, exports_nacre_shapes_echo_permissions_t)
ECHO_VALUE(months, exports_nacre_shapes_echo_months_t)
ECHO_VALUE(sensors, exports_nacre_shapes_echo_sensors_t)
ECHO_VALUE(bits, exports_nacre_shapes_echo_bits_t)

// A result comes in as a value and goes out as the truth of "it is ok", with one pointer for each side.

bool exports_nacre_shapes_echo_echo_result(exports_nacre_shapes_echo_result_s64_string_t *x, int64_t *ret,
                                           shapes_string_t *err) {
    if (x->is_err) {
        *err = x->val.err;
    } else {
        *ret = x->val.ok;
    }
    return !x->is_err;
}

bool exports_nacre_shapes_echo_echo_result_error(exports_nacre_shapes_echo_result_void_string_t *x,
                                                 shapes_string_t *err) {
    if (x->is_err) {
        *err = x->val.err;
    }
    return !x->is_err;
}

bool exports_nacre_shapes_echo_echo_result_value(exports_nacre_shapes_echo_result_s64_void_t *x, int64_t *ret) {
    if (!x->is_err) {
        *ret = x->val.ok;
    }
    return !x->is_err;
}

bool exports_nacre_shapes_echo_echo_result_bare(exports_nacre_shapes_echo_result_void_void_t *x) { return !x->is_err; }
