'use strict';
// One rank of test/support/ranks.ts in Node: runs the body of a function, and writes what it returns. Arguments: the file
// of the request, and that of the answer.
const fs = require('node:fs');
require('./register-ts.cjs');

const [requestFile, answerFile] = process.argv.slice(2);

async function main() {
  const { script, input, internals } = JSON.parse(fs.readFileSync(requestFile, 'utf8'));
  const { decodeWire, encodeWire } = require(internals ? './wire' : './built-library.cjs');
  const torch = require('../../lib/index');
  torch.setNumThreads(1);
  const names = ['torch', 'dist', 'rank', 'size', 'input', 'require'];
  const AsyncFunction = (async () => undefined).constructor;
  const run = new AsyncFunction(...names, script);
  const values = [torch, torch.distributed, Number(process.env.RANK), Number(process.env.WORLD_SIZE)];
  let answer;
  try {
    answer = { output: encodeWire(await run(...values, decodeWire(input), require)) };
  } catch (error) {
    answer = { error: `${error.stack ?? error}`, message: String(error.message ?? error) };
  }
  fs.writeFileSync(answerFile, JSON.stringify(answer));
}

void main();
