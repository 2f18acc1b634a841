// Package export_wit_world has the functions that the world processor exports; the bindings call them by these names.
package export_wit_world

import (
	wit "go.bytecodealliance.org/pkg/wit/types"

	"wit_component/local_telemetry_logger"
)

// HandleData masks a payload: every byte XOR 0xAA. An empty payload is an error.
func HandleData(payload []byte) wit.Result[[]byte, string] {
	collect(2 * len(payload))
	local_telemetry_logger.Log("info", "Initiating telemetry payload processing")
	if len(payload) == 0 {
		return wit.Err[[]byte, string]("Payload cannot be empty")
	}
	masked := make([]byte, len(payload))
	for i, b := range payload {
		masked[i] = b ^ 0xAA
	}
	local_telemetry_logger.Log("debug", "Payload obfuscation complete")
	return wit.Ok[[]byte, string](masked)
}
