/**
 * Checks the layout of lib/ from its imports: each room (a folder of lib/, or a file beside them) may import only the rooms
 * that stand above it in ROOMS. So there is no circle between rooms. Types count: who names a type depends on it.
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
  'autograd',
  'distributions',
  'signal',
  'sparse',
  'backends',
  'cuda',
  'random',
  'accelerator',
  'testing',
  'serialization',
  'hub',
  'c10d',
  'nn',
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

const complaints = sources().flatMap(check);
for (const complaint of complaints) console.error(complaint);
console.log(complaints.length ? `${complaints.length} imports go upwards` : 'the rooms of lib/ import downwards only');
process.exitCode = complaints.length ? 1 : 0;
