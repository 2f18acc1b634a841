// The telemetry guest in JavaScript. An error of the WIT is thrown.

import { log } from 'local:telemetry/logger';

const MASK = 0xaa;

export function handleData(payload) {
    log('info', 'Initiating telemetry payload processing');
    if (payload.length === 0) {
        throw 'Payload cannot be empty';
    }
    const masked = payload.map(byte => byte ^ MASK);
    log('debug', 'Payload obfuscation complete');
    return masked;
}
