// Makes a component out of a core module, as `jco embed` and `jco new` do: adds its world, and with --adapt the adapter
// that speaks WASI 0.2 for a module made for WASI 0.1. Not by the commands: `jco embed` of the pinned version finds no WIT
// file.
//
//   usage: node componentize.mjs JCO CORE WIT COMPONENT [--adapt | --utf16]
//
//   JCO       the folder of the package @bytecodealliance/jco
//   --utf16   the module has its strings in UTF-16

import { readFile, writeFile } from 'node:fs/promises';

const [jco, core, wit, component, form] = process.argv.slice(2);
const { componentEmbed, componentNew } = await import(`${jco}/dist/api.js`);

const embedded = await componentEmbed({
    binary: await readFile(core),
    witSource: await readFile(wit, 'utf8'),
    stringEncoding: form === '--utf16' ? 'utf16' : 'utf8',
});
const adapters = form === '--adapt'
    ? [['wasi_snapshot_preview1', await readFile(`${jco}/lib/wasi_snapshot_preview1.reactor.wasm`)]]
    : [];
await writeFile(component, await componentNew(embedded, adapters));
