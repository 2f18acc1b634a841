// Package export_wit_world has the functions at the top level of the world: those of the interface compute once more.
package export_wit_world

import (
	wit "go.bytecodealliance.org/pkg/wit/types"

	compute "wit_component/export_nacre_shapes_compute"
)

func Scale(v float64) float64 {
	return compute.Scale(v)
}

func ScaleLong(v int64) int64 {
	return compute.ScaleLong(v)
}

func Add(a, b int32) int32 {
	return compute.Add(a, b)
}

func Upper(s string) string {
	return compute.Upper(s)
}

func Divide(a, b int64) wit.Result[int64, string] {
	return compute.Divide(a, b)
}
