// The functions at the top level of the world are those of the interface `compute`.

#include "shapes.h"

double exports_shapes_scale(double v) { return exports_nacre_shapes_compute_scale(v); }

int64_t exports_shapes_scale_long(int64_t v) { return exports_nacre_shapes_compute_scale_long(v); }

int32_t exports_shapes_add(int32_t a, int32_t b) { return exports_nacre_shapes_compute_add(a, b); }

void exports_shapes_upper(shapes_string_t *s, shapes_string_t *ret) { exports_nacre_shapes_compute_upper(s, ret); }

bool exports_shapes_divide(int64_t a, int64_t b, int64_t *ret, shapes_string_t *err) {
    return exports_nacre_shapes_compute_divide(a, b, ret, err);
}
