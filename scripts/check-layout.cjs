/**
 * Checks the layout of lib/ from its imports: each room (a folder of lib/, or a file beside them) may import only the rooms
 * that stand above it in ROOMS. So there is no circle between rooms. Types count: who names a type depends on it.
 * docs/architecture.md has a table of the same rooms in the same order.
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
  'training',
  'func',
  'utils',
  'index.ts',
  'serving',
  'vision',
  'language',
  'cli',
  'library.ts',
];

const lib = path.resolve(__dirname, '../lib');

function sources(folder = lib) {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return sources(full);
    return full.endsWith('.ts') ? [full] : [];
  });
}

/** What a file names by a relative path: imports, exports, `import('…')`, in types too, and `declare module`. */
function specifiers(file) {
  const source = ts.createSourceFile(file, fs.readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, false);
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
  const page = fs.readFileSync(path.resolve(lib, '../docs/architecture.md'), 'utf8');
  const section = page.split('## Rooms of `lib/`')[1].split('\n## ')[0];
  const rooms = [...section.matchAll(/^\| `([^`]+?)\/?` /gm)].map(([, room]) => room);
  // The list of names is in no room.
  const expected = ROOMS.filter((room) => room !== 'index.ts');
  if (rooms.join() === expected.join()) return [];
  return [`docs/architecture.md: the table has the rooms ${rooms.join(', ')}; they are ${expected.join(', ')}`];
}

const upwards = sources().flatMap(check);
const complaints = [...upwards, ...checkTable()];
for (const complaint of complaints) console.error(complaint);
console.log(upwards.length ? `${upwards.length} imports go upwards` : 'the rooms of lib/ import downwards only');
process.exitCode = complaints.length ? 1 : 0;
