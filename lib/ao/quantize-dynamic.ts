import { deepCopy } from '../nn/copy';
import { Module } from '../nn/module';
import { Linear as FloatLinear } from '../nn/modules/linear';
import { GRU as FloatGRU, LSTM as FloatLSTM } from '../nn/modules/recurrent';
import { GRUCell as FloatGRUCell, LSTMCell as FloatLSTMCell, RNNCell as FloatRNNCell } from '../nn/modules/cells';
import { qint8 } from '../tensor/dtypes';
import { DType } from '../tensor/dtype';
import { bool, iterable, nullable, value } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { show } from '../arguments/describe';
import { typeError, valueError } from '../errors';
import { GRUCell, LSTMCell, RNNCell } from './cells';
import { Linear } from './linear';
import { GRU, LSTM } from './recurrent';
import { requireDtype } from './weights';

type LayerClass = abstract new (...args: never[]) => Module;

/** The quantized form of each class. */
const FORMS = new Map<unknown, (layer: never, dtype: DType) => Module>([
  [FloatLinear, (layer, dtype) => Linear.fromFloat(layer, dtype)],
  [FloatLSTM, (layer, dtype) => LSTM.fromFloat(layer, dtype)],
  [FloatGRU, (layer, dtype) => GRU.fromFloat(layer, dtype)],
  [FloatLSTMCell, (layer, dtype) => LSTMCell.fromFloat(layer, dtype)],
  [FloatGRUCell, (layer, dtype) => GRUCell.fromFloat(layer, dtype)],
  [FloatRNNCell, (layer, dtype) => RNNCell.fromFloat(layer, dtype)],
]);

/** Which layers {@link quantizeDynamic} replaces, and how. */
export interface QuantizeDynamicOptions {
  /** Classes of layers (`nn.Linear`), and names of modules (`encoder`) whose layers are meant. @defaultValue all */
  readonly qconfigSpec?: Iterable<LayerClass | string> | null;
  /** What weights are stored as: `torch.qint8` or `torch.float16`. @defaultValue torch.qint8 */
  readonly dtype?: DType;
  /** Replaces the layers of the model itself, and not those of a copy. @defaultValue false */
  readonly inplace?: boolean;
}

const FIELDS = {
  model: value<Module>('a Module', (v) => v instanceof Module),
  qconfigSpec: nullable(iterable<Iterable<LayerClass | string>>('an iterable of classes and names')),
  dtype: value<DType>('a dtype', (v) => v instanceof DType, qint8),
  inplace: bool(false),
};

interface Choice {
  readonly classes: ReadonlySet<unknown>;
  readonly names: readonly string[];
}

function choiceOf(spec: Iterable<LayerClass | string> | null, paths: ReadonlySet<string>): Choice {
  if (spec === null) return { classes: new Set(FORMS.keys()), names: [] };
  const [classes, names] = [new Set<unknown>(), [] as string[]];
  for (const one of spec) {
    if (typeof one === 'string') {
      if (!paths.has(one)) throw valueError(`quantizeDynamic: the model has no module '${one}'`);
      names.push(one);
    } else if (FORMS.has(one)) classes.add(one);
    else throw typeError(`quantizeDynamic: ${show(one)} is not a class of layers that can be quantized`);
  }
  return { classes, names };
}

/** Whether a module is meant: by its class, or by the name of it or of what it belongs to. */
function isChosen({ classes, names }: Choice, path: string, module: Module): boolean {
  if (!FORMS.has(module.constructor)) return false;
  return classes.has(module.constructor) || names.some((name) => path === name || path.startsWith(`${name}.`));
}

/**
 * A copy of a trained model for inference on the CPU: the weights of its linear and recurrent layers become int8 (or
 * float16), and their inputs are quantized at each call. The results have the bits of Python's `quantize_dynamic`.
 *
 * @param model the model; it stays as it is unless `inplace` is true
 * @returns the model in evaluation mode
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.ao.quantization.quantize_dynamic.html
 * @example
 * const model = new torch.nn.Sequential(new torch.nn.Linear(8, 16), new torch.nn.ReLU(), new torch.nn.Linear(16, 2));
 * const small = torch.ao.quantization.quantizeDynamic(model);
 * small.forward(torch.randn([3, 8]));
 */
export function quantizeDynamic<M extends Module>(
  ...args: [
    model: M,
    qconfigSpec?: Iterable<LayerClass | string> | null | QuantizeDynamicOptions,
    dtype?: DType | QuantizeDynamicOptions,
    rest?: QuantizeDynamicOptions,
  ]
): M {
  const { model, qconfigSpec, dtype, inplace } = readArguments('quantizeDynamic', FIELDS, args);
  requireDtype('quantizeDynamic', dtype);
  const result = (inplace ? model : deepCopy(model)).eval();
  const modules = result.namedModules({ removeDuplicate: false });
  const choice = choiceOf(qconfigSpec, new Set(modules.map(([path]) => path)));
  const made = new Map<Module, Module>();
  for (const [path, module] of modules) {
    if (!isChosen(choice, path, module)) continue;
    const quantized = made.get(module) ?? FORMS.get(module.constructor)?.(module as never, dtype);
    if (!quantized) continue;
    made.set(module, quantized);
    if (path === '') return quantized as M;
    result.setSubmodule(path, quantized);
  }
  return result as M;
}
