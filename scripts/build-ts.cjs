#!/usr/bin/env node
'use strict';
// npm run build:ts: makes dist/ from lib/. TypeScript checks and writes the declarations, Rollup everything that works on
// libtorch in one file, library.js, and esbuild the few others as they are; see docs/architecture.md.
//
//   node scripts/build-ts.cjs [--javascript | --types | --page]   # all, or one part of it
const { spawn } = require('node:child_process');
const { once } = require('node:events');
const fs = require('node:fs');
const path = require('node:path');
const { build } = require('esbuild');
const { bundleLibrary } = require('./bundle-library.cjs');

const root = path.resolve(__dirname, '..');
const lib = path.join(root, 'lib');
const dist = path.join(root, 'dist');
const TARGET = 'node20.17';
/** The programs of worker threads and of the command line. */
const PROGRAMS = ['data/worker/thread', 'distributed/spawn/entry', 'training/worker/entry', 'cli/main'];
/** Entry points of their own, which take the library as any program does. */
const PARTS = ['serving/index', 'serving/worker/entry', 'vision/index', 'language/index'];
/** Modules of the library that a program asks for: dist/ has a file at their place that hands on to library.js. */
const DOORS = [
  ...['data/worker/serve', 'distributed/spawn/serve', 'training/worker/serve'],
  ...['cli/convert-run', 'cli/inspect-run'],
];

const COMMON = {
  absWorkingDir: root,
  platform: 'node',
  target: TARGET,
  packages: 'external',
  logLevel: 'warning',
  sourcemap: true,
  sourcesContent: false,
};

/** The module of lib/ that an import means, such as `nn/index`; null for a package. */
function moduleOf({ path: specifier, importer }) {
  if (!specifier.startsWith('.') || !importer) return null;
  const file = path.resolve(path.dirname(importer), specifier.replace(/\.js$/, ''));
  return path.relative(lib, file).split(path.sep).join('/');
}

/** Leaves out modules that stand in files of their own. */
function external(modules) {
  return {
    name: 'external',
    setup: ({ onResolve }) =>
      onResolve({ filter: /^\./ }, (args) => {
        const module = moduleOf(args);
        return modules.includes(module) ? { path: `./${module}.js`, external: true } : undefined;
      }),
  };
}

/** What a module reaches, without what is in the library. */
async function reach(entryPoints, options) {
  const { metafile } = await build({
    ...COMMON,
    ...options,
    entryPoints,
    outdir: dist,
    outbase: lib,
    bundle: true,
    format: 'esm',
    write: false,
    metafile: true,
    sourcemap: false,
  });
  return metafile;
}

/** The files that are not in the library, each by itself: the command line and what scripts need before libtorch is there. */
async function others() {
  const install = fs.readdirSync(path.join(lib, 'install'), { recursive: true, encoding: 'utf8' });
  const entries = [...[...PROGRAMS, ...PARTS].map((name) => `${name}.ts`), ...install.map((name) => `install/${name}`)];
  const files = entries.filter((name) => name.endsWith('.ts')).map((name) => path.join(lib, name));
  const { inputs } = await reach(files, { plugins: [external([...DOORS, 'index'])] });
  const entryPoints = Object.keys(inputs).map((name) => path.join(root, name));
  await build({ ...COMMON, packages: undefined, entryPoints, outdir: dist, outbase: lib, format: 'cjs' });
  for (const door of DOORS) {
    const up = '../'.repeat(door.split('/').length - 1);
    fs.writeFileSync(path.join(dist, `${door}.js`), `'use strict';\nmodule.exports = require('${up}library.js');\n`);
  }
}

/** The package's own file. Node reads the names out of its text for `import { … }`. */
async function index() {
  const { outputs } = await reach([path.join(lib, 'index.ts')]);
  const names = Object.values(outputs).flatMap(({ exports }) => exports);
  const lines = [
    "'use strict';",
    "const { torch } = require('./library.js');",
    "Object.defineProperty(torch, '__esModule', { value: true });",
    'module.exports = torch;',
    `0 && (${names.map((name) => `exports.${name} = `).join('')}0);`,
  ];
  fs.writeFileSync(path.join(dist, 'index.js'), `${lines.join('\n')}\n`);
}

/** What a browser may have to load for the board, before compression. */
const PAGE_LIMIT = 400_000;

/** The board's page: one script, one style sheet, and nothing that asks another host. */
async function page() {
  const [from, to] = ['lib/board/page', 'dist/board/page'].map((folder) => path.join(root, folder));
  await build({
    absWorkingDir: root,
    entryPoints: { board: path.join(from, 'main.tsx') },
    outdir: to,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'warning',
    tsconfig: path.join(from, 'tsconfig.json'),
    // Licences of what is inside stand in THIRD-PARTY-NOTICES.txt.
    banner: { js: '/* Licences: THIRD-PARTY-NOTICES.txt */' },
  });
  // The style sheet as it is written: browsers that know light-dark() need nothing of a bundler's but the parts in one file.
  await build({
    absWorkingDir: root,
    entryPoints: [path.join(from, 'board.css')],
    outdir: to,
    bundle: true,
    minify: true,
    target: ['chrome123', 'firefox120', 'safari17.5'],
    logLevel: 'warning',
  });
  for (const name of ['index.html', 'icon.svg']) fs.copyFileSync(path.join(from, name), path.join(to, name));
  const bytes = fs.readdirSync(to).reduce((sum, name) => sum + fs.statSync(path.join(to, name)).size, 0);
  if (bytes > PAGE_LIMIT) throw new Error(`The board's page has ${bytes} bytes; ${PAGE_LIMIT} are the limit.`);
}

/** Runs TypeScript beside what this process does. */
async function check(...args) {
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
  const child = spawn(process.execPath, [tsc, ...args], { cwd: root, stdio: 'inherit' });
  const [status] = await once(child, 'close');
  if (status !== 0) throw new Error('TypeScript found errors.');
}

async function main() {
  const types = () => [check('-p', 'tsconfig.build.json'), check('-p', 'lib/board/page')];
  const javascript = () => [bundleLibrary(dist, TARGET), others(), index(), page()];
  const only = (part) => process.argv.includes(`--${part}`);
  if (only('page')) return page();
  if (!only('types')) fs.rmSync(dist, { recursive: true, force: true });
  const steps = only('types') ? types() : only('javascript') ? javascript() : [...types(), ...javascript()];
  const failed = (await Promise.allSettled(steps)).find(({ status }) => status === 'rejected');
  if (failed) throw failed.reason;
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
