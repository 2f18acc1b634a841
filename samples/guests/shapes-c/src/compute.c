// The interface `compute`: small functions with one obvious answer each. Arguments with memory belong to the function
// that gets them: it frees them or moves them into its answer.

#include "shapes.h"
#include "text.h"

#include <inttypes.h>
#include <math.h>

double exports_nacre_shapes_compute_scale(double v) { return v * 2 + 1; }

// Signed overflow is undefined in C; unsigned arithmetic wraps around.
int64_t exports_nacre_shapes_compute_scale_long(int64_t v) { return (int64_t)((uint64_t)v * 2 + 1); }

int32_t exports_nacre_shapes_compute_add(int32_t a, int32_t b) { return (int32_t)((uint32_t)a + (uint32_t)b); }

void exports_nacre_shapes_compute_upper(shapes_string_t *s, shapes_string_t *ret) {
    text_t text = {0};
    text_put_upper(&text, s);
    *ret = text_take(&text);
    shapes_string_free(s);
}

void exports_nacre_shapes_compute_concat(shapes_string_t *a, shapes_string_t *b, shapes_string_t *ret) {
    text_t text = {0};
    text_put_string(&text, a);
    text_put_string(&text, b);
    *ret = text_take(&text);
    shapes_string_free(a);
    shapes_string_free(b);
}

int64_t exports_nacre_shapes_compute_sum_list(shapes_list_s64_t *xs) {
    uint64_t sum = 0;
    for (size_t i = 0; i < xs->len; i++) {
        sum += (uint64_t)xs->ptr[i];
    }
    shapes_list_s64_free(xs);
    return (int64_t)sum;
}

bool exports_nacre_shapes_compute_divide(int64_t a, int64_t b, int64_t *ret, shapes_string_t *err) {
    if (b == 0) {
        shapes_string_dup(err, "division by zero");
        return false;
    }
    if (a == INT64_MIN && b == -1) {
        shapes_string_dup(err, "overflow");
        return false;
    }
    *ret = a / b;
    return true;
}

int32_t exports_nacre_shapes_compute_coalesce_option(int32_t *maybe_a, int32_t b) {
    return maybe_a != NULL ? *maybe_a : b;
}

static const char *truth(bool value) { return value ? "true" : "false"; }

void exports_nacre_shapes_compute_many(bool a, int8_t b, uint8_t c, int16_t d, uint16_t e, int32_t f, uint32_t g,
                                       int64_t h, uint64_t i, float j, double k, uint32_t l, shapes_string_t *m, bool n,
                                       int32_t o, int64_t p, double q, shapes_string_t *r, shapes_string_t *ret) {
    text_t text = {0};
    text_put_format(&text, "%s,%" PRId8 ",%" PRIu8 ",%" PRId16 ",%" PRIu16, truth(a), b, c, d, e);
    text_put_format(&text, ",%" PRId32 ",%" PRIu32 ",%" PRId64 ",%" PRIu64 ",", f, g, h, i);
    text_put_float(&text, j);
    text_put_format(&text, ",");
    text_put_double(&text, k);
    text_put_format(&text, ",");
    text_put_char(&text, l);
    text_put_format(&text, ",");
    text_put_string(&text, m);
    text_put_format(&text, ",%s,%" PRId32 ",%" PRId64 ",", truth(n), o, p);
    text_put_double(&text, q);
    text_put_format(&text, ",");
    text_put_string(&text, r);
    *ret = text_take(&text);
    shapes_string_free(m);
    shapes_string_free(r);
}

void exports_nacre_shapes_compute_swap(uint32_t a, shapes_string_t *b, shapes_tuple2_string_u32_t *ret) {
    ret->f0 = *b;
    ret->f1 = a;
}

uint32_t exports_nacre_shapes_compute_count_set(exports_nacre_shapes_compute_bits_t f) {
    uint32_t count = 0;
    for (; f != 0; f &= f - 1) {
        count++;
    }
    return count;
}

double exports_nacre_shapes_compute_area(exports_nacre_shapes_compute_shape_t *s) {
    switch (s->tag) {
    case EXPORTS_NACRE_SHAPES_ECHO_SHAPE_CIRCLE:
        return M_PI * s->val.circle * s->val.circle;
    case EXPORTS_NACRE_SHAPES_ECHO_SHAPE_RECTANGLE:
        return s->val.rectangle.width * s->val.rectangle.height;
    case EXPORTS_NACRE_SHAPES_ECHO_SHAPE_SQUARE:
        return (double)s->val.square * (double)s->val.square;
    default:
        return 0;
    }
}
