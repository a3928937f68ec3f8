#!/usr/bin/env node
'use strict';
// npm run release:check: what has to hold before a version is published.
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '..');
const manifest = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
const LIMIT_MB = 15;
/** Licences that go with Apache-2.0 without further conditions. */
const LICENCES = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'BlueOak-1.0.0'];
const NEEDED = [
  'dist/index.js',
  'dist/index.d.ts',
  'dist/cli/main.js',
  'LICENSE',
  'THIRD-PARTY-NOTICES.txt',
  'README.md',
  'CHANGELOG.md',
];
const KNOWN_LIBRARIES =
  /^(lib(c|m|dl|rt|pthread|gcc_s|stdc\+\+|gomp|torch_cpu|torch_cuda|c10|c10_cuda)|ld-linux-[\w-]+)\.so(\.\d+)?$/;
const FORBIDDEN =
  /^(test|bench|examples|native|scripts|build|\.ci|\.github)\/|^binding\.gyp$|\.(pt|tgz)$|(^|\/)\.(stamp|env)/;
const onWindows = process.platform === 'win32';

/** In a workflow that a tag started, the tag has to say the same. */
function version() {
  if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(manifest.version)) return `${manifest.version} is no semantic version`;
  const { GITHUB_REF_TYPE: type, GITHUB_REF_NAME: tag } = process.env;
  if (type !== 'tag' || tag === `v${manifest.version}`) return undefined;
  return `the tag is ${tag}, but package.json says ${manifest.version}`;
}

function packed() {
  const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json'], {
    cwd: root,
    encoding: 'utf8',
    shell: onWindows,
  });
  const listing = JSON.parse(stdout);
  return Array.isArray(listing) ? listing[0] : Object.values(listing)[0];
}

let listing;
const listed = () => (listing ??= packed());

function contents() {
  const names = listed().files.map(({ path: name }) => name);
  const missing = NEEDED.filter((name) => !names.includes(name));
  if (missing.length > 0) return `the package lacks ${missing.join(', ')}`;
  const wrong = names.filter((name) => FORBIDDEN.test(name));
  if (wrong.length > 0) return `the package holds ${wrong.join(', ')}`;
  const platforms = names.filter((name) => /^prebuilds\/.*\.node$/.test(name));
  if (platforms.length === 0) return 'the package holds no prebuilt loader; run `npm run release:prebuild`';
  return platforms
    .map(path.dirname)
    .map((folder) => coreProblem(folder, names))
    .find(Boolean);
}

function coreProblem(folder, names) {
  const cores = names.filter((name) => name.startsWith(`${folder}/libtorch_node_`));
  return cores.some((name) => name.includes('_cpu-')) ? undefined : `${folder} has a loader, but no CPU core`;
}

function size() {
  const megabytes = listed().size / 1e6;
  return megabytes <= LIMIT_MB ? undefined : `the tarball has ${megabytes.toFixed(1)} MB, more than ${LIMIT_MB}`;
}

/** Debugging symbols multiply a binary's size, and its dependencies have to be what every system has, or libtorch's. */
function binaries() {
  if (process.platform !== 'linux') return undefined;
  const names = listed()
    .files.map(({ path: name }) => name)
    .filter((name) => /^prebuilds\/linux-.*\.(so|node)$/.test(name));
  return names.map(binaryProblem).find(Boolean);
}

function binaryProblem(name) {
  const { stdout } = spawnSync('readelf', ['-S', '-d', path.join(root, name)], { encoding: 'utf8' });
  if (!stdout) return `readelf cannot read ${name}`;
  if (/\.debug_info|\.symtab/.test(stdout)) return `${name} is not stripped`;
  if (/R(UN)?PATH/.test(stdout)) return `${name} names a folder of this machine (RPATH)`;
  const wanted = [...stdout.matchAll(/\(NEEDED\).*\[(.+)\]/g)].map(([, library]) => library);
  const odd = wanted.filter((library) => !KNOWN_LIBRARIES.test(library));
  return odd.length === 0 ? undefined : `${name} needs ${odd.join(', ')}`;
}

/** Package managers block or refuse packages that run something when they are installed; Yarn takes a binding.gyp for it. */
function scripts() {
  const found = ['preinstall', 'install', 'postinstall', 'prepare'].filter((name) => manifest.scripts[name]);
  if (found.length > 0) return `package.json has the scripts ${found.join(', ')}`;
  return manifest.gypfile === false ? undefined : 'package.json needs "gypfile": false beside a binding.gyp';
}

function licenses() {
  const { packages } = JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  const shipped = Object.entries(packages).filter(([name, { dev, peer }]) => name !== '' && !dev && !peer);
  const odd = shipped.filter(([, { license }]) => !LICENCES.includes(license));
  return odd.length === 0 ? undefined : odd.map(([name, { license }]) => `${name} is under ${license}`).join(', ');
}

function changelog() {
  const text = fs.readFileSync(path.join(root, 'CHANGELOG.md'), 'utf8');
  return text.includes(`## [${manifest.version}]`) || text.includes('## [Unreleased]')
    ? undefined
    : `CHANGELOG.md has no section for ${manifest.version}`;
}

function publint() {
  return tool('publint@0.3.25', ['publint', 'run', '--strict', '--pack', 'npm']);
}

// The package is CommonJS with named exports that Node finds, so the one profile is all there is.
function types() {
  return tool('@arethetypeswrong/cli@0.18.5', ['attw', '--pack', '.', '--profile', 'node16']);
}

function tool(name, args) {
  const all = ['exec', '--yes', `--package=${name}`, '--', ...args];
  const { status, stdout, stderr } = spawnSync('npm', all, { cwd: root, encoding: 'utf8', shell: onWindows });
  return status === 0 ? undefined : `${name} says:\n${stdout}${stderr}`;
}

const checks = { version, contents, size, binaries, scripts, licenses, changelog, publint, types };
let failed = 0;
for (const [name, check] of Object.entries(checks)) {
  const problem = check();
  console.log(`${problem ? 'FAILED' : 'ok    '} ${name}${problem ? `: ${problem}` : ''}`);
  if (problem) failed += 1;
}
console.log(`${(listed().size / 1e6).toFixed(2)} MB packed, ${(listed().unpackedSize / 1e6).toFixed(1)} MB unpacked`);
process.exitCode = failed > 0 ? 1 : 0;
