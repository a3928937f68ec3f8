import {
  type Fields,
  bool,
  choice,
  either,
  int,
  listOfInts,
  nullable,
  record,
  str,
  value,
  count,
} from '../../arguments/fields';
import { show } from '../../arguments/describe';
import { camelCase, snakeCase } from '../../arguments/names';
import { isPlainObject } from '../../arguments/plain-object';
import { readOptions, requireOptions } from '../../arguments/read';
import { typeError, valueError } from '../../errors';
import { type JsonObject, readJson, writeJson } from '../json';

/** What every config has. */
export interface CommonFields {
  /** The classes that the weights are for, as `['LlamaForCausalLM']`; `savePretrained` of a model sets it. @defaultValue null */
  architectures: readonly string[] | null;
  /** The dtype of the weights, as `'bfloat16'`. @defaultValue null */
  dtype: string | null;
  /** The names of the labels of a classifier, by their numbers. @defaultValue `LABEL_0` and `LABEL_1` */
  id2label: Readonly<Record<number, string>>;
  /** The numbers of the labels, by their names. @defaultValue those of `id2label` */
  label2id: Readonly<Record<string, number>>;
  /** What a sequence classifier learns; null lets the first labels decide. @defaultValue null */
  problemType: 'regression' | 'singleLabelClassification' | 'multiLabelClassification' | null;
  /** The number of labels of a classifier: with {@link id2label} that many. @defaultValue 2 */
  numLabels: number;
  /** Whether the output layer has the weights of the embeddings. @defaultValue as the family has it */
  tieWordEmbeddings: boolean;
  /** The token that fills a batch up. @defaultValue as the family has it */
  padTokenId: number | null;
  /** The token that begins a text. @defaultValue as the family has it */
  bosTokenId: number | null;
  /** The token that ends a text, or several. @defaultValue as the family has it */
  eosTokenId: number | readonly number[] | null;
}

const strings = value<readonly string[]>(
  'a list of strings',
  (v) => Array.isArray(v) && v.every((one) => typeof one === 'string'),
);
const tokens = either<number, readonly number[]>(int(), listOfInts());

/** The fields that all families share; `tieWordEmbeddings` and the special tokens have defaults of their own in each. */
const COMMON = {
  architectures: nullable(strings),
  dtype: nullable(str()),
  id2label: nullable(record()),
  label2id: nullable(record()),
  problemType: nullable(choice(['regression', 'singleLabelClassification', 'multiLabelClassification'])),
  numLabels: nullable(count(1)),
} satisfies Fields;

/** Fields whose defaults differ between families. */
export const special = (pad: number | null, bos: number | null, eos: number | null, tie: boolean) => ({
  padTokenId: nullable(int(), pad),
  bosTokenId: nullable(int(), bos),
  eosTokenId: nullable(tokens, eos),
  tieWordEmbeddings: bool(tie),
});

/** What makes a family's config. */
export interface Definition {
  /** The class's name in transformers without `Config`: `Llama`. */
  readonly name: string;
  /** What config.json calls the family: `llama`. */
  readonly modelType: string;
  readonly fields: Fields;
  /** Other names of fields: `hiddenSize` of GPT-2 is `nEmbd`. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** Computes fields of others, and checks them. */
  readonly finish?: (config: Record<string, unknown>, given: Readonly<Record<string, unknown>>) => void;
  /** Fields of config.json that this package has no code for where they are true. */
  readonly refuses?: readonly string[];
  /** Fields that are read, but not kept under these names. */
  readonly consumed?: readonly string[];
}

/**
 * The shape of a model, as `config.json` holds it. Fields that this package does not know are kept, and written back.
 *
 * @example
 * const config = new language.LlamaConfig({ vocabSize: 32, hiddenSize: 16, intermediateSize: 24, numHiddenLayers: 1, numAttentionHeads: 2 });
 * await config.savePretrained('model');
 * const again = await language.AutoConfig.fromPretrained('model');
 * again.toDict().hidden_size; // 16
 */
export abstract class PreTrainedConfig {
  /** What config.json calls the family. */
  declare readonly modelType: string;
  /** Fields of config.json that this package does not know, as they are there. */
  extra: JsonObject = {};
  declare architectures: CommonFields['architectures'];
  declare dtype: CommonFields['dtype'];
  declare id2label: CommonFields['id2label'];
  declare label2id: CommonFields['label2id'];
  declare problemType: CommonFields['problemType'];
  declare padTokenId: CommonFields['padTokenId'];
  declare bosTokenId: CommonFields['bosTokenId'];
  declare eosTokenId: CommonFields['eosTokenId'];
  declare tieWordEmbeddings: boolean;

  /** The number of labels of a classifier. */
  get numLabels(): number {
    return Object.keys(this.id2label).length;
  }

  /** What `config.json` holds, with Python's names. */
  abstract toDict(): JsonObject;

  /** The fields of config.json that are floating point numbers. @internal */
  abstract floats(): readonly string[];

  /** What `JSON.stringify` writes: {@link toDict}. */
  toJSON(): JsonObject {
    return this.toDict();
  }

  /** Writes `config.json` into a folder, which is made where there is none. */
  async savePretrained(folder: string | URL): Promise<void> {
    await writeJson('savePretrained', folder, 'config.json', this.toDict(), this.floats());
  }
}

/** A config with the fields of a family. */
export type ConfigOf<F> = PreTrainedConfig & F;

/** A family's class of configs. */
export interface ConfigClass<F extends object> {
  /** A config with transformers' defaults for what is left out. */
  new (options?: Partial<F & CommonFields>): ConfigOf<F>;
  /** What its configs have in common. */
  readonly prototype: ConfigOf<F>;
  /** What config.json calls the family. */
  readonly modelType: string;
  /** The config of a parsed `config.json`. */
  fromDict(dict: Readonly<Record<string, unknown>>): ConfigOf<F>;
  /** The config of a folder with a `config.json`. */
  fromPretrained(folder: string | URL): Promise<ConfigOf<F>>;
}

/** Keys of a nested object in the other spelling. */
function respell(object: Readonly<Record<string, unknown>>, spell: (name: string) => string): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([name, one]) => [spell(name), one]));
}

function labels(label: string, config: Record<string, unknown>): void {
  const { id2label, label2id, numLabels } = config as {
    id2label: unknown;
    label2id: unknown;
    numLabels: number | null;
  };
  Reflect.deleteProperty(config, 'numLabels');
  const names: Record<number, string> = {};
  if (id2label === null) {
    for (let i = 0; i < (numLabels ?? 2); i++) names[i] = `LABEL_${i}`;
  } else {
    const entries =
      id2label instanceof Map ? [...(id2label as Map<unknown, unknown>)] : Object.entries(id2label as object);
    for (const [number, name] of entries) {
      if (!Number.isInteger(Number(number)) || typeof name !== 'string') {
        throw typeError(
          `${label}: 'id2label' should have a name for each number, got ${show(name)} for ${show(number)}`,
        );
      }
      names[Number(number)] = name;
    }
    const count = Object.keys(names).length;
    if (numLabels !== null && numLabels !== count) {
      throw valueError(`${label}: 'numLabels' is ${numLabels}, but 'id2label' has ${count} names`);
    }
  }
  config['id2label'] = names;
  config['label2id'] =
    label2id ?? Object.fromEntries(Object.entries(names).map(([number, name]) => [name, Number(number)]));
  if (config['problemType'] === 'singleLabelClassification' && Object.keys(names).length === 1) {
    throw valueError(
      `${label}: problemType 'singleLabelClassification' requires numLabels > 1: use numLabels: 2, or 'regression' for one output`,
    );
  }
}

function renamed(
  aliases: Readonly<Record<string, string>>,
  given: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(given).map(([name, one]) => [aliases[name] ?? name, one]));
}

/** Fields of JSON that are no part of a config here, and not worth keeping. */
const DROPPED = ['model_type', 'transformers_version', '_name_or_path', 'torch_dtype', 'num_labels'];

function dictOf(config: Record<string, unknown>, { modelType, fields }: Definition): JsonObject {
  const out: JsonObject = { ...(config['extra'] as JsonObject) };
  for (const [name, field] of Object.entries({ ...fields, ...COMMON })) {
    const one = config[name];
    if (one === undefined || (one === null && field.fallback === null)) continue;
    const nested = name !== 'id2label' && name !== 'label2id' && isPlainObject(one);
    out[snakeCase(name)] = nested ? respell(one, snakeCase) : one;
  }
  if (config['problemType']) out['problem_type'] = snakeCase(config['problemType'] as string);
  return { ...out, model_type: modelType };
}

/** The arguments of a constructor, and what is none of them, in a parsed `config.json`. */
function split(
  definition: Definition,
  dict: Readonly<Record<string, unknown>>,
): [known: JsonObject, extra: JsonObject] {
  const names = new Map(
    Object.keys({ ...definition.fields, ...COMMON, ...definition.aliases }).map((name) => [snakeCase(name), name]),
  );
  const known: JsonObject = {};
  const extra: JsonObject = {};
  for (const [key, one] of Object.entries(dict)) {
    const name = names.get(key);
    if (name === undefined) {
      if (!DROPPED.includes(key)) extra[key] = one;
    } else if (one !== undefined) {
      known[name] =
        isPlainObject(one) && !key.endsWith('label') && !key.endsWith('2id') ? respell(one, camelCase) : one;
    }
  }
  const dtype = dict['dtype'] ?? dict['torch_dtype'];
  if (typeof dtype === 'string') known['dtype'] = dtype.replace(/^torch\./, '');
  if (dict['num_labels'] !== undefined && known['id2label'] == null) known['numLabels'] = dict['num_labels'];
  // An integer of JSON may stand where Python has null for "the default".
  const kept = Object.entries(known).filter(([name, one]) => one !== null || nullAllowed(definition, name));
  return [Object.fromEntries(kept), extra];
}

function nullAllowed({ fields, aliases }: Definition, name: string): boolean {
  const all: Fields = { ...fields, ...COMMON };
  return all[aliases?.[name] ?? name]?.fits(null) ?? false;
}

/** The fields that are floating point numbers in Python. */
function floatsOf(table: Fields): string[] {
  return Object.keys(table).flatMap((one) => (table[one]?.float ? [snakeCase(one)] : []));
}

/** Makes other names of fields read and write the fields. */
function addAliases(prototype: object, aliases: Readonly<Record<string, string>>): void {
  for (const [alias, target] of Object.entries(aliases)) {
    Object.defineProperty(prototype, alias, {
      get(this: Record<string, unknown>) {
        return this[target];
      },
      set(this: Record<string, unknown>, one: unknown) {
        this[target] = one;
      },
    });
  }
}

/** Makes a family's class of configs. */
export function defineConfig<F extends object>(definition: Definition): ConfigClass<F> {
  const { name, modelType, fields, aliases = {}, finish, consumed = [], refuses = [] } = definition;
  const label = `${name}Config`;
  const table: Fields = { ...fields, ...COMMON };
  class Config extends PreTrainedConfig {
    static readonly modelType = modelType;

    constructor(options: Readonly<Record<string, unknown>> = {}) {
      super();
      requireOptions(label, options);
      const given = renamed(aliases, options);
      const config = this as unknown as Record<string, unknown>;
      const read: Record<string, unknown> = { ...readOptions(label, table, given) };
      labels(label, read);
      Object.assign(this, read);
      finish?.(config, given);
      for (const one of consumed) Reflect.deleteProperty(config, one);
    }

    static fromDict(dict: Readonly<Record<string, unknown>>): Config {
      requireOptions(`${label}.fromDict`, dict);
      const theirs = dict['model_type'];
      if (theirs !== undefined && theirs !== modelType) {
        throw valueError(`${label}: the config is one of '${String(theirs)}', not of '${modelType}'`);
      }
      const [known, extra] = split(definition, dict);
      for (const name of refuses) if (extra[name] === true) throw valueError(`${label}: ${name} is not supported`);
      const config = new Config(known);
      config.extra = extra;
      return config;
    }

    static async fromPretrained(folder: string | URL): Promise<Config> {
      return Config.fromDict(await readJson(`${label}.fromPretrained`, folder, 'config.json'));
    }

    override toDict(): JsonObject {
      return dictOf(this as unknown as Record<string, unknown>, definition);
    }

    override floats(): readonly string[] {
      return floatsOf(table);
    }
  }
  Object.defineProperty(Config, 'name', { value: label });
  Object.defineProperty(Config.prototype, 'modelType', { value: modelType });
  addAliases(Config.prototype, aliases);
  return Config as unknown as ConfigClass<F>;
}
