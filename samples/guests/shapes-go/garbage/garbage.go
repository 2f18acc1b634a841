// Package garbage collects what calls leave behind, at a time when that is allowed.
//
// Go's collector reads the clock. It would start by itself while the host asks for memory to put arguments into, and at that
// time a component may not call its host: the call would end with an error. So it never starts by itself.
package garbage

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// enough is how many bytes of new memory are worth a collection.
const enough = 1 << 20

var (
	allocated = []metrics.Sample{{Name: "/gc/heap/allocs:bytes"}}
	collected uint64
)

func init() {
	debug.SetGCPercent(-1)
}

// Collect is called by exported functions that allocate, before they do anything else.
func Collect() {
	metrics.Read(allocated)
	if now := allocated[0].Value.Uint64(); now-collected > enough {
		runtime.GC()
		collected = now
	}
}
