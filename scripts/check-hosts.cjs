#!/usr/bin/env node
'use strict';
// npm run check:hosts: packs the package, installs it beside bundlers, frameworks and other runtimes into build/hosts, runs the programs of
// docs/recipes there, and the unit tests in Bun and Deno. A table at the end says what each came to. Needs `npm run build` before, libtorch
// in the cache, and the npm registry. What it installs is some 600 MB, so it is no part of `npm test`. The unit tests take an hour; a call
// that follows goes on where one was stopped, until build/hosts/unit-*.jsonl are removed.
//
//   node scripts/check-hosts.cjs [HOST …]     all of them without a name; HOSTS below has their names
const { Problem, install } = require('./hosts/common.cjs');

const HOSTS = {
  ...require('./hosts/bundlers.cjs'),
  ...require('./hosts/places.cjs'),
  ...require('./hosts/runtimes.cjs'),
};

/** What a host came to, as a row of the table. */
async function check(name, tarball) {
  const start = performance.now();
  const row = (result, said) => ({ host: name, result, seconds: Math.round((performance.now() - start) / 1000), said });
  try {
    return row('ok', await HOSTS[name](tarball));
  } catch (error) {
    console.error(`${name}:`, error instanceof Problem ? error.message : error);
    return row('FAILED', error.message.split('\n')[0].slice(0, 100));
  }
}

async function main() {
  const names = process.argv.slice(2).length > 0 ? process.argv.slice(2) : Object.keys(HOSTS);
  const unknown = names.find((name) => !Object.hasOwn(HOSTS, name));
  if (unknown) throw new Error(`no host ${unknown}: ${Object.keys(HOSTS).join(', ')}`);
  const tarball = install();
  const rows = [];
  for (const name of names) {
    rows.push(await check(name, tarball));
    console.log(`${name}: ${rows.at(-1).result}: ${rows.at(-1).said}`);
  }
  console.table(rows);
  if (rows.some(({ result }) => result !== 'ok')) process.exitCode = 1;
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
