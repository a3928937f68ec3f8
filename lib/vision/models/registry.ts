/** The models by name, and their weights. */
import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { bool, nullable, value } from '../../arguments/fields';
import { fileFailure, pathOf } from '../../arguments/files';
import { closest } from '../../arguments/names';
import { readOptions, requireOptions } from '../../arguments/read';
import { typeError, valueError } from '../../errors';
import { hub, load, loadAsync, type nn } from '../../index';
import { type Misfit, fill } from './fill';
import { ADDRESS, WEIGHTS } from './weights-table';

export interface WeightsOptions {
  /**
   * A `.pth` file of weights. A name that ends with digits of a hash, as in `resnet18-f37072fd.pth`, has its bytes checked.
   *
   * @defaultValue null, which means random weights
   */
  readonly weights?: string | URL | null;
}

export interface PretrainedOptions {
  /**
   * A name of published weights such as `'IMAGENET1K_V2'`, `'DEFAULT'`, an address that begins with `http`, or a file.
   *
   * @defaultValue 'DEFAULT'
   */
  readonly weights?: string | URL;
  /** Draw a bar of the download where stderr is a terminal. @defaultValue true */
  readonly progress?: boolean;
}

/** Makes a model from its own options, to be filled with weights or not. */
export type Recipe<M extends nn.Module, O> = (options: O, trained?: boolean) => M;

/** A function that makes a model with random weights, or with those of a file. */
export interface ModelBuilder<M extends nn.Module, O> {
  (options?: O & WeightsOptions): M;
  /** torchvision's name of the model. */
  readonly modelName: string;
  /** The names of its published weights; the first one is the default. */
  readonly weights: readonly string[];
  /** The model with weights that are downloaded once and kept in `torch.hub.getDir()`, or read from a file. */
  pretrained(options?: O & PretrainedOptions): Promise<M>;
}

const BUILDERS = new Map<string, ModelBuilder<nn.Module, object>>();
const place = value<string | URL>('a path or an address', (v) => typeof v === 'string' || v instanceof URL);
const SYNC = { weights: nullable(place) };
const ASYNC = { weights: { ...place, fallback: 'DEFAULT', required: false }, progress: bool(true) };

/** Takes the options that are about weights out of those of the model. */
function separate<O extends object>(given: O, names: readonly string[]): [own: O, weights: object] {
  const entries = Object.entries(given);
  const ours = ([name]: [string, unknown]): boolean => names.includes(name);
  return [Object.fromEntries(entries.filter((entry) => !ours(entry))) as O, Object.fromEntries(entries.filter(ours))];
}

/** Called once weights are in a model, with the name of their file. */
export type Filled<M, O> = (model: M, options: O, file: string) => void;

/**
 * Registers a model under torchvision's name, and returns what makes it. `filled` is called once weights
 * are in it; `classes` is how many it has where none are given.
 */
export function define<M extends nn.Module, O extends object>(
  name: string,
  recipe: Recipe<M, O>,
  filled: Filled<M, O> = () => undefined,
  classes = 1000,
): ModelBuilder<M, O> {
  const published = Object.keys(WEIGHTS[name] ?? {});
  const build = (options: O & WeightsOptions = {} as O): M => {
    requireOptions(name, options);
    const [own, rest] = separate(options, ['weights']);
    const { weights } = readOptions(name, SYNC, rest);
    if (weights !== null) refusePublished(name, published, weights);
    const model = recipe(own, weights !== null);
    if (weights === null) return model;
    fill(model, load(checked(name, weights)), misfit(name, weights, own, classes));
    filled(model, own, path.basename(pathOf(name, weights)));
    return model;
  };
  const pretrained = async (options: O & PretrainedOptions = {} as O): Promise<M> => {
    requireOptions(`${name}.pretrained`, options);
    const [own, rest] = separate(options, ['weights', 'progress']);
    const { weights, progress } = readOptions(`${name}.pretrained`, ASYNC, rest);
    const address = addressOf(name, published, weights);
    const state = address
      ? await hub.loadStateDictFromUrl(address, { progress, checkHash: true })
      : await loadAsync(await checkedAsync(name, weights));
    const model = fill(recipe(own, true), state, misfit(name, address ?? weights, own, classes));
    filled(model, own, path.posix.basename(address ?? path.basename(pathOf(name, weights))));
    return model;
  };
  const builder = Object.assign(build, { modelName: name, weights: published, pretrained });
  BUILDERS.set(name, builder as unknown as ModelBuilder<nn.Module, object>);
  return builder;
}

/** What a message about weights that do not fit begins from. */
const misfit = (name: string, from: string | URL, options: object, classes: number): Misfit => ({
  name,
  from: String(from),
  numClasses: (options as { readonly numClasses?: number }).numClasses ?? classes,
  models: [...BUILDERS.keys()],
});

/** Names of weights need the network, and so a promise. */
function refusePublished(name: string, published: readonly string[], weights: string | URL): void {
  if (addressOf(name, published, weights) === null) return;
  throw typeError(
    `${name}(): '${String(weights)}' has to be downloaded: use await ${name}.pretrained({ weights: '${String(weights)}' })`,
  );
}

/** The address of published weights; null for a file. */
function addressOf(name: string, published: readonly string[], weights: string | URL): string | null {
  const text = String(weights);
  if (/^https?:/.test(text)) return text;
  const wanted = text === 'DEFAULT' ? published[0] : text;
  const file = wanted === undefined ? undefined : WEIGHTS[name]?.[wanted];
  if (file !== undefined) return ADDRESS + file;
  if (!/^[A-Z0-9_]+$/.test(text)) return null;
  const known = published.length ? `it has ${published.join(', ')}` : 'none are published';
  throw valueError(`${name}(): there are no weights called '${text}': ${known}`);
}

/** The digits of a hash in the name of a file, as in `resnet18-f37072fd.pth`. */
const HASH = /-([a-f0-9]{8,})\.[a-z]+$/;

function refuseHash(name: string, file: string, expected: string, actual: string): void {
  if (actual.startsWith(expected)) return;
  throw valueError(
    `${name}(): ${file} is not the file that its name says: its SHA-256 begins with ${actual.slice(0, expected.length)}`,
  );
}

/** The path of a file whose bytes are those that its name says. */
function checked(name: string, weights: string | URL): string {
  const file = pathOf(name, weights);
  const expected = HASH.exec(path.basename(file))?.[1];
  if (expected === undefined) return file;
  try {
    refuseHash(name, file, expected, createHash('sha256').update(readFileSync(file)).digest('hex'));
  } catch (error) {
    throw (error as NodeJS.ErrnoException).syscall ? fileFailure(name, file, error) : error;
  }
  return file;
}

async function checkedAsync(name: string, weights: string | URL): Promise<string> {
  const file = pathOf(name, weights);
  const expected = HASH.exec(path.basename(file))?.[1];
  if (expected === undefined) return file;
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(file), hash);
  } catch (error) {
    throw fileFailure(name, file, error);
  }
  refuseHash(name, file, expected, hash.digest('hex'));
  return file;
}

/**
 * The names of the models, sorted.
 *
 * @see https://docs.pytorch.org/vision/stable/models.html#torchvision.models.list_models
 * @example
 * vision.models.listModels().includes('resnet18'); // true
 */
export function listModels(): string[] {
  return [...BUILDERS.keys()].sort();
}

/**
 * What makes a model, by torchvision's name.
 *
 * @throws TorchValueError for an unknown name.
 * @see https://docs.pytorch.org/vision/stable/models.html#torchvision.models.get_model_builder
 * @example
 * vision.models.getModelBuilder('resnet18').weights; // ['IMAGENET1K_V1']
 */
export function getModelBuilder(name: string): ModelBuilder<nn.Module, object> {
  const builder = BUILDERS.get(String(name).toLowerCase());
  if (builder) return builder;
  const near = closest(String(name), BUILDERS.keys());
  throw valueError(`Unknown model ${String(name)}${near ? `: did you mean ${near}?` : ''}`);
}

/**
 * A model by torchvision's name, with random weights or those of a file.
 *
 * @throws TorchValueError for an unknown name, what the model's function throws.
 * @see https://docs.pytorch.org/vision/stable/models.html#torchvision.models.get_model
 * @example
 * vision.models.getModel('resnet18', { numClasses: 10 });
 */
export function getModel(name: string, options: object = {}): nn.Module {
  return getModelBuilder(name)(options);
}
