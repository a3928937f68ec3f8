'use strict';
// Bundlers and frameworks: each builds the files of its page, which then have to answer; and a bundle that holds the package has to say
// what is wrong.
const fs = require('node:fs');
const path = require('node:path');
const { Problem, expectSuccess, modules, node, post, project, withServer } = require('./common.cjs');

function expectAnswer(folder, file) {
  const stdout = expectSuccess(file, node(folder, file));
  if (!stdout.includes('answer [ 0.5, 0.5 ]')) throw new Problem(`${file} printed ${stdout}`);
  return 'bundled, and answers';
}

/** A bundle without the option has to say what is missing. */
function expectRefusal(folder, file) {
  const { status, output } = node(folder, file);
  if (status === 0 || !output.includes('libtorch-node was put into a bundle.')) throw new Problem(`${file}: ${output}`);
}

/** The page has no program: that of the other bundlers, which print the same. */
const SERVER = `
import * as torch from 'libtorch-node';
import { Predictor } from 'libtorch-node/serving';
const predictor = new Predictor({
  model: new torch.nn.Softmax(1),
  collate: (inputs) => torch.tensor(inputs, { dtype: torch.float32 }),
  split: (scores) => scores.tolist(),
});
console.log('answer', await predictor.predict([0, 0]));
await predictor.close();`;

function esbuild() {
  const folder = project('esbuild');
  fs.writeFileSync(path.join(folder, 'server.js'), SERVER);
  expectSuccess('esbuild', node(folder, 'build.mjs'));
  const said = expectAnswer(folder, 'dist/server.mjs');
  const inside = `require('esbuild').buildSync({ entryPoints: ['server.js'], outfile: 'dist/inside.mjs', bundle: true, platform: 'node', format: 'esm',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url); const __dirname = import.meta.dirname;" }, logLevel: 'error' })`;
  expectSuccess('esbuild', node(folder, '-e', inside));
  expectRefusal(folder, 'dist/inside.mjs');
  return said;
}

/** webpack's own program needs another package; its API is what that calls. */
const WEBPACK = `
const config = require('./webpack.config.cjs');
require('webpack')({ context: __dirname, ...config, ...JSON.parse(process.argv[2]) }, (error, stats) => {
  if (error || stats.hasErrors()) throw error ?? new Error(stats.toString());
});`;

function webpack() {
  const folder = project('webpack');
  fs.writeFileSync(path.join(folder, 'pack.cjs'), WEBPACK);
  expectSuccess('webpack', node(folder, 'pack.cjs', '{}'));
  const said = expectAnswer(folder, 'dist/server.cjs');
  const inside = { externals: [], output: { filename: 'inside.cjs' }, mode: 'development', devtool: false };
  expectSuccess('webpack', node(folder, 'pack.cjs', JSON.stringify(inside)));
  expectRefusal(folder, 'dist/inside.cjs');
  return said;
}

function vite() {
  const folder = project('vite');
  const program = path.join(modules, 'vite/bin/vite.js');
  expectSuccess('vite build', node(folder, program, 'build'));
  const said = expectAnswer(folder, 'dist/server.js');
  const inside =
    "export default { ssr: { noExternal: true }, build: { ssr: 'server.js', outDir: 'inside', minify: false } };";
  fs.writeFileSync(path.join(folder, 'inside.config.js'), inside);
  expectSuccess('vite build', node(folder, program, 'build', '--config', 'inside.config.js'));
  expectRefusal(folder, 'inside/server.js');
  return said;
}

async function next() {
  const folder = project('next');
  const program = path.join(modules, 'next/dist/bin/next');
  expectSuccess('next build', node(folder, program, 'build'));
  const args = [program, 'start', '-p', '0', '-H', '127.0.0.1'];
  await withServer(args, { folder, ready: /http:\/\/127\.0\.0\.1:\d+/ }, async (url) => {
    const said = await post(`${url}/api/predict`, { input: [0, 0] });
    if (said !== '200 {"output":[0.5,0.5]}') throw new Problem(`the route answers ${said.slice(0, 500)}`);
  });
  return 'built, started, answers';
}

module.exports = { esbuild, webpack, vite, next };
