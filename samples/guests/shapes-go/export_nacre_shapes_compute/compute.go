// Package export_nacre_shapes_compute has the interface compute: small functions with one obvious answer each.
package export_nacre_shapes_compute

import (
	"fmt"
	"math"
	"math/bits"
	"strconv"
	"strings"

	wit "go.bytecodealliance.org/pkg/wit/types"

	"wit_component/garbage"
	echo "wit_component/nacre_shapes_echo"
)

func Scale(v float64) float64 {
	return v*2 + 1
}

func ScaleLong(v int64) int64 {
	return v*2 + 1
}

func Add(a, b int32) int32 {
	return a + b
}

func Concat(a, b string) string {
	garbage.Collect()
	return a + b
}

func SumList(xs []int64) int64 {
	garbage.Collect()
	sum := int64(0)
	for _, x := range xs {
		sum += x
	}
	return sum
}

func Divide(a, b int64) wit.Result[int64, string] {
	switch {
	case b == 0:
		return wit.Err[int64, string]("division by zero")
	case a == math.MinInt64 && b == -1:
		return wit.Err[int64, string]("overflow")
	default:
		return wit.Ok[int64, string](a / b)
	}
}

func CoalesceOption(a wit.Option[int32], b int32) int32 {
	return a.SomeOr(b)
}

func Many(
	a bool, b int8, c uint8, d int16, e uint16, f int32, g uint32, h int64, i uint64,
	j float32, k float64, l rune, m string, n bool, o int32, p int64, q float64, r string,
) string {
	garbage.Collect()
	return fmt.Sprintf("%t,%d,%d,%d,%d,%d,%d,%d,%d,%s,%s,%c,%s,%t,%d,%d,%s,%s",
		a, b, c, d, e, f, g, h, i, decimal(float64(j), 32), decimal(k, 64), l, m, n, o, p, decimal(q, 64), r)
}

// decimal writes a number with as many digits as it takes to tell it from its neighbours, and without an exponent.
func decimal(v float64, bits int) string {
	if math.IsInf(v, 0) {
		return strings.ToLower(strings.TrimPrefix(strconv.FormatFloat(v, 'f', -1, bits), "+"))
	}
	return strconv.FormatFloat(v, 'f', -1, bits)
}

func Swap(a uint32, b string) (string, uint32) {
	garbage.Collect()
	return b, a
}

func CountSet(f echo.Bits) uint32 {
	return uint32(bits.OnesCount32(f))
}

func Area(s echo.Shape) float64 {
	switch s.Tag() {
	case echo.Shape_Circle:
		return math.Pi * s.Circle() * s.Circle()
	case echo.Shape_Rectangle:
		return s.Rectangle().Width * s.Rectangle().Height
	case echo.Shape_Square:
		return float64(s.Square()) * float64(s.Square())
	default:
		return 0
	}
}
