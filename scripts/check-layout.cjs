/**
 * Checks the layout of lib/ from its imports: each room (a folder of lib/, or a file beside them) may import only the rooms
 * that stand above it in ROOMS. So there is no circle between rooms. Types count: who names a type depends on it.
 * docs/architecture.md has a table of the same rooms in the same order, and one of the folders of native/. Inside of a room,
 * no file names another that names it, types included, but for the classes of CLASSES.
 *
 * It also checks how long the files of lib/, native/ and scripts/ are; eslint.config.js limits the functions.
 */
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const ts = require('typescript');

/** From the ground up; docs/architecture.md says what each one is for. */
const ROOMS = [
  'errors.ts',
  'arguments',
  'install',
  'native',
  'tensor',
  'ops',
  'profiler',
  'autograd',
  'library',
  'distributions',
  'signal',
  'sparse',
  'masked',
  'nested',
  'backends',
  'cuda',
  'random',
  'accelerator',
  'testing',
  'serialization',
  'hub',
  'c10d',
  'nn',
  'ao',
  'optim',
  'amp',
  'jit',
  'export',
  'onnx',
  'distributed',
  'data',
  'utils',
  'training',
  'func',
  'graphed',
  'torch.ts',
  'typename.ts',
  'index.ts',
  'serving',
  'vision',
  'board',
  'language',
  'cli',
  'library.ts',
];

/** Lines of code that a file may have: without comments and blank lines. About 300 is the aim. */
const LINES = 330;

/** The files that are longer, and why they stay in one piece. */
const LONGER = {
  'lib/nn/module.ts': 'Module is one class; its methods share the tables of parameters, buffers, children and hooks',
  'lib/nn/parallel/distributed-data-parallel.ts':
    'DistributedDataParallel is one class; its methods share the reducer and the state of a step',
  'native/distributed/reducer.cc': 'the calls of one reducer, all on the parts that it owns',
  'native/optim/adam.cc': 'the four forms of one algorithm, which must agree to the last bit',
};

/** Classes of which methods are functions in files of their own: these name the class as a type, and are loaded by it. */
const CLASSES = [
  'lib/language/pretrained-model.ts', // PreTrainedModel: loading and saving
  'lib/nn/module.ts', // Module: calls, hooks, state dicts, walks, conversion, printing
  'lib/optim/optimizer.ts', // Optimizer: its hooks get it
  'lib/training/run.ts', // Run: checkpoints
];

const root = path.resolve(__dirname, '..');
const lib = path.join(root, 'lib');

function files(folder, endings) {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'generated' ? [] : files(full, endings);
    return endings.test(full) ? [full] : [];
  });
}

function parse(file) {
  return ts.createSourceFile(file, fs.readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, false);
}

/** What a file names by a relative path: imports, exports, `import('…')`, in types too, and `declare module`. */
function specifiers(file) {
  const source = parse(file);
  const found = [];
  const visit = (node) => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      found.push(node.moduleSpecifier.text);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      found.push(node.argument.literal.text);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      if (argument && ts.isStringLiteral(argument)) found.push(argument.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found.filter((specifier) => specifier.startsWith('.'));
}

/** Whether an import or export is left when the types are gone. */
function hasValues(statement) {
  const clause = ts.isImportDeclaration(statement) ? statement.importClause : statement;
  if (clause?.isTypeOnly) return false;
  const named = ts.isImportDeclaration(statement) ? clause?.namedBindings : statement.exportClause;
  if (clause?.name || !named?.elements?.length) return true;
  return named.elements.some((element) => !element.isTypeOnly);
}

/** The files that a file names, but for classes whose parts name them as types. */
function namedBy(file) {
  const statements = parse(file).statements.filter(
    (one) => (ts.isImportDeclaration(one) || ts.isExportDeclaration(one)) && one.moduleSpecifier,
  );
  return statements.flatMap((one) => {
    const { text } = one.moduleSpecifier;
    if (!text.startsWith('.')) return [];
    const target = path.resolve(path.dirname(file), text);
    const found = [`${target}.ts`, `${target}.tsx`, path.join(target, 'index.ts')].find((place) =>
      fs.existsSync(place),
    );
    if (!found || (!hasValues(one) && CLASSES.includes(path.relative(root, found)))) return [];
    return [found];
  });
}

/** A circle of files that name each other. Where they load each other, the first one to run finds the others unfinished. */
function circles(all) {
  const done = new Set();
  const found = [];
  const visit = (file, way) => {
    const at = way.indexOf(file);
    if (at >= 0) found.push([...way.slice(at), file].map((one) => path.relative(root, one)).join(' -> '));
    if (at >= 0 || done.has(file)) return;
    for (const next of namedBy(file)) visit(next, [...way, file]);
    done.add(file);
  };
  for (const file of all) visit(file, []);
  return found.map((circle) => `files that name each other: ${circle}`);
}

function roomOf(file) {
  return path.relative(lib, file).split(path.sep)[0];
}

/** Complaints about one file. */
function check(file) {
  const room = roomOf(file);
  const name = path.relative(path.dirname(lib), file);
  const level = ROOMS.indexOf(room);
  if (level < 0) return [`${name}: scripts/check-layout.cjs does not know the room ${room}`];
  return specifiers(file).flatMap((specifier) => {
    const target = roomOf(path.resolve(path.dirname(file), specifier));
    const other = ROOMS.findIndex((known) => known === target || known === `${target}.ts`);
    return other > level ? [`${name}: ${room} must not import ${target} (${specifier})`] : [];
  });
}

/** Whether the table in docs/architecture.md still says what ROOMS says. */
function checkTable() {
  const page = fs.readFileSync(path.join(root, 'docs/architecture.md'), 'utf8');
  const section = page.split('## Rooms of `lib/`')[1].split('\n## ')[0];
  const rooms = [...section.matchAll(/^\| `([^`]+?)\/?` /gm)].map(([, room]) => room);
  // The lists of names are in no room.
  const expected = ROOMS.filter((room) => !['torch.ts', 'index.ts'].includes(room));
  if (rooms.join() === expected.join()) return [];
  return [`docs/architecture.md: the table has the rooms ${rooms.join(', ')}; they are ${expected.join(', ')}`];
}

/** Whether the other table there has a row for each folder of native/. */
function checkNativeTable() {
  const page = fs.readFileSync(path.join(root, 'docs/architecture.md'), 'utf8');
  const section = page.split('## Folders of `native/`')[1].split('\n## ')[0];
  const folders = fs.readdirSync(path.join(root, 'native'), { withFileTypes: true });
  const missing = folders.filter((entry) => entry.isDirectory() && !section.includes(`\`${entry.name}/\``));
  return missing.map(({ name }) => `docs/architecture.md: the table of native/ has no row for ${name}/`);
}

/** Lines with code. A block comment starts on a line of its own here. */
function linesOf(file) {
  let comment = false;
  return fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => {
      const text = line.trim();
      if (!comment && text.startsWith('/*')) comment = true;
      const counts = text !== '' && !comment && !text.startsWith('//');
      if (text.endsWith('*/')) comment = false;
      return counts;
    }).length;
}

function checkLength(file) {
  const name = path.relative(root, file);
  const lines = linesOf(file);
  if (lines <= LINES || Object.hasOwn(LONGER, name)) return [];
  return [`${name}: ${lines} lines of code, at most ${LINES}: cut it, or say in scripts/check-layout.cjs why not`];
}

const sources = files(lib, /\.tsx?$/);
const upwards = sources.flatMap(check);
const long = ['lib', 'native', 'scripts'].flatMap((folder) =>
  files(path.join(root, folder), /\.(tsx?|cjs|mjs|cc|h)$/).flatMap(checkLength),
);
const gone = Object.keys(LONGER).filter((name) => !fs.existsSync(path.join(root, name)));
const complaints = [
  ...[...upwards, ...circles(sources), ...checkTable(), ...checkNativeTable(), ...long],
  ...gone.map((name) => `${name}: scripts/check-layout.cjs allows it more lines, but it is gone`),
];
for (const complaint of complaints) console.error(complaint);
console.log(upwards.length ? `${upwards.length} imports go upwards` : 'the rooms of lib/ import downwards only');
process.exitCode = complaints.length ? 1 : 0;
