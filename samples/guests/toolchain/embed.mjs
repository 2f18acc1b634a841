// Makes a component out of a core module, as `jco embed --string-encoding utf16` and `jco new` do; that `jco embed` finds
// no WIT file with the pinned versions.
//
//   usage: node --input-type=module - MODULE WIT COMPONENT <embed.mjs        in the folder that node.sh made

import { componentEmbed, componentNew } from '@bytecodealliance/jco';
import { readFile, writeFile } from 'node:fs/promises';

const [module, wit, component] = process.argv.slice(2);
const embedded = await componentEmbed({
    binary: await readFile(module),
    witSource: await readFile(wit, 'utf8'),
    stringEncoding: 'utf16',
});
await writeFile(component, await componentNew(embedded, []));
