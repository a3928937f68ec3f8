import { type Fields, bool, choice, count, either, float, nullable, record, str, value } from '../../arguments/fields';
import { camelCase, snakeCase } from '../../arguments/names';
import { readOptions } from '../../arguments/read';
import { valueError } from '../../errors';
import { type JsonObject, readJson, writeJson } from '../json';

/** What a LoRA adapter changes: the options of peft's `LoraConfig`, and what `adapter_config.json` holds. */
export interface LoraOptions {
  /** The rank: the width of the two small matrices. @defaultValue 8 */
  readonly r?: number;
  /** What is added is multiplied by this over the rank. @defaultValue 8 */
  readonly loraAlpha?: number;
  /** Dropout before the small matrices. @defaultValue 0 */
  readonly loraDropout?: number;
  /** Names of layers, or the ends of their paths; a text is a regular expression of whole paths, or `'all-linear'`. @defaultValue null, which means what peft takes for the family */
  readonly targetModules?: string | readonly string[] | null;
  /** Names of layers that are left as they are. @defaultValue null */
  readonly excludeModules?: string | readonly string[] | null;
  /** Which biases are trained: none, all, or those of the layers that are changed. @defaultValue 'none' */
  readonly bias?: 'none' | 'all' | 'loraOnly';
  /** Modules that are trained as a whole and saved with the adapter, such as a new head. @defaultValue null; with a classifier its head */
  readonly modulesToSave?: readonly string[] | null;
  /** What the model is for; a classifier's head is then trained as well. @defaultValue null */
  readonly taskType?: 'CAUSAL_LM' | 'SEQ_CLS' | 'TOKEN_CLS' | 'SEQ_2_SEQ_LM' | 'FEATURE_EXTRACTION' | null;
  /** Divide by the root of the rank instead of the rank. @defaultValue false */
  readonly useRslora?: boolean;
  /** Begin without a change: the second matrix is zero. With false both are random. @defaultValue true */
  readonly initLoraWeights?: boolean;
  /** The folder of the model that the adapter is for. @defaultValue null */
  readonly baseModelNameOrPath?: string | null;
  /** Whether the adapter is used, not trained. @defaultValue false */
  readonly inferenceMode?: boolean;
  /** Ranks of some layers, by the ends of their paths. @defaultValue {} */
  readonly rankPattern?: Readonly<Record<string, number>>;
  /** Alphas of some layers, by the ends of their paths. @defaultValue {} */
  readonly alphaPattern?: Readonly<Record<string, number>>;
}

const names = value<readonly string[]>(
  'a list of names',
  (v) => Array.isArray(v) && v.every((one) => typeof one === 'string'),
);
const part = value<number>('a number from 0 to below 1', (v) => typeof v === 'number' && v >= 0 && v < 1, 0);
const tasks = value<NonNullable<LoraOptions['taskType']>>('a task of peft, such as CAUSAL_LM', (v) =>
  ['CAUSAL_LM', 'SEQ_CLS', 'TOKEN_CLS', 'SEQ_2_SEQ_LM', 'FEATURE_EXTRACTION'].includes(v as string),
);

const LORA = {
  r: count(1, 8),
  loraAlpha: float(8),
  loraDropout: part,
  targetModules: nullable(either<string, readonly string[]>(str(), names)),
  excludeModules: nullable(either<string, readonly string[]>(str(), names)),
  bias: choice(['none', 'all', 'loraOnly'], 'none'),
  modulesToSave: nullable(names),
  taskType: nullable(tasks),
  useRslora: bool(false),
  initLoraWeights: bool(true),
  baseModelNameOrPath: nullable(str()),
  inferenceMode: bool(false),
  rankPattern: record<Readonly<Record<string, number>>>({}),
  alphaPattern: record<Readonly<Record<string, number>>>({}),
} satisfies Fields;

/** Fields of adapter_config.json for which this package has no code where they are on. */
const REFUSED = [
  'use_dora',
  'use_qalora',
  'layer_replication',
  'layers_to_transform',
  'megatron_config',
  'trainable_token_indices',
  'lora_bias',
  'target_parameters',
  'use_bdlora',
  'arrow_config',
  'kasa_config',
];
const DROPPED = ['peft_type', 'peft_version'];

/**
 * What a LoRA adapter changes.
 *
 * @see https://huggingface.co/docs/peft/package_reference/lora#peft.LoraConfig
 * @example
 * const config = new language.LoraConfig({ r: 8, loraAlpha: 16, targetModules: ['q_proj', 'v_proj'], taskType: 'CAUSAL_LM' });
 * config.loraDropout; // 0
 */
export class LoraConfig {
  declare r: number;
  declare loraAlpha: number;
  declare loraDropout: number;
  declare targetModules: string | readonly string[] | null;
  declare excludeModules: string | readonly string[] | null;
  declare bias: 'none' | 'all' | 'loraOnly';
  declare modulesToSave: readonly string[] | null;
  declare taskType: LoraOptions['taskType'];
  declare useRslora: boolean;
  declare initLoraWeights: boolean;
  declare baseModelNameOrPath: string | null;
  declare inferenceMode: boolean;
  declare rankPattern: Readonly<Record<string, number>>;
  declare alphaPattern: Readonly<Record<string, number>>;
  /** Fields of adapter_config.json that this package does not know, as they are there. */
  extra: JsonObject = {};

  constructor(options: LoraOptions = {}) {
    Object.assign(this, readOptions('LoraConfig', LORA, options));
  }

  /** The config of a parsed `adapter_config.json`. */
  static fromDict(dict: Readonly<Record<string, unknown>>): LoraConfig {
    const { peft_type: type } = dict;
    if (type !== 'LORA') throw valueError(`the adapter is of the kind ${String(type)}; only LORA is supported`);
    for (const name of REFUSED) {
      const one = dict[name];
      if (one !== undefined && one !== null && one !== false)
        throw valueError(`the adapter has ${name}, which is not supported`);
    }
    const known: JsonObject = {};
    const extra: JsonObject = {};
    for (const [key, one] of Object.entries(dict)) {
      const name = camelCase(key);
      if (!Object.hasOwn(LORA, name)) {
        if (!DROPPED.includes(key)) extra[key] = one;
      } else if (one !== null && (name !== 'initLoraWeights' || typeof one === 'boolean')) known[name] = one;
    }
    const config = new LoraConfig(known);
    config.extra = extra;
    return config;
  }

  /** The config of a folder with an `adapter_config.json`. */
  static async fromPretrained(folder: string | URL): Promise<LoraConfig> {
    return LoraConfig.fromDict(await readJson('LoraConfig.fromPretrained', folder, 'adapter_config.json'));
  }

  /** What `adapter_config.json` holds, with Python's names. */
  toDict(): JsonObject {
    const config = this as unknown as Record<string, unknown>;
    const own = Object.keys(LORA).map((name) => [snakeCase(name), config[name]]);
    return { ...this.extra, ...Object.fromEntries(own), bias: snakeCase(this.bias), peft_type: 'LORA' };
  }

  /** Writes `adapter_config.json` into a folder. */
  async savePretrained(folder: string | URL): Promise<void> {
    await writeJson('savePretrained', folder, 'adapter_config.json', { ...this.toDict(), inference_mode: true });
  }
}
