// The guest reach-rust in node, where jco's host is told to deny the network. It lets a guest make a socket and write a
// request, which Nacre does not; what would reach out has to fail in both.

import assert from 'node:assert/strict';
import { outgoingHandler } from '@bytecodealliance/preview2-shim/http';
import { _denyDnsLookup, _denyTcp, _denyUdp } from '@bytecodealliance/preview2-shim/sockets';

_denyDnsLookup();
_denyTcp();
_denyUdp();
// the shim's own _denyHttp answers with an error that wasi:http does not have
outgoingHandler.handle = () => {
    throw { tag: 'HTTP-request-denied' };
};

const OUT = ['resolve-addresses', 'std connect', 'std listen', 'std udp'];

export default function check(reach) {
    const sockets = reach.reachSockets();
    const out = sockets.filter(([name]) => OUT.includes(name));
    assert.deepEqual(out.map(([name]) => name), OUT);
    for (const [name, answer] of out) {
        assert.match(answer, /PermissionDenied|"permanent-resolver-failure"/, name);
    }
    assert.equal(sockets.length, 8);

    const http = reach.reachHttp();
    assert.equal(http.length, 29);
    assert.deepEqual(Object.fromEntries(http).handle, 'Some(ErrorCode::HttpRequestDenied)');
}
