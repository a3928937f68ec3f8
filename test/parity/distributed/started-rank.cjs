'use strict';
// A Node rank of ddp.test.ts that a starter starts: the cases stand in the file of the first argument, and what it tells goes to
// `RANK.json` in the folder of the second.
const fs = require('node:fs');
const path = require('node:path');
require('../../support/register-ts.cjs');

const [casesFile, folder] = process.argv.slice(2);

async function main() {
  require('../../../lib/index').setNumThreads(1);
  const cases = JSON.parse(fs.readFileSync(casesFile, 'utf8'));
  const told = await require('./ddp-rank.cjs')({ cases });
  fs.writeFileSync(path.join(folder, `${process.env.RANK}.json`), JSON.stringify(told));
}

void main();
