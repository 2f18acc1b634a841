// Makes a component out of JavaScript by StarlingMonkey, without any import from WASI.
//
//   usage: node --input-type=module - SOURCE WIT WORLD COMPONENT <starlingmonkey.mjs     in the folder that javascript.sh made

import { componentize } from '@bytecodealliance/componentize-js';
import { writeFile } from 'node:fs/promises';

const [sourcePath, witPath, worldName, file] = process.argv.slice(2);
const disableFeatures = ['stdio', 'random', 'clocks', 'http', 'fetch-event'];
const { component } = await componentize({ sourcePath, witPath, worldName, disableFeatures });
await writeFile(file, component);
