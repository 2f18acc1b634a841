// The interface local:telemetry/logger for the checks: keeps what was logged.

export const lines = [];

export function log(level, message) {
    lines.push(`${level}: ${message}`);
}
