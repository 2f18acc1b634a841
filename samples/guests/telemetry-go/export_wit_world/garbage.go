package export_wit_world

import (
	"runtime"
	"runtime/debug"
)

// Go's collector reads the clock. It would start by itself while the host asks for memory to put arguments into, and at that
// time a component may not call its host: the call would end with an error. So it starts here alone.
func init() {
	debug.SetGCPercent(-1)
}

const (
	// enough is how many bytes are worth a collection.
	enough = 1 << 20
	// aside is more than what a call allocates beside the bytes that it takes and gives.
	aside = 1 << 10
)

// garbage is how many bytes the calls since the last collection have left behind.
var garbage int

// collect is called by an exported function before it does anything else, with the bytes that it takes and gives.
func collect(bytes int) {
	garbage += bytes + aside
	if garbage > enough {
		runtime.GC()
		garbage = 0
	}
}
