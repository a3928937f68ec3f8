'use strict';
// Lets a worker of a test run this repository's TypeScript: `execArgv: ['--require', registerTypeScript]`. What has been
// compiled is kept, as each worker needs all of lib/.
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');

const cache = path.join(__dirname, '../../build/worker-ts');

function compile(source, file) {
  const ts = require('typescript');
  const compilerOptions = {
    target: ts.ScriptTarget.ES2023,
    // Keeps import() as it is, for modules of either kind.
    module: ts.ModuleKind.Node16,
    moduleResolution: ts.ModuleResolutionKind.Node16,
    esModuleInterop: true,
    inlineSourceMap: true,
  };
  return ts.transpileModule(source, { compilerOptions, fileName: file }).outputText;
}

function compiled(file) {
  const source = fs.readFileSync(file, 'utf8');
  const kept = path.join(cache, `${createHash('sha256').update(file).update(source).digest('hex')}.js`);
  if (fs.existsSync(kept)) return fs.readFileSync(kept, 'utf8');
  const output = compile(source, file);
  fs.mkdirSync(cache, { recursive: true });
  // Two workers may compile the same file: each writes its own, and the rename is atomic.
  const own = `${kept}.${process.pid}.${require('node:worker_threads').threadId}`;
  fs.writeFileSync(own, output);
  fs.renameSync(own, kept);
  return output;
}

Module._extensions['.ts'] = (module, file) => module._compile(compiled(file), file);
