'use strict';
// Lets this process load TypeScript of this repository, and `libtorch-node` as the built package.
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

process.setSourceMapsEnabled(true);
