'use strict';
// dist/library.js: everything in lib/ that works on libtorch, as one file. Rollup puts the modules together, since what
// `import * as nn` means becomes a plain object there. esbuild would make a getter for each of 5,800 names, which took a
// fifth of the time of `require` and left V8 two megabytes more to collect during a program's first calls.
const fs = require('node:fs');
const path = require('node:path');
const { transform } = require('esbuild');
const { rollup } = require('rollup');

const root = path.resolve(__dirname, '..');
const lib = path.join(root, 'lib');

/** The command line has errors of its own, which must be these; so they stay a file. */
const APART = path.join(lib, 'errors');

/** Classes and exported functions of a module itself: what a program can come upon and ask for its name. */
const NAMED = /^(?:(?:export )?(?:abstract )?class|export (?:async )?function\*?) (\w+)/gm;

const NAMER = `const $named = (value, name) => {
  if (value.name !== name) Object.defineProperty(value, 'name', { value: name, configurable: true });
};`;

/**
 * Keeps what a module may know of its place and of its names, though it shares a file with others: `__dirname` is still
 * its own, and a class that the bundle calls `Buffer$1` says `Buffer`.
 */
function asOwnFile(source, file) {
  const folder = path.relative(lib, path.dirname(file)).split(path.sep).join('/');
  const names = new Set([...source.matchAll(NAMED)].map(([, name]) => name));
  const calls = [...names].map((name) => `$named(${name}, '${name}');`).join('');
  return `${source.replaceAll('__dirname', `(__dirname + '/${folder}')`)}\n${calls}`;
}

/** Modules of Node's that few programs need; each takes 1 to 4 ms to load, so it is loaded at its first use. */
const LATER = [
  'node:child_process',
  'node:crypto',
  'node:fs/promises',
  'node:net',
  'node:stream/promises',
  'node:zlib',
];

/** `const node_zlib = require('node:zlib')` becomes a function, and each `node_zlib.` a call of it. */
function later(code, specifier) {
  const [line, name] = new RegExp(`const ([\\w$]+) = require\\('${specifier}'\\);`).exec(code) ?? [];
  if (line === undefined) throw new Error(`library.js does not need ${specifier}: take it from the list`);
  const word = name.replaceAll('$', '\\$');
  const used = code.replace(new RegExp(`(?<![\\w$.])${word}(?=\\.|;$)`, 'gm'), `${name}()`);
  return used.replace(line, () => `const ${name} = () => require('${specifier}');`);
}

/**
 * Leaves out the names that the bundle did not change, each of which would be a call while the package loads, and what is
 * not ASCII, which only comments still have: V8 keeps and reads such a file in half the bytes. Places stay the same.
 */
function tidied(code) {
  const kept = code.replace(/\$named\((\w+), "\1"\);/g, '');
  return kept.replace(/^.*[\u0080-\uffff].*$/gm, (line) => {
    // esbuild writes text in ASCII, but leaves regular expressions as they are.
    if (!/^\s*(\/\/|\/?\*)/.test(line)) throw new Error(`not ASCII; write \\u….: ${line.trim()}`);
    return line.replace(/[\u0080-\uffff]/g, '?');
  });
}

function find(specifier, importer) {
  if (!specifier.startsWith('.')) return { id: specifier, external: true };
  const place = path.resolve(path.dirname(importer), specifier.replace(/\.js$/, ''));
  if (place === APART) return { id: './errors.js', external: true };
  return [`${place}.ts`, path.join(place, 'index.ts')].find((file) => fs.existsSync(file)) ?? null;
}

const modules = (options) => ({
  name: 'modules-of-lib',
  resolveId: (specifier, importer) => (importer === undefined ? null : find(specifier, importer)),
  async load(file) {
    const source = asOwnFile(await fs.promises.readFile(file, 'utf8'), file);
    const { code, map } = await transform(source, { ...options, loader: 'ts', sourcefile: file, sourcemap: true });
    return { code, map };
  },
  renderChunk: (code) => ({ code: LATER.reduce(later, tidied(code)), map: null }),
});

/** What says that the package is inside a bundle, in front of anything that fails there. */
async function refusal(target) {
  const source = await fs.promises.readFile(path.join(lib, 'install/bundled.ts'), 'utf8');
  return (await transform(source, { loader: 'ts', format: 'iife', target })).code;
}

/** Writes library.js and its source map into a folder; `target` is the oldest Node, as esbuild writes it. */
async function bundleLibrary(dist, target) {
  const tsconfigRaw = await fs.promises.readFile(path.join(root, 'tsconfig.json'), 'utf8');
  const bundle = await rollup({
    input: path.join(lib, 'library.ts'),
    plugins: [modules({ target, tsconfigRaw })],
    // All of it is the package's; what runs while it loads keeps its order.
    treeshake: false,
    onwarn: (warning) => {
      throw new Error(warning.message);
    },
  });
  await bundle.write({
    file: path.join(dist, 'library.js'),
    format: 'cjs',
    intro: `${await refusal(target)}\n${NAMER}`,
    interop: 'default',
    esModule: false,
    externalLiveBindings: false,
    // As Python's modules, and as objects that V8 takes for constant.
    freeze: false,
    generatedCode: { constBindings: true, arrowFunctions: true, objectShorthand: true },
    sourcemap: true,
    sourcemapExcludeSources: true,
  });
  await bundle.close();
}

module.exports = { bundleLibrary };
