// Makes a component out of a core module for WASI 0.1: adds its world, and the adapter that speaks WASI 0.2 for it.
//
//   usage: node componentize.mjs JCO CORE WIT COMPONENT        JCO is the folder of the package @bytecodealliance/jco
//
// The same as `jco embed --wit WIT CORE` and `jco new --adapt`, in one step.

import { readFile, writeFile } from 'node:fs/promises';

const [jco, core, wit, component] = process.argv.slice(2);
const { componentEmbed, componentNew } = await import(`${jco}/dist/api.js`);

const adapter = await readFile(`${jco}/lib/wasi_snapshot_preview1.reactor.wasm`);
const embedded = await componentEmbed({ binary: await readFile(core), witSource: await readFile(wit, 'utf8') });
await writeFile(component, await componentNew(embedded, [['wasi_snapshot_preview1', adapter]]));
