/**
 * What users can reach, as a list: a name that was not meant for them shows here. The generated operators are left out;
 * Python's list of names is their measure. `UPDATE_NAMES=1` writes the list anew, to be read before it is committed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as torch from '../../lib/index';
import * as generated from '../../lib/ops/generated/functions';
import { TENSOR_METHODS } from '../../lib/ops/generated/methods';

const FILE = path.join(__dirname, 'public-names.json');

const operators = new Set([...Object.keys(generated), '__esModule']);
const methods = new Set(TENSOR_METHODS.map(([name]) => name));

function namesOf(object: object, without: ReadonlySet<string> = operators): string[] {
  return Object.getOwnPropertyNames(object)
    .filter((name) => !without.has(name))
    .sort();
}

const NAMES = {
  torch: namesOf(torch),
  Tensor: namesOf(torch.Tensor.prototype, methods),
  'Tensor (static)': namesOf(torch.Tensor),
  Parameter: namesOf(torch.nn.Parameter.prototype),
  'Parameter (static)': namesOf(torch.nn.Parameter),
  Generator: namesOf(torch.Generator.prototype),
  autograd: namesOf(torch.autograd),
  'autograd.functional': namesOf(torch.autograd.functional),
  'autograd.graph': namesOf(torch.autograd.graph),
  library: namesOf(torch.library),
  masked: namesOf(torch.masked),
  nested: namesOf(torch.nested),
  'utils.checkpoint': namesOf(torch.utils.checkpoint),
  cuda: namesOf(torch.cuda),
  export: namesOf(torch.export),
  onnx: namesOf(torch.onnx),
  func: namesOf(torch.func),
  jit: namesOf(torch.jit),
  ScriptModule: namesOf(torch.jit.ScriptModule.prototype),
  backends: namesOf(torch.backends),
};

test('the public names are those of the list', () => {
  if (process.env['UPDATE_NAMES']) writeFileSync(FILE, `${JSON.stringify(NAMES, null, 2)}\n`);
  expect(NAMES).toEqual(JSON.parse(readFileSync(FILE, 'utf8')));
});

test('no handle can be reached: neither the key nor the functions that read handles are public', () => {
  expect(() => new (torch.Tensor as unknown as new (...args: unknown[]) => unknown)(Symbol('Tensor'), 1)).toThrow(
    /not by new/,
  );
  const symbols = [torch.Tensor, torch.Tensor.prototype].flatMap((object) => Object.getOwnPropertySymbols(object));
  const known: readonly symbol[] = [
    ...[Symbol.iterator, Symbol.toPrimitive, Symbol.dispose],
    Symbol.for('nodejs.util.inspect.custom'),
  ];
  expect(symbols.filter((symbol) => !known.includes(symbol))).toEqual([]);
  // A symbol that no structured clone takes: it says how a tensor goes to another thread.
  expect(Object.getOwnPropertyNames(torch.ones([1]))).toEqual(['crossing']);
});
