/** Headers of safetensors files that would take far more memory than they have bytes. */
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as torch from '../../lib/index';
import { leastBelow } from '../support/least';

let folder: string;
beforeAll(() => (folder = fs.mkdtempSync(join(tmpdir(), 'ltn-header-'))));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const BYTES = 7 << 20;

function write(name: string, json: string, data = Buffer.alloc(0)): string {
  const header = Buffer.from(json);
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(header.length));
  fs.writeFileSync(join(folder, name), Buffer.concat([length, header, data]));
  return join(folder, name);
}

/** So many parts with their numbers as make 7 MB. */
function repeat(part: (i: number) => string): string {
  const parts: string[] = [];
  for (let i = 0, bytes = 0; bytes < BYTES; i++) {
    parts.push(part(i));
    bytes += (parts[i] as string).length + 1;
  }
  return parts.join(',');
}

const HEADERS: readonly (readonly [string, () => string, RegExp])[] = [
  ['objects, each with a name of its own', () => `{${repeat((i) => `"${i}":{"a${i}":0}`)}}`, /unknown dtype/],
  ['an unknown field of arrays', () => `{"a":{"b":[${repeat(() => '[]')}]}}`, /unknown dtype/],
  ['an unknown field of objects', () => `{"a":{"b":[${repeat((i) => `{"${i}":{}}`)}]}}`, /unknown dtype/],
  ['nested arrays', () => `{"a":{"b":${'['.repeat(BYTES / 2)}${']'.repeat(BYTES / 2)}}}`, /nested too deeply/],
  ['nested objects', () => `{"a":{"b":${'{"":'.repeat(BYTES / 5)}0${'}'.repeat(BYTES / 5)}}}`, /nested too deeply/],
  [
    'empty tensors',
    () => `{${repeat((i) => `"${i.toString(36)}":{"dtype":"U8","shape":[0],"data_offsets":[0,0]}`)}}`,
    /^134328 tensors/,
  ],
  ['metadata', () => `{"__metadata__":{${repeat((i) => `"${i.toString(36)}":""`)}}}`, /^0 tensors/],
  ['one shape', () => `{"a":{"dtype":"U8","shape":[${repeat(() => '0')}],"data_offsets":[0,0]}}`, /tensors|dimensions/],
];

/** What a child says of a file, and by how much its memory grew, in MB. */
function readInChild(file: string, call: string): { readonly said: string; readonly grew: number } {
  const script = `
    const torch = require(${JSON.stringify(join(__dirname, '../../dist/index.js'))});
    const fs = require('node:fs');
    const linux = process.platform === 'linux';
    const status = (name) => Number(new RegExp(name + ':\\\\s+(\\\\d+)').exec(fs.readFileSync('/proc/self/status', 'latin1'))[1]) / 1024;
    // maxRSS begins with what the process was before, a copy of jest's; Linux can begin its peak anew.
    const peak = () => linux ? status('VmHWM') : process.resourceUsage().maxRSS / 1024;
    if (linux) fs.writeFileSync('/proc/self/clear_refs', '5');
    const before = linux ? status('VmRSS') : peak();
    let said;
    try { said = ${call}(${JSON.stringify(file)}) + ' tensors'; } catch (error) { said = error.message; }
    console.log(JSON.stringify({ said, grew: peak() - before }));
  `;
  const child = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
  expect([child.status, child.signal, child.stderr]).toEqual([0, null, '']);
  return JSON.parse(child.stdout) as { said: string; grew: number };
}

describe('a header of 7 MB', () => {
  it.each(HEADERS)(
    'of %s takes less than 250 MB',
    async (name, json, message) => {
      const file = write(name.replaceAll(/\W/g, '-'), json());
      for (const call of [
        '((file) => torch.safetensorsInfo(file).tensors.size)',
        '((file) => Object.keys(torch.loadSafetensors(file)).length)',
      ]) {
        const grew = await leastBelow(250, () => {
          const answer = readInChild(file, call);
          expect(answer.said).toMatch(message);
          return answer.grew;
        });
        expect(grew).toBeLessThan(250);
      }
    },
    240_000,
  );
});

describe('a header', () => {
  const entry = '{"dtype":"F32","shape":[1],"data_offsets":[0,4]}';
  const data = Buffer.from(Float32Array.of(5).buffer);

  it.each([
    ['spaces everywhere', `{ "a" :\t{ "shape" : [ 1 ] ,\n"data_offsets":[0 , 4],"dtype":"F32" }\r}   `],
    ['a name with escapes', `{"\\u0061":${entry}}`],
    [
      'unknown fields',
      `{"a":{"x":[1.5e3,{"y":[null,true,false,"]}"]}],"dtype":"F32","shape":[1],"data_offsets":[0,4]}}`,
    ],
  ])('with %s is read', (_, json) => {
    expect(torch.loadSafetensors(write('good', json, data)).a?.tolist()).toEqual([5]);
  });

  it.each([
    ['a name twice', `{"a":${entry},"a":${entry}}`, /"a" occurs twice/],
    ['something behind it', `{"a":${entry}}x`, /is not JSON/],
    ['a comma too many', `{"a":${entry},}`, /is not JSON/],
    ['no end', `{"a":${entry}`, /is not JSON/],
    ['a text without an end', `{"a`, /is not JSON/],
    ['a broken escape', `{"\\x":${entry}}`, /is not JSON/],
    ['a fraction as a size', `{"a":{"dtype":"F32","shape":[1.0],"data_offsets":[0,4]}}`, /not a list of sizes/],
    ['a negative size', `{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}`, /not a list of sizes/],
    ['a size beyond 2^53', `{"a":{"dtype":"F32","shape":[99999999999999999],"data_offsets":[0,4]}}`, /list of sizes/],
    ['one offset', `{"a":{"dtype":"F32","shape":[1],"data_offsets":[0]}}`, /not two offsets/],
    ['a number as dtype', `{"a":{"dtype":1,"shape":[1],"data_offsets":[0,4]}}`, /dtype of a is not a text/],
    ['metadata that are no strings', `{"__metadata__":{"a":1},"a":${entry}}`, /not a table of strings/],
    ['a list', '[]', /not an object/],
  ])('with %s is refused', (_, json, message) => {
    expect(() => torch.loadSafetensors(write('bad', json, data))).toThrow(message);
  });

  it('that is no UTF-8 is refused', () => {
    const file = write('latin1', `{"aa":${entry}}`, data);
    const bytes = fs.readFileSync(file);
    bytes[10] = 0xff;
    fs.writeFileSync(file, bytes);
    expect(() => torch.loadSafetensors(file)).toThrow(/its header is not UTF-8/);
  });

  it('that does not fit into the JavaScript heap is refused before it is read', () => {
    const file = write('large', `{${' '.repeat(30 << 20)}}`);
    const script = `
      const torch = require(${JSON.stringify(join(__dirname, '../../dist/index.js'))});
      try { torch.loadSafetensors(${JSON.stringify(file)}); } catch (error) { console.log(error.message); }
    `;
    const register = join(__dirname, '../support/register-ts.cjs');
    const args = ['--max-old-space-size=300', '--require', register, '-e', script];
    const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(stdout).toMatch(/the header of .* has 31 MB, for which up to 601 MB of JavaScript memory are needed/);
  });
});
