#!/usr/bin/env node
'use strict';
// Runs a TypeScript program of this repository against the built package: node scripts/run-ts.cjs FILE [ARGUMENTS]
const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const ts = require('typescript');

const root = path.resolve(__dirname, '..');
const compilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.CommonJS,
  esModuleInterop: true,
  inlineSourceMap: true,
};

Module._extensions['.ts'] = (module, file) => {
  const { outputText } = ts.transpileModule(fs.readFileSync(file, 'utf8'), { compilerOptions, fileName: file });
  module._compile(outputText, file);
};

// Examples import the package by its name, as its users do.
const resolveFilename = Module._resolveFilename;
Module._resolveFilename = function (request, ...rest) {
  const ours = request === 'libtorch-node' || request.startsWith('libtorch-node/');
  if (!ours) return resolveFilename.call(this, request, ...rest);
  const { exports: entries } = require(path.join(root, 'package.json'));
  const entry = entries[`.${request.slice('libtorch-node'.length)}`];
  return resolveFilename.call(this, path.join(root, entry?.default ?? entry ?? request), ...rest);
};

const [program] = process.argv.splice(2, 1);
if (!program) throw new Error('Usage: node scripts/run-ts.cjs FILE [ARGUMENTS]');
process.argv[1] = path.resolve(program);
process.setSourceMapsEnabled(true);
require(process.argv[1]);
