'use strict';
// Lets this process load TypeScript of this repository, and `libtorch-node` as the built package.
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');

const root = path.resolve(__dirname, '..');
const cache = path.join(root, 'build/typescript');

function transpile(source, fileName) {
  const ts = require('typescript');
  const compilerOptions = {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.CommonJS,
    esModuleInterop: true,
    inlineSourceMap: true,
  };
  return ts.transpileModule(source, { compilerOptions, fileName }).outputText;
}

// The compiler takes most of the start of a program, so what it made is kept by the text that it read.
function transpiled(file) {
  const source = fs.readFileSync(file, 'utf8');
  const kept = path.join(cache, `${createHash('sha1').update(`${file}\n${source}`).digest('hex')}.js`);
  if (fs.existsSync(kept)) return fs.readFileSync(kept, 'utf8');
  const output = transpile(source, file);
  fs.mkdirSync(cache, { recursive: true });
  // Renamed when it is whole: other processes read it.
  fs.writeFileSync(`${kept}.${process.pid}`, output);
  fs.renameSync(`${kept}.${process.pid}`, kept);
  return output;
}

Module._extensions['.ts'] = (module, file) => module._compile(transpiled(file), file);

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
