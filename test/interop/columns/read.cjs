'use strict';
// Reads Arrow and Parquet files for columns.test.ts, outside of jest, which does not import ES modules. On the command line
// a JSON list of files; on stdout what of each is not as pyarrow has it.
const { readFileSync } = require('node:fs');
const path = require('node:path');
const { inspect, isDeepStrictEqual } = require('node:util');
require('../../support/register-ts.cjs');
const { data, datasets } = require('../../../lib/index.ts');

const inFolder = (name) => path.join(__dirname, name);
const expected = JSON.parse(readFileSync(inFolder('types.json'), 'utf8'));

/** Values of column_types.py: {"$": type, "v": value} where JSON has no such type. */
function decode(value) {
  if (Array.isArray(value)) return value.map(decode);
  if (typeof value !== 'object' || value === null) return value;
  const { $: type, v } = value;
  switch (type) {
    case 'object':
      return Object.fromEntries(v.map(([key, one]) => [key, decode(one)]));
    case 'Map':
      return new Map(v.map(([key, one]) => [decode(key), decode(one)]));
    case 'bigint':
      return BigInt(v);
    case 'number':
      return Buffer.from(v, 'hex').readDoubleLE();
    default:
      return new globalThis[type](decode(v));
  }
}

const open = (name, options) =>
  new datasets[name.endsWith('.parquet') ? 'ParquetDataset' : 'ArrowDataset'](inFolder(name), options);

async function rowsOf(name, options) {
  const rows = [];
  for await (const row of open(name, options)) rows.push(row);
  return rows;
}

/** The columns that are not as pyarrow reads them, with both. */
async function compare(name) {
  const wanted = name.includes('int96') ? expected.int96 : expected.columns;
  const rows = await rowsOf(name);
  const columns = Object.keys(rows[0]);
  const show = (value) => inspect(value, { depth: null, breakLength: Infinity });
  const differences = columns.flatMap((column) => {
    const got = rows.map((row) => row[column]);
    const want = decode(wanted[column]);
    return isDeepStrictEqual(got, want) ? [] : [`${column}: ${show(got)} instead of ${show(want)}`];
  });
  return { rows: rows.length, columns, differences };
}

/** What a loader makes of a batch of columns without nulls. */
async function batch(name, columns) {
  const [first] = await rowsOf(name, { columns });
  const loader = new data.DataLoader(open(name, { columns, map: () => first }), { batchSize: 2 });
  for await (const one of loader) {
    return columns.map((column) => [column, one[column].dtype.name, one[column].shape, String(one[column].tolist())]);
  }
}

async function main() {
  const { files, batches } = JSON.parse(process.argv[2]);
  const answer = { files: {}, batches: {} };
  for (const name of files) answer.files[name] = await compare(name).catch((error) => ({ error: error.stack }));
  for (const [name, columns] of batches) answer.batches[name] = await batch(name, columns);
  process.stdout.write(JSON.stringify(answer));
}

void main();
