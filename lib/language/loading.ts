import path from 'node:path';
import { bool, either, nullable, record, choice, count, value } from '../arguments/fields';
import { pathOf } from '../arguments/files';
import { readOptions } from '../arguments/read';
import { dataError, valueError, warn } from '../errors';
import { loadAsync, loadSafetensorsAsync, nn, type Tensor } from '../index';
import * as torch from '../index';
import { type ConfigClass, PreTrainedConfig } from './config/define';
import { aDevice } from './fields';
import { initializeRest, undrawn } from './init';
import { hasFile, readJson } from './json';
import { RotaryEmbedding } from './models/rotary';
import type { PreTrainedModel } from './pretrained-model';
import { Turns } from '../native/turns';

export interface FromPretrainedOptions {
  /**
   * The dtype of the weights; `'auto'` is what config.json says, else that of the file.
   * @defaultValue 'auto'
   */
  readonly dtype?: torch.DType | 'auto';
  /** Where the weights go. @defaultValue null, which means memory */
  readonly device?: torch.DeviceLike | null;
  /** Draw weights whose sizes differ from those in the file anew, instead of refusing the file. @defaultValue false */
  readonly ignoreMismatchedSizes?: boolean;
  /** A config in place of the folder's. @defaultValue null */
  readonly config?: PreTrainedConfig | null;
  /** The number of labels of a classifier, in place of the folder's. @defaultValue null */
  readonly numLabels?: number | null;
  /** The names of the labels, in place of the folder's. @defaultValue null */
  readonly id2label?: Readonly<Record<number, string>> | null;
  /** The numbers of the labels, in place of the folder's. @defaultValue null */
  readonly label2id?: Readonly<Record<string, number>> | null;
  /** What a sequence classifier learns, in place of the folder's. @defaultValue null */
  readonly problemType?: 'regression' | 'singleLabelClassification' | 'multiLabelClassification' | null;
}

const auto = value<'auto'>("'auto'", (v) => v === 'auto');
const dtype = value<torch.DType>('a dtype', (v) => v instanceof torch.DType);
export const LOAD = {
  dtype: either<torch.DType, 'auto'>(dtype, auto, 'auto'),
  device: aDevice,
  ignoreMismatchedSizes: bool(false),
  config: nullable(value<PreTrainedConfig>('a config', (v) => v instanceof PreTrainedConfig)),
  numLabels: nullable(count(1)),
  id2label: nullable(record<Readonly<Record<number, string>>>()),
  label2id: nullable(record<Readonly<Record<string, number>>>()),
  problemType: nullable(choice(['regression', 'singleLabelClassification', 'multiLabelClassification'])),
};

/** A class of models. */
export interface ModelClass<M extends PreTrainedModel = PreTrainedModel> {
  new (config: never): M;
  readonly name: string;
  /** The class of its configs. */
  readonly configClass: ConfigClass<object>;
}

type State = Record<string, Tensor>;

/** The files of weights that a folder may have, in the order in which they are looked for. */
const WEIGHTS = [
  'model.safetensors.index.json',
  'model.safetensors',
  'pytorch_model.bin.index.json',
  'pytorch_model.bin',
];

/** The weights of a folder. */
interface Found {
  /** By their names in the files. */
  readonly state: State;
  /** Whether each has memory of its own, as pickled ones need not. */
  readonly apart: boolean;
}

async function readWeights(label: string, folder: string): Promise<Found> {
  for (const name of WEIGHTS) {
    if (!(await hasFile(folder, name))) continue;
    if (name.startsWith('model.')) return { state: await loadSafetensorsAsync(folder, { mmap: false }), apart: true };
    const pickled = name.endsWith('.bin') ? tensorsOf(label, path.join(folder, name)) : shardsOf(label, folder, name);
    return { state: await pickled, apart: false };
  }
  throw dataError(`${label}: ${folder} has no weights: there is none of ${WEIGHTS.join(', ')}`);
}

async function tensorsOf(label: string, file: string): Promise<State> {
  const state: unknown = await loadAsync(file);
  const entries = state instanceof Map ? [...(state as Map<unknown, unknown>)] : Object.entries(state ?? {});
  const tensors = entries.filter((entry): entry is [string, Tensor] => entry[1] instanceof torch.Tensor);
  if (tensors.length === 0) throw dataError(`${label}: ${file} holds no tensors by name`);
  return Object.fromEntries(tensors);
}

async function shardsOf(label: string, folder: string, index: string): Promise<State> {
  const { weight_map: map } = await readJson(label, folder, index);
  if (typeof map !== 'object' || map === null)
    throw dataError(`${label}: ${path.join(folder, index)} has no weight_map`);
  const state: State = {};
  for (const name of new Set(Object.values(map) as unknown[])) {
    if (typeof name !== 'string' || path.basename(name) !== name || name.includes('\\')) {
      throw dataError(`${label}: ${index} names ${JSON.stringify(name)}, which is not a file beside it`);
    }
    Object.assign(state, await tensorsOf(label, path.join(folder, name)));
  }
  return state;
}

/** Names of old files: TensorFlow's names of the weights of a norm. */
function modernName(name: string): string {
  return /LayerNorm/.test(name) ? name.replace(/\.gamma$/, '.weight').replace(/\.beta$/, '.bias') : name;
}

/** The weights by the model's names: with or without the name of the model under the head, whichever the model has. */
function renamed(model: PreTrainedModel, found: State, own: State): State {
  const prefix = `${model.basePrefix()}.`;
  const out: State = {};
  for (const [given, tensor] of Object.entries(found)) {
    const name = modernName(given);
    const shorter = name.startsWith(prefix) ? name.slice(prefix.length) : name;
    out[[name, prefix + name, shorter].find((one) => Object.hasOwn(own, one)) ?? name] = tensor;
  }
  for (const [target, source] of Object.entries(model.tiedWeights())) {
    const [theirs, other] = [out[source], out[target]];
    if (theirs === undefined && other !== undefined) out[source] = other;
    else if (theirs !== undefined && other === undefined) out[target] = theirs;
  }
  return out;
}

interface Report {
  readonly missing: readonly string[];
  readonly unexpected: readonly string[];
  readonly mismatched: readonly string[];
}

function compare(model: PreTrainedModel, given: State, own: State): Report {
  const ignored = (name: string): boolean => model.ignoredKeys().some((one) => one.test(name));
  return {
    missing: Object.keys(own).filter((name) => !given[name]),
    unexpected: Object.keys(given).filter((name) => !own[name] && !ignored(name)),
    mismatched: Object.keys(given).filter(
      (name) => own[name] && String(own[name].shape) !== String(given[name]?.shape),
    ),
  };
}

const some = (names: readonly string[]): string =>
  names.slice(0, 5).join(', ') + (names.length > 5 ? ` and ${names.length - 5} more` : '');

/** Refuses the weights of another model. */
function check(label: string, model: PreTrainedModel, given: State, own: State, report: Report, ignore: boolean): void {
  const { missing, mismatched, unexpected } = report;
  const present = Object.keys(own).length - missing.length;
  if (present === 0 || present < missing.length / 2) {
    throw valueError(
      `${label}: these are the weights of another architecture than ${model.displayName()}: ${missing.length} of its ` +
        `${Object.keys(own).length} weights are not there (${some(missing)}), and ${unexpected.length} others are (${some(unexpected)}); ` +
        'use the class that "architectures" in config.json names, or AutoModel',
    );
  }
  if (mismatched.length === 0 || ignore) return;
  const sizes = mismatched.slice(0, 5).map((name) => {
    return `${name} is [${given[name]?.shape.join(', ') ?? ''}] in the file and [${own[name]?.shape.join(', ') ?? ''}] in the model`;
  });
  const more = mismatched.length > 5 ? `; and ${mismatched.length - 5} more` : '';
  const rows = given[mismatched[0] as string]?.shape[0] as number;
  const isHead = mismatched.every((name) => /classifier|score|out_proj/.test(name));
  const fix = isHead
    ? `give numLabels: ${rows} to have the file's labels, or ignoreMismatchedSizes: true to learn others`
    : 'give the config that belongs to the weights, or ignoreMismatchedSizes: true to draw these anew';
  throw valueError(`${label}: ${sizes.join('; ')}${more}: ${fix}`);
}

function tell(label: string, model: PreTrainedModel, { missing, unexpected, mismatched }: Report): void {
  const tied = Object.keys(model.tiedWeights());
  const fresh = [...missing.filter((name) => !tied.includes(name)), ...mismatched];
  if (unexpected.length > 0) warn(`${label}: ${model.displayName()} has no place for ${some(unexpected)}`);
  if (fresh.length > 0) {
    warn(
      `${label}: ${some(fresh)} of ${model.displayName()} are not in the file, and were drawn: train the model before you use it`,
    );
  }
}

/** Where weights go, and what they become there. */
interface Place {
  readonly dtype: torch.DType;
  readonly device: torch.Device;
}

/** How many numbers are copied at once: about two milliseconds. */
const PIECE = 1 << 20;

/** Weights of files on their way into a model, with turns for the event loop. */
class Weights {
  /** What tensors of a file have become: a tied weight has two names. */
  readonly #made = new Map<Tensor, Tensor>();

  constructor(
    private readonly place: Place,
    private readonly apart: boolean,
    private readonly turns: Turns,
  ) {}

  /** Memory for a weight like `slot`. */
  empty({ shape, dtype }: Tensor): Tensor {
    return torch.empty(shape, { ...this.place, dtype: this.#dtypeFor(dtype) });
  }

  #dtypeFor(own: torch.DType): torch.DType {
    return own.isFloatingPoint ? this.place.dtype : own;
  }

  /** The tensor itself where nothing has to change, and otherwise a copy, with which the tensor ends. */
  async take(source: Tensor, slot: Tensor): Promise<Tensor> {
    const { type } = this.place.device;
    if (this.apart && type === 'cpu' && source.dtype === this.#dtypeFor(slot.dtype)) return source;
    const made = this.#made.get(source);
    if (made) return made;
    const copy = this.empty(slot);
    this.#made.set(source, copy);
    const plain = source.detach();
    await this.#copy(copy, plain);
    plain.dispose();
    source.dispose();
    return copy;
  }

  async #copy(into: Tensor, from: Tensor): Promise<void> {
    const rows = into.shape[0] ?? 0;
    const each = Math.max(1, Math.floor((PIECE * rows) / Math.max(1, into.numel())));
    if (into.ndim === 0) into.copy_(from);
    for (let row = 0; row < rows; row += each) {
      const count = Math.min(each, rows - row);
      torch.scope(() => void into.narrow(0, row, count).copy_(from.narrow(0, row, count)));
      await this.turns.pause();
    }
  }
}

/** The module and the property that hold a weight. */
function holderOf(model: PreTrainedModel, name: string): [module: nn.Module, property: string] {
  const dot = name.lastIndexOf('.');
  const module = model.getSubmodule(dot < 0 ? '' : name.slice(0, dot));
  const key = name.slice(dot + 1);
  return [module, Object.keys(module).find((property) => module.keyOf(property) === key) as string];
}

/** Fills a model that is on the device 'meta', and draws what the file lacks. */
async function fill(
  label: string,
  model: PreTrainedModel,
  { state, apart }: Found,
  { place, ignore, turns }: { readonly place: Place; readonly ignore: boolean; readonly turns: Turns },
): Promise<void> {
  const own = model.stateDict({ keepVars: true });
  await turns.pause();
  const given = renamed(model, state, own);
  const report = compare(model, given, own);
  check(label, model, given, own, report, ignore);
  const skipped = new Set([...report.missing, ...report.mismatched]);
  const weights = new Weights(place, apart, turns);
  const loaded = new Set<Tensor>();
  const made = Object.values(state);
  for (const [name, slot] of Object.entries(own)) {
    const tensor = skipped.has(name) ? weights.empty(slot) : await weights.take(given[name] as Tensor, slot);
    const weight = slot instanceof nn.Parameter ? new nn.Parameter(tensor, slot.requiresGrad) : tensor;
    const [module, property] = holderOf(model, name);
    (module as unknown as Record<string, unknown>)[property] = weight;
    if (!skipped.has(name)) loaded.add(weight);
    made.push(tensor, weight);
    await turns.pause();
  }
  if (skipped.size > 0) initializeRest(model, loaded);
  model.tieWeights();
  endRest(made, model);
  tell(label, model, report);
}

/** Ends what of a file's tensors, and of the weights made of them, is not a part of the model: each would keep the memory that it shares. */
function endRest(made: readonly Tensor[], model: PreTrainedModel): void {
  const kept = new Set<Tensor>([...model.parameters(), ...model.buffers()]);
  for (const tensor of made) if (!kept.has(tensor)) tensor.dispose();
}

/** The dtype that a folder's weights are to have. */
function dtypeOf(asked: torch.DType | 'auto', config: PreTrainedConfig, state: State): torch.DType {
  if (asked !== 'auto') return asked;
  const named: unknown =
    config.dtype === null ? undefined : (torch as unknown as Record<string, unknown>)[config.dtype];
  if (named instanceof torch.DType) return named;
  return Object.values(state).find(({ dtype: one }) => one.isFloatingPoint)?.dtype ?? torch.float32;
}

/** The config of a folder, with what the caller changes in it. */
export async function configFor<C extends PreTrainedConfig>(
  label: string,
  Class: ConfigClass<object>,
  folder: string,
  values: Pick<FromPretrainedOptions, 'config' | 'numLabels' | 'id2label' | 'label2id' | 'problemType'>,
): Promise<C> {
  const dict = values.config ? values.config.toDict() : await readJson(label, folder, 'config.json');
  const { numLabels, id2label, label2id, problemType } = values;
  if (numLabels != null || id2label != null) {
    delete dict['id2label'];
    delete dict['label2id'];
  }
  const changes = { num_labels: numLabels, id2label, label2id, problem_type: problemType };
  for (const [name, one] of Object.entries(changes)) if (one != null) dict[name] = one;
  if (dict['model_type'] !== undefined && dict['model_type'] !== Class.modelType) {
    throw valueError(
      `${label}: ${folder} is a model of the architecture '${String(dict['model_type'])}', not of '${Class.modelType}'; ` +
        'use AutoModel, which takes the class that config.json names',
    );
  }
  return Class.fromDict(dict) as PreTrainedConfig as C;
}

/** What `fromPretrained` of a class does. */
export async function loadModelFrom<M extends PreTrainedModel>(
  Class: ModelClass<M>,
  folder: string | URL,
  options: FromPretrainedOptions,
): Promise<M> {
  const label = `${Class.name}.fromPretrained`;
  const values = readOptions(label, LOAD, options);
  const from = pathOf(label, folder);
  const config = await configFor(label, Class.configClass, from, values);
  const turns = new Turns();
  const found = await readWeights(label, from);
  await turns.pause();
  const model = await undrawn(() => new Class(config as never), turns);
  const dtype = dtypeOf(values.dtype, config, found.state);
  const device = values.device === null ? torch.getDefaultDevice() : new torch.Device(String(values.device));
  const ignore = values.ignoreMismatchedSizes;
  await fill(label, model, found, { place: { dtype, device }, ignore, turns });
  // The frequencies of positions are in no file, and in float32 whatever the weights are.
  for (const module of model.modules()) if (module instanceof RotaryEmbedding) module.compute();
  if (values.device !== null) model.to(values.device);
  config.dtype = dtype.name;
  await model.loadOthers(from);
  return model.eval();
}
