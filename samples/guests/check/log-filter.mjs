// The guest log-filter-c by itself.

import assert from 'node:assert/strict';
import { lines } from './logger.mjs';

export default function check({ logger }) {
    for (const level of ['trace', 'debug', 'info', 'warn', 'error', 'tracer', '']) {
        logger.log(level, `Grüße ${level}`);
    }
    logger.log('info', '');
    assert.deepEqual(lines, [
        'info: #1 Grüße info', 'warn: #2 Grüße warn', 'error: #3 Grüße error', 'tracer: #4 Grüße tracer',
        ': #5 Grüße ', 'info: #6 ',
    ]);
}
