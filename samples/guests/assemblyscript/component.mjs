// A transform of the AssemblyScript compiler: gives a module's exports the names that a component needs.
//
//     asc assembly/index.ts --transform component.mjs
//
// AssemblyScript has identifiers where WIT has words with hyphens, and no name for a function of an interface. So:
//
//     export function handleData() ...              handle-data, a function of the world
//     import "./echo", which exports echoBool       nacre:shapes/echo@0.1.0#echo-bool, a function of an interface
//
// A module that the entry file imports without a name is an interface of the package, whose name is read from wit/*.wit.
// A function that is declared to give `Returned` gets the exported function `cabi_post` as its post-return. Exports with
// `cabi_` in front keep their names.

import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const ENTRY = 1;        // SourceKind.UserEntry of the compiler
const EXPORTED = 1 << 1; // CommonFlags.Export
const BETWEEN = '$';    // separates an interface from a function in the names that the compiler gets to see
const POST_RETURN = 'cabi_post';

export default class ComponentExports {
    /** The internal names of the functions that give an area. */
    returning = new Set();

    afterParse(parser) {
        for (const source of parser.sources) {
            for (const { name } of source.statements.filter(givesArea)) {
                this.returning.add(`${source.internalPath}/${name.text}`);
            }
        }
        for (const entry of parser.sources.filter(isEntry)) {
            const exports = interfacesOf(entry).map(path => exportOf(parser.sources.find(source => source.internalPath === path)));
            parser.parseFile(exports.join('\n'), `${dirname(entry.internalPath)}/${BETWEEN}interfaces.ts`, true);
        }
    }

    afterCompile(module) {
        const nameOf = naming(packageOf(join(this.baseDir, 'wit')));
        const functions = functionExports(this.binaryen, module);
        const postReturn = functions.find(({ name }) => name === POST_RETURN)?.value;
        for (const { name, value } of functions.filter(({ name }) => !name.startsWith('cabi_'))) {
            module.removeExport(name);
            module.addFunctionExport(value, nameOf(name));
            if (postReturn && this.returning.has(value)) {
                module.addFunctionExport(postReturn, `${POST_RETURN}_${nameOf(name)}`);
            }
        }
        module.removeExport(POST_RETURN);
    }
}

function givesArea({ signature }) {
    return signature?.returnType?.name?.identifier.text === 'Returned';
}

/** The compiler's own run time is an entry as well. */
function isEntry({ sourceKind, internalPath }) {
    return sourceKind === ENTRY && !internalPath.startsWith('~lib/');
}

/** The paths of the modules that a source imports without a name. */
function interfacesOf({ statements }) {
    return statements
        .filter(statement => statement.declarations === null && statement.namespaceName === null)
        .map(({ internalPath }) => internalPath);
}

/** The text that exports a module's functions once more, with the module's name in front. */
function exportOf({ internalPath, statements }) {
    const module = basename(internalPath);
    const declared = statements.filter(({ signature, flags }) => signature && flags & EXPORTED).map(({ name }) => name.text);
    const listed = statements.flatMap(({ members }) => members ?? []).flatMap(({ exportedName }) => exportedName?.text ?? []);
    const members = [...declared, ...listed].map(name => `${name} as ${module}${BETWEEN}${name}`);
    return `export { ${members.join(', ')} } from "./${module}";`;
}

function naming({ name, version }) {
    return identifier => {
        const [first, second] = identifier.split(BETWEEN).map(kebab);
        return second === undefined ? first : `${name}/${first}${version ? `@${version}` : ''}#${second}`;
    };
}

function kebab(identifier) {
    return identifier.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase();
}

function packageOf(folder) {
    const texts = readdirSync(folder).map(file => readFileSync(join(folder, file), 'utf8'));
    const declaration = /^package (?<name>[^@;\s]+)(?:@(?<version>[^;\s]+))?;/m.exec(texts.join('\n'));
    if (!declaration) {
        throw new Error(`'${folder}': expected the declaration of a package in a WIT file, found none`);
    }
    return declaration.groups;
}

function functionExports(binaryen, module) {
    return Array.from({ length: module.getNumExports() }, (_, index) => binaryen.getExportInfo(module.getExportByIndex(index)))
        .filter(({ kind }) => kind === binaryen.ExternalFunction);
}
