'use strict';
// npm run lint: types, eslint, prettier, the rooms of lib/, what the API site is made from, and clang-format: all of them,
// even when one fails. `--fix` writes instead.
const { spawnSync } = require('node:child_process');
const { existsSync, readdirSync } = require('node:fs');
const path = require('node:path');

const root = path.join(__dirname, '..');
const fix = process.argv.includes('--fix');

const bin = (name) => path.join(root, 'node_modules', name);
const node = (script, ...args) => [process.execPath, [bin(script), ...args]];

const checks = [
  ['types', node('typescript/bin/tsc', '--noEmit', '-p', '.')],
  ['types of the page', node('typescript/bin/tsc', '--noEmit', '-p', 'lib/board/page')],
  ['eslint', node('eslint/bin/eslint.js', '.', '--cache', '--cache-location', 'build/.eslintcache', ...flag('--fix'))],
  ['prettier', node('prettier/bin/prettier.cjs', '.', '--log-level', 'warn', fix ? '--write' : '--check')],
  ['layout', [process.execPath, [path.join(__dirname, 'check-layout.cjs')]]],
  // The site itself is made by `npm run docs`. Here comments and links are read, and a warning is an error.
  ['docs', node('typedoc/bin/typedoc', '--emit', 'none', '--logLevel', 'Warn')],
  ['clang-format', clangFormat()],
];

function flag(name) {
  return fix ? [name] : [];
}

/** One pinned clang-format for everybody: the versions that systems bring do not agree with each other. */
function clangFormat() {
  const sources = cppFiles(path.join(root, 'native'));
  if (sources.length === 0) return undefined;
  return [require('clang-format-node').clangFormatPath, [...(fix ? ['-i'] : ['--dry-run', '-Werror']), ...sources]];
}

function cppFiles(dir) {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { recursive: true })
    .filter((name) => /\.(cc|cpp|h|hpp|cu)$/.test(name))
    .map((name) => path.join(dir, name));
}

function run([name, command]) {
  if (!command) return true;
  const started = Date.now();
  const { status, error } = spawnSync(command[0], command[1], { cwd: root, stdio: 'inherit' });
  const ok = status === 0;
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  if (error) console.error(String(error));
  return ok;
}

const failed = checks.map(run).filter((ok) => !ok).length;
process.exitCode = failed > 0 ? 1 : 0;
