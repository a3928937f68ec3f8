import { inferenceMode } from '../autograd/modes';
import { readArguments } from '../arguments/read';
import { value } from '../arguments/fields';
import { Module } from '../nn/index';
import { type Tensor, isTensor, scope } from '../ops/tensor-methods';
import { evaluating } from './evaluate';
import { volumeOf } from '../arguments/extents';

/** A module of a model, as {@link summary} lists it. */
export interface LayerSummary {
  /** Its path, as `encoder.0`; empty for the model itself. */
  readonly name: string;
  /** Its class. */
  readonly type: string;
  /** How far below the model it is, from 0. */
  readonly depth: number;
  /** The shape of what it returns; several where it returns several tensors. Null where it was not called. */
  readonly outputShape: readonly number[] | readonly (readonly number[])[] | null;
  /** Its own parameters, without those of modules below. */
  readonly parameters: number;
  /** Products that are added up, of all its calls: what its weights are multiplied with. */
  readonly multiplyAdds: number;
  /** Bytes of its own parameters and buffers. */
  readonly bytes: number;
  /** How often it was called. */
  readonly calls: number;
}

const TABLE = {
  model: value<Module>('an nn.Module', (v) => v instanceof Module),
  input: value<Tensor | readonly unknown[]>(
    'a Tensor, or the list of what forward takes',
    (v) => isTensor(v) || Array.isArray(v),
  ),
};

/**
 * What {@link summary} found. It prints as a table.
 *
 * @example
 * const found = training.summary(model, torch.ones([1, 4]));
 * found.parameters; // 10
 * String(found).includes('Linear'); // true
 */
export class ModelSummary {
  /** @internal */
  constructor(
    /** The modules in order, each before those below it. */
    readonly layers: readonly LayerSummary[],
    /** Parameters, each once. */
    readonly parameters: number,
    /** Those that are trained. */
    readonly trainable: number,
    /** Bytes of the inputs. */
    readonly inputBytes: number,
    /** Bytes of what layers with parameters return. Training keeps about twice as many: for the gradients, too. */
    readonly outputBytes: number,
    /** Bytes of parameters and buffers. */
    readonly stateBytes: number,
  ) {}

  /** Products that are added up, of all layers. */
  get multiplyAdds(): number {
    return this.layers.reduce((sum, { multiplyAdds }) => sum + multiplyAdds, 0);
  }

  toString(): string {
    const rows = this.layers.map(({ name, type, depth, outputShape, parameters, multiplyAdds, bytes }) => [
      `${'  '.repeat(depth)}${type}${name === '' ? '' : ` (${name.split('.').at(-1)})`}`,
      outputShape === null ? '–' : shapesText(outputShape),
      parameters > 0 ? grouped(parameters) : '–',
      multiplyAdds > 0 ? grouped(multiplyAdds) : '–',
      bytes > 0 ? bytesText(bytes) : '–',
    ]);
    const head = ['layer', 'output shape', 'parameters', 'multiply-adds', 'bytes'];
    const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => (row[i] as string).length)));
    const line = (row: readonly string[]): string =>
      row
        .map((cell, i) => (i < 2 ? cell.padEnd(widths[i] as number) : cell.padStart(widths[i] as number)))
        .join('  ')
        .trimEnd();
    const rule = '─'.repeat(widths.reduce((sum, width) => sum + width + 2, -2));
    return [line(head), rule, ...rows.map(line), rule, ...this.#totals()].join('\n');
  }

  #totals(): string[] {
    const { parameters, trainable, inputBytes, outputBytes, stateBytes, multiplyAdds } = this;
    return [
      `parameters: ${grouped(parameters)}, of them trained: ${grouped(trainable)}`,
      `multiply-adds: ${grouped(multiplyAdds)}`,
      `bytes: input ${bytesText(inputBytes)}, forward and backward ${bytesText(2 * outputBytes)}, parameters and buffers ${bytesText(stateBytes)}`,
    ];
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }
}

/** What is counted of one module. */
interface Count {
  shape: LayerSummary['outputShape'];
  calls: number;
  multiplyAdds: number;
  outputBytes: number;
}

/**
 * Runs a model once, in eval mode and without gradients, and lists its layers: output shapes, parameters, multiply-adds and bytes.
 * `console.log` prints it as a table.
 *
 * Multiply-adds are those of weights, without biases: for a convolution its weights at each place of the output, for a linear layer at
 * each row, for a recurrent layer at each time step. What has no weights counts as nothing, as in the Python package torchinfo.
 *
 * @param model - A model. It is as before afterwards.
 * @param input - What `forward` takes: a tensor, or a list where it takes several.
 * @throws whatever the model throws.
 * @see https://github.com/TylerYep/torchinfo
 * @example
 * const net = new nn.Sequential(new nn.Conv2d(1, 10, 5), new nn.ReLU());
 * const { multiplyAdds, parameters } = training.summary(net, torch.zeros([16, 1, 28, 28]));
 */
export function summary(
  model: Module,
  input: Tensor | readonly unknown[] | { readonly input: Tensor | readonly unknown[] },
): ModelSummary;
export function summary(...args: readonly unknown[]): ModelSummary {
  const { model, input } = readArguments('summary', TABLE, args);
  const inputs = isTensor(input) ? [input] : input;
  const counts = new Map(model.modules().map((module) => [module, emptyCount()]));
  const handles = [...counts].map(([module, count]) =>
    module.registerForwardHook((_module, _inputs, output) => observe(module, count, output)),
  );
  const restore = evaluating(model);
  try {
    scope(() => {
      // What comes back is looked at: a forward that is async would have computed nothing yet.
      inferenceMode(() => Reflect.apply(model.forward, model, inputs) as never);
    });
  } finally {
    restore();
    for (const handle of handles) handle.remove();
  }
  return summaryOf(model, inputs, counts);
}

const emptyCount = (): Count => ({ shape: null, calls: 0, multiplyAdds: 0, outputBytes: 0 });

function summaryOf(model: Module, inputs: readonly unknown[], counts: ReadonlyMap<Module, Count>): ModelSummary {
  const layers = model.namedModules().map(([name, module]) => layerOf(name, module, counts.get(module) as Count));
  const parameters = model.parameters();
  const outputBytes = [...counts.values()].reduce((sum, count) => sum + count.outputBytes, 0);
  return new ModelSummary(
    layers,
    parameters.reduce((sum, parameter) => sum + parameter.numel(), 0),
    parameters.reduce((sum, parameter) => sum + (parameter.requiresGrad ? parameter.numel() : 0), 0),
    bytesOf(tensorsIn(inputs)),
    outputBytes,
    bytesOf([...parameters, ...model.buffers()]),
  );
}

function layerOf(name: string, module: Module, { shape, calls, multiplyAdds }: Count): LayerSummary {
  const own = module.parameters(false);
  return {
    name,
    type: module.displayName(),
    depth: name === '' ? 0 : name.split('.').length,
    outputShape: shape,
    parameters: own.reduce((sum, parameter) => sum + parameter.numel(), 0),
    multiplyAdds,
    bytes: bytesOf([...own, ...module.buffers(false)]),
    calls,
  };
}

const bytesOf = (tensors: readonly Tensor[]): number =>
  tensors.reduce((sum, tensor) => sum + tensor.numel() * tensor.elementSize(), 0);

function tensorsIn(value: unknown): Tensor[] {
  if (isTensor(value)) return [value];
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return [];
  return (Array.isArray(value) ? value : Object.values(value)).flatMap(tensorsIn);
}

function observe(module: Module, count: Count, output: unknown): void {
  const tensors = tensorsIn(output);
  const shapes = tensors.map(({ shape }) => [...shape]);
  count.calls++;
  count.shape = shapes.length === 1 ? (shapes[0] ?? null) : shapes;
  const weights = module.namedParameters({ recurse: false }).filter(([name]) => name.includes('weight'));
  if (module.parameters(false).length > 0) count.outputBytes += bytesOf(tensors.slice(0, 1));
  const [first] = tensors;
  if (!first) return;
  const size = weights.reduce((sum, [, weight]) => sum + weight.numel(), 0);
  count.multiplyAdds += size * usesOf(module, first);
}

/** How often each weight of a layer is used for an output. */
function usesOf(module: Module, { shape }: Tensor): number {
  const type = module.constructor.name;
  // [N, C, …]: at each place of each sample; each channel has weights of its own.
  if (/Conv/.test(type)) return placesOf(module, shape);
  if (/^(?:RNN|LSTM|GRU)$/.test(type)) return volumeOf(shape.slice(0, -1));
  if (/^(?:Linear|Bilinear|NonDynamicallyQuantizableLinear)$/.test(type)) return volumeOf(shape.slice(0, -1));
  // A table is read, and an affine normalization multiplies each element by one weight.
  if (/Embedding/.test(type)) return 0;
  return /Norm/.test(type) ? (shape[0] ?? 1) : volumeOf(shape.slice(0, 1));
}

function placesOf(module: Module, shape: readonly number[]): number {
  const spatial = Number(/(\d)d$/.exec(module.constructor.name)?.[1] ?? 2);
  const batched = shape.length === spatial + 2;
  return volumeOf([...(batched ? shape.slice(0, 1) : []), ...shape.slice(-spatial)]);
}

function shapesText(shapes: readonly number[] | readonly (readonly number[])[]): string {
  const several = shapes.some((one) => typeof one === 'object');
  const text = (shape: readonly number[]): string => `[${shape.join(', ')}]`;
  return several ? (shapes as readonly (readonly number[])[]).map(text).join(' ') : text(shapes as readonly number[]);
}

const grouped = (count: number): string => count.toLocaleString('en-US');

function bytesText(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const power = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  return `${power === 0 ? bytes : (bytes / 1000 ** power).toFixed(2)} ${units[power]}`;
}
