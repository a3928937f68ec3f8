/** Models written in TypeScript, run in Python: programs with equal bits, ONNX within 1e-5. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as torch from '../../lib/index';
import { MODELS, type ModelCase } from '../support/models-out';
import { pythonPath } from '../support/python';
import { inOnnxRuntime } from './in-onnxruntime';

/** Those that TorchScript's tracer and ONNX can express. */
const TRACEABLE = MODELS.filter(({ jit }) => jit !== false).map(({ name }) => name);
const EXPRESSIBLE = MODELS.filter(({ onnx }) => onnx !== false).map(({ name }) => name);

let folder: string;
let results: Readonly<Record<string, readonly string[]>>;
let inNode: typeof results;
let fused: boolean;

function tensorsIn(value: unknown): torch.Tensor[] {
  if (value instanceof torch.Tensor) return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(tensorsIn) : [];
}

/** What Python has to find: the outputs for two sizes, the gradients, and the buffers after both calls. */
function reference(one: ModelCase, model: torch.nn.Module): object {
  const sizes = [[4, 7], one.other] as const;
  const calls = sizes.map(([batch, length]) => {
    const inputs = one.inputs(batch, length);
    torch.manualSeed(5);
    model.zeroGrad();
    const outputs = tensorsIn((model.forward as (...args: unknown[]) => unknown)(...inputs));
    const losses = outputs.filter(({ requiresGrad }) => requiresGrad).map((output) => output.double().pow(2).sum());
    if (losses.length > 0) losses.reduce((sum, loss) => sum.add(loss)).backward();
    const gradients = model
      .namedParameters()
      .flatMap(([name, { grad }]) => (grad ? [[name, grad.clone()] as const] : []));
    return { inputs, outputs: outputs.map((output) => output.detach()), gradients: Object.fromEntries(gradients) };
  });
  // Modules that have operators or children with operators of their own.
  const modules = model.namedChildren().map(([name]) => name);
  return { calls, buffers: Object.fromEntries(model.namedBuffers()), fixedTrace: one.fixedTrace === true, modules };
}

function writeTrace(one: ModelCase, model: torch.nn.Module): void {
  // Dropout draws other numbers each time that it is compared.
  const options = { strict: false, checkTrace: one.training !== true };
  torch.jit.save(torch.jit.trace(model, one.inputs(4, 7), options), join(folder, `${one.name}.jit`));
}

function write(one: ModelCase): void {
  torch.manualSeed(3);
  const model = one.make();
  if (!one.training) model.eval();
  // The first run of a trace is one of the model: it learns from it.
  if (one.jit !== false) writeTrace(one, model);
  const program = torch.export.export(model, one.inputs(4, 7), { dynamicShapes: one.shapes });
  torch.export.save(program, join(folder, `${one.name}.pt2`));
  if (one.onnx !== false) torch.onnx.export(program, null, join(folder, `${one.name}.onnx`));
  torch.save(reference(one, model), join(folder, `${one.name}.pt`));
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ltn-models-out-'));
  fused = torch.backends.rnn.fused;
  // Programs have libtorch's recurrent layers.
  torch.backends.rnn.fused = false;
  MODELS.forEach(write);
  writeFileSync(join(folder, 'list.json'), JSON.stringify(MODELS.map(({ name }) => name)));
  const run = spawnSync(pythonPath, [join(__dirname, 'models_out.py'), folder], { encoding: 'utf8', timeout: 600_000 });
  if (run.status !== 0) throw new Error(`Python ended with ${run.status ?? run.signal}:\n${run.stderr}`);
  results = JSON.parse(readFileSync(join(folder, 'results.json'), 'utf8')) as typeof results;
  inNode = inOnnxRuntime(folder, EXPRESSIBLE);
}, 900_000);

afterAll(() => {
  torch.backends.rnn.fused = fused;
  rmSync(folder, { recursive: true, force: true });
});

describe('a model of TypeScript in Python', () => {
  it.each(MODELS.map(({ name }) => name))(
    '%s: a program gives equal bits, with other sizes and in training too',
    (name) => {
      expect(results[`${name} pt2`]).toEqual([]);
    },
  );

  it.each(MODELS.map(({ name }) => name))('%s: Python takes the program apart into modules', (name) => {
    expect(results[`${name} unflatten`]).toEqual([]);
  });

  it.each(TRACEABLE)('%s: a trace of TorchScript gives equal bits', (name) => {
    expect(results[`${name} jit`]).toEqual([]);
  });

  it.each(EXPRESSIBLE)('%s: ONNX gives the same', (name) => {
    expect(results[`${name} onnx`]).toEqual([]);
  });
});

it.each(EXPRESSIBLE)('%s: onnxruntime-node gives the same in another process of Node', (name) => {
  expect(inNode[name]).toEqual([]);
});
