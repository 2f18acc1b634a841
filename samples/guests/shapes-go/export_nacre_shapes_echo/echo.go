// Package export_nacre_shapes_echo has the interface echo: what comes in goes out.
package export_nacre_shapes_echo

import (
	wit "go.bytecodealliance.org/pkg/wit/types"

	"wit_component/garbage"
	echo "wit_component/nacre_shapes_echo"
)

func EchoBool(x bool) bool {
	return x
}

func EchoS8(x int8) int8 {
	return x
}

func EchoS16(x int16) int16 {
	return x
}

func EchoS32(x int32) int32 {
	return x
}

func EchoS64(x int64) int64 {
	return x
}

func EchoU8(x uint8) uint8 {
	return x
}

func EchoU16(x uint16) uint16 {
	return x
}

func EchoU32(x uint32) uint32 {
	return x
}

func EchoU64(x uint64) uint64 {
	return x
}

func EchoF32(x float32) float32 {
	return x
}

func EchoF64(x float64) float64 {
	return x
}

func EchoChar(x rune) rune {
	return x
}

func EchoString(x string) string {
	garbage.Collect()
	return x
}

func EchoListBool(x []bool) []bool {
	garbage.Collect()
	return x
}

func EchoListU8(x []uint8) []uint8 {
	garbage.Collect()
	return x
}

func EchoListS32(x []int32) []int32 {
	garbage.Collect()
	return x
}

func EchoListU64(x []uint64) []uint64 {
	garbage.Collect()
	return x
}

func EchoListF64(x []float64) []float64 {
	garbage.Collect()
	return x
}

func EchoListChar(x []rune) []rune {
	garbage.Collect()
	return x
}

func EchoListString(x []string) []string {
	garbage.Collect()
	return x
}

func EchoListPoint(x []echo.Point) []echo.Point {
	garbage.Collect()
	return x
}

func EchoListReading(x []echo.Reading) []echo.Reading {
	garbage.Collect()
	return x
}

func EchoListOptionS32(x []wit.Option[int32]) []wit.Option[int32] {
	garbage.Collect()
	return x
}

func EchoListListS32(x [][]int32) [][]int32 {
	garbage.Collect()
	return x
}

func EchoListListString(x [][]string) [][]string {
	garbage.Collect()
	return x
}

func EchoListNumber(x []echo.Number) []echo.Number {
	garbage.Collect()
	return x
}

func EchoPoint(x echo.Point) echo.Point {
	return x
}

func EchoSegment(x echo.Segment) echo.Segment {
	return x
}

func EchoReading(x echo.Reading) echo.Reading {
	garbage.Collect()
	return x
}

func EchoTupleSingle(x wit.Tuple1[bool]) bool {
	garbage.Collect()
	return x.F0
}

func EchoTuplePair(x wit.Tuple2[int32, string]) (int32, string) {
	garbage.Collect()
	return x.F0, x.F1
}

func EchoTupleMixed(x wit.Tuple4[uint8, uint64, float32, int16]) (uint8, uint64, float32, int16) {
	garbage.Collect()
	return x.F0, x.F1, x.F2, x.F3
}

func EchoOptionBool(x wit.Option[bool]) wit.Option[bool] {
	return x
}

func EchoOptionS32(x wit.Option[int32]) wit.Option[int32] {
	return x
}

func EchoOptionS64(x wit.Option[int64]) wit.Option[int64] {
	return x
}

func EchoOptionF64(x wit.Option[float64]) wit.Option[float64] {
	return x
}

func EchoOptionString(x wit.Option[string]) wit.Option[string] {
	garbage.Collect()
	return x
}

func EchoOptionListU8(x wit.Option[[]uint8]) wit.Option[[]uint8] {
	garbage.Collect()
	return x
}

func EchoOptionPoint(x wit.Option[echo.Point]) wit.Option[echo.Point] {
	return x
}

func EchoOptionReading(x wit.Option[echo.Reading]) wit.Option[echo.Reading] {
	garbage.Collect()
	return x
}

func EchoOptionOptionS32(x wit.Option[wit.Option[int32]]) wit.Option[wit.Option[int32]] {
	return x
}

func EchoResult(x wit.Result[int64, string]) wit.Result[int64, string] {
	garbage.Collect()
	return x
}

func EchoResultError(x wit.Result[wit.Unit, string]) wit.Result[wit.Unit, string] {
	garbage.Collect()
	return x
}

func EchoResultValue(x wit.Result[int64, wit.Unit]) wit.Result[int64, wit.Unit] {
	garbage.Collect()
	return x
}

func EchoResultBare(x wit.Result[wit.Unit, wit.Unit]) wit.Result[wit.Unit, wit.Unit] {
	garbage.Collect()
	return x
}

func EchoListResult(x []wit.Result[float64, string]) []wit.Result[float64, string] {
	garbage.Collect()
	return x
}

func EchoColour(x echo.Colour) echo.Colour {
	return x
}

func EchoShape(x echo.Shape) echo.Shape {
	garbage.Collect()
	return x
}

func EchoNumber(x echo.Number) echo.Number {
	garbage.Collect()
	return x
}

func EchoWord(x echo.Word) echo.Word {
	garbage.Collect()
	return x
}

func EchoPermissions(x echo.Permissions) echo.Permissions {
	return x
}

func EchoMonths(x echo.Months) echo.Months {
	return x
}

func EchoSensors(x echo.Sensors) echo.Sensors {
	return x
}

func EchoBits(x echo.Bits) echo.Bits {
	return x
}
