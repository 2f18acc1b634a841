// The guest sessionize-rust: one visitor and several, whatever the batches, dates far apart, events out of order.

import assert from 'node:assert/strict';

const timestamp = text => {
    const [, year, month, day, hour, minute, second, nanosecond] = text.match(/(\d+)-(\d+)-(\d+) (\d+):(\d+):(\d+)\.?(\d*)/);
    return {
        date: { year: +year, month: +month, day: +day },
        time: { hour: +hour, minute: +minute, second: +second, nanosecond: +nanosecond.padEnd(9, '0') },
    };
};
const events = [
    ['ann', '2024-02-28 23:59:30', '/'], ['ann', '2024-02-28 23:59:59.5', '/cart'], ['ann', '2024-02-29 00:29:59.5', '/pay'],
    ['ann', '2024-02-29 01:00:00', '/'],
    ['bo', '1999-12-31 23:59:59', '/'], ['bo', '2000-03-01 00:00:00', '/cart'],
].map(([visitor, at, page]) => ({ visitor, at: timestamp(at), page }));

function run(processor, rows, size) {
    const results = [];
    for (let start = 0; start < rows.length; start += size) {
        results.push(...processor.process(rows.slice(start, start + size)));
    }
    results.push(...processor.finish());
    return results;
}

const SESSIONS = [
    ['ann', 1, 0, 2, 1829.5, 3], ['ann', 2, 3, 3, 0, 1], ['bo', 1, 4, 4, 0, 1], ['bo', 2, 5, 5, 0, 1],
].map(([visitor, number, first, last, seconds, count]) => ({
    visitor, number, startedAt: events[first].at, endedAt: events[last].at, seconds, events: count,
    firstPage: events[first].page, lastPage: events[last].page,
}));

const PLACES = [[1, 1, undefined], [1, 2, 29.5], [1, 3, 1800], [2, 1, undefined], [1, 1, undefined], [2, 1, undefined]];

export default function check({ processors: { Sessions, SessionEvents } }) {
    for (const size of [1, 2, 4, 100]) {
        assert.deepEqual(run(new Sessions(1800), events, size), SESSIONS);
        assert.deepEqual(run(new SessionEvents(1800), events, size), events.map((event, index) => {
            const [number, step, pauseSeconds] = PLACES[index];
            return { ...event, number, step, pauseSeconds };
        }));
    }
    assert.deepEqual(run(new Sessions(0), [], 1), []);
    assert.equal(run(new Sessions(4294967295), events, 100).length, 2);
    const leap = run(new SessionEvents(6_000_000), events.slice(4), 100)[1];
    assert.equal(leap.pauseSeconds, 60 * 86400 + 1, 'January and February of 2000 have 60 days');
    assert.throws(() => new Sessions(10).process([events[1], events[0]]),
        { payload: "visitor 'ann': expected events ordered by time, found one 29.5 s before the last" });
}
