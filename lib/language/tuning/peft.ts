import path from 'node:path';
import { pathOf } from '../../arguments/files';
import { dataError, typeError, valueError } from '../../errors';
import { loadAsync, loadSafetensorsAsync, nn, saveSafetensorsAsync, type Tensor } from '../../index';
import * as torch from '../../index';
import { hasFile, makeFolder } from '../json';
import { PreTrainedModel } from '../pretrained-model';
import { Conv1D } from '../models/gpt2';
import { Part } from '../part';
import { LoraConfig } from './config';
import { type AdaptedLayer, ADAPTER, LoraLinear, ModulesToSaveWrapper } from './layers';

/** Models with LoRA adapters, as peft has them. */

/** The layers that peft changes in each family where it is not told. */
const TARGETS: Readonly<Record<string, readonly string[]>> = {
  bert: ['query', 'value'],
  distilbert: ['q_lin', 'v_lin'],
  gpt2: ['c_attn'],
  llama: ['q_proj', 'v_proj'],
  mistral: ['q_proj', 'v_proj'],
  qwen2: ['q_proj', 'v_proj'],
  qwen3: ['q_proj', 'v_proj'],
  roberta: ['query', 'value'],
  t5: ['q', 'v'],
};
const HEADS = ['classifier', 'score'];
const NAMES: Readonly<Record<string, string>> = {
  CAUSAL_LM: 'PeftModelForCausalLM',
  SEQ_CLS: 'PeftModelForSequenceClassification',
  TOKEN_CLS: 'PeftModelForTokenClassification',
  SEQ_2_SEQ_LM: 'PeftModelForSeq2SeqLM',
  FEATURE_EXTRACTION: 'PeftModelForFeatureExtraction',
};

/** Whether a path is one of the targets: its end, or a regular expression of all of it. */
function matches(name: string, targets: string | readonly string[]): boolean {
  if (typeof targets === 'string') return new RegExp(`^(?:${targets})$`, 'u').test(name);
  return targets.some((one) => name === one || name.endsWith(`.${one}`));
}

const isLinear = (module: nn.Module): module is AdaptedLayer => module instanceof nn.Linear || module instanceof Conv1D;

/** The value of a layer in a pattern of peft: by the end of its path. */
function patterned(name: string, pattern: Readonly<Record<string, number>>, usual: number): number {
  const key = Object.keys(pattern).find((one) => new RegExp(`(^|.*\\.)${one}$`, 'u').test(name));
  return key === undefined ? usual : (pattern[key] as number);
}

/** The layers that a config means, by their paths. */
function targetsIn(model: PreTrainedModel, config: LoraConfig): [string, AdaptedLayer][] {
  const wanted = config.targetModules ?? TARGETS[model.config.modelType] ?? null;
  if (wanted === null) throw valueError('LoraConfig needs targetModules for this model');
  config.targetModules = wanted;
  const all = model.namedModules().filter(([name]) => name !== '');
  const heads = new Set(['lm_head', 'cls', 'vocab_projector', ...HEADS, ...(config.modulesToSave ?? [])]);
  const isMeant = ([name, module]: [string, nn.Module]): boolean => {
    if (config.excludeModules !== null && matches(name, config.excludeModules)) return false;
    if (wanted === 'all-linear') return isLinear(module) && !name.split('.').some((part) => heads.has(part));
    return matches(name, wanted);
  };
  const found = all.filter(isMeant);
  const other = found.find(([, module]) => !isLinear(module));
  if (other) throw valueError(`LoRA changes linear layers only; ${other[0]} is a ${other[1].displayName()}`);
  if (found.length > 0) return found as [string, AdaptedLayer][];
  const linear = [...new Set(all.filter(([, module]) => isLinear(module)).map(([name]) => name.split('.').at(-1)))];
  throw valueError(
    `no layer of ${model.displayName()} is one of targetModules (${String(wanted)}); linear layers are ${linear.join(', ')}`,
  );
}

/** What holds the model: Python's class of that name. */
class LoraModel<M extends PreTrainedModel> extends Part {
  readonly model: M;

  constructor(model: M) {
    super();
    this.model = model;
  }

  override forward(...inputs: unknown[]): unknown {
    return (this.model as unknown as { forward(...given: unknown[]): unknown }).forward(...inputs);
  }
}

/** The arguments and the result of a model's `forward`. */
type ArgumentsOf<M> = M extends { forward(...args: infer A): unknown } ? A : never;
type ResultOf<M> = M extends { forward(...args: never[]): infer R } ? R : never;

/**
 * A model with an adapter: the model's own weights stay as they are, and the adapter's are trained.
 *
 * @see https://huggingface.co/docs/peft/package_reference/peft_model#peft.PeftModel
 * @example
 * const config = new language.LlamaConfig({ vocabSize: 32, hiddenSize: 16, intermediateSize: 24, numHiddenLayers: 1, numAttentionHeads: 2 });
 * const model = language.getPeftModel(new language.LlamaForCausalLM(config), new language.LoraConfig({ r: 2 }));
 * await model.savePretrained('adapter');
 * const base = new language.LlamaForCausalLM(config);
 * const again = await language.PeftModel.fromPretrained(base, 'adapter');
 * again.mergeAndUnload() === base; // true
 */
export class PeftModel<M extends PreTrainedModel = PreTrainedModel> extends Part {
  readonly baseModel: LoraModel<M>;
  /** What the adapter changes. */
  readonly peftConfig: LoraConfig;

  constructor(model: M, config: LoraConfig) {
    super();
    this.peftConfig = config;
    inject(model, config);
    this.baseModel = new LoraModel(model);
  }

  override displayName(): string {
    return NAMES[this.peftConfig.taskType ?? ''] ?? 'PeftModel';
  }

  /** The model, with the adapter in it: what `generate` is called of. */
  get model(): M {
    return this.baseModel.model;
  }

  /** {@link model}, as in Python. */
  getBaseModel(): M {
    return this.baseModel.model;
  }

  override forward(...inputs: ArgumentsOf<M>): ResultOf<M> {
    return this.baseModel.forward(...(inputs as unknown[])) as ResultOf<M>;
  }

  private layers(): LoraLinear[] {
    return this.modules().filter((module) => module instanceof LoraLinear);
  }

  private wrappers(): ModulesToSaveWrapper[] {
    return this.modules().filter((module) => module instanceof ModulesToSaveWrapper);
  }

  /** How many weights are trained, and how many there are. */
  getNbTrainableParameters(): [trained: number, all: number] {
    const sum = (list: readonly Tensor[]): number => list.reduce((total, one) => total + one.numel(), 0);
    const all = this.parameters();
    return [sum(all.filter(({ requiresGrad }) => requiresGrad)), sum(all)];
  }

  /** The same as a sentence. */
  trainableParameters(): string {
    const [trained, all] = this.getNbTrainableParameters();
    const english = (number: number): string => number.toLocaleString('en-US');
    return `trainable params: ${english(trained)} || all params: ${english(all)} || trainable%: ${((100 * trained) / all).toFixed(4)}`;
  }

  /** Puts the adapter's change into the model's weights, so that it costs nothing. */
  mergeAdapter(): void {
    for (const layer of this.layers()) layer.merge();
  }

  /** Takes the adapter's change out of the model's weights. */
  unmergeAdapter(): void {
    for (const layer of this.layers()) layer.unmerge();
  }

  /** The model without an adapter, with the change in its weights. This object is of no use afterwards. */
  mergeAndUnload(): M {
    this.mergeAdapter();
    return this.unload();
  }

  /** The model without an adapter. This object is of no use afterwards. */
  unload(): M {
    const { model } = this;
    for (const [name, module] of model.namedModules()) {
      if (module instanceof LoraLinear) model.setSubmodule(name, module.baseLayer);
      else if (module instanceof ModulesToSaveWrapper) model.setSubmodule(name, module.active);
    }
    model.requiresGrad_(true);
    return model;
  }

  /** Runs a function with the model as it was: the reference of {@link dpoLoss}, for example. */
  withoutAdapter<R>(body: () => R): R {
    const parts = [...this.layers(), ...this.wrappers()];
    if (this.layers().some(({ merged }) => merged))
      throw valueError('the adapter is merged: call unmergeAdapter() first');
    for (const part of parts) part.disabled = true;
    try {
      return body();
    } finally {
      for (const part of parts) part.disabled = false;
    }
  }

  /** The adapter's weights, by the names in its file. */
  adapterStateDict(): Record<string, Tensor> {
    const out: Record<string, Tensor> = {};
    const { bias } = this.peftConfig;
    for (const [name, tensor] of Object.entries(this.stateDict())) {
      if (name.includes('.modules_to_save.')) out[name.replace(`modules_to_save.${ADAPTER}.`, '')] = tensor;
      else if (/\.lora_[AB]\./.test(name)) out[name.replace(`.${ADAPTER}.`, '.')] = tensor;
      else if (name.endsWith('.bias') && (bias === 'all' || (bias === 'loraOnly' && name.includes('.base_layer.'))))
        out[name] = tensor;
    }
    return out;
  }

  /**
   * Writes the adapter, and not the model: `adapter_config.json` and `adapter_model.safetensors`, which peft reads.
   *
   * @see https://huggingface.co/docs/peft/package_reference/peft_model#peft.PeftModel.save_pretrained
   */
  async savePretrained(folder: string | URL): Promise<void> {
    const target = await makeFolder('savePretrained', folder);
    const state = this.adapterStateDict();
    for (const [name, tensor] of Object.entries(state)) state[name] = tensor.contiguous();
    await this.peftConfig.savePretrained(target);
    await saveSafetensorsAsync(state, path.join(target, 'adapter_model.safetensors'), { metadata: { format: 'pt' } });
  }

  /**
   * A model with the adapter of a folder, of peft or of {@link savePretrained}.
   *
   * @throws TorchValueError where the adapter does not fit the model, with the names and sizes.
   */
  static async fromPretrained<B extends PreTrainedModel>(
    model: B,
    folder: string | URL,
    options: {
      /** Whether the adapter is to be trained on. @defaultValue false */
      readonly isTrainable?: boolean;
    } = {},
  ): Promise<PeftModel<B>> {
    const label = 'PeftModel.fromPretrained';
    const from = pathOf(label, folder);
    const config = await LoraConfig.fromPretrained(from);
    const state = await adapterOf(label, from);
    config.inferenceMode = options.isTrainable !== true;
    const peft = new PeftModel(model, config);
    fill(label, peft, state);
    if (config.inferenceMode) peft.requiresGrad_(false).eval();
    return peft;
  }
}

async function adapterOf(label: string, folder: string): Promise<Record<string, Tensor>> {
  if (await hasFile(folder, 'adapter_model.safetensors'))
    return loadSafetensorsAsync(path.join(folder, 'adapter_model.safetensors'));
  const file = path.join(folder, 'adapter_model.bin');
  if (await hasFile(folder, 'adapter_model.bin')) return loadAsync<Record<string, Tensor>>(file);
  throw dataError(`${label}: ${folder} has neither adapter_model.safetensors nor adapter_model.bin`);
}

function fill(label: string, peft: PeftModel, state: Readonly<Record<string, Tensor>>): void {
  const own = peft.adapterStateDict();
  const strange = Object.keys(state).filter((name) => !own[name]);
  const missing = Object.keys(own).filter((name) => !state[name]);
  if (strange.length + missing.length > 0) {
    const [first] = [...strange, ...missing];
    throw valueError(
      `${label}: the adapter does not fit ${peft.model.displayName()}: ${strange.length} of its weights have no place and ` +
        `${missing.length} are missing, such as ${String(first)}; load the model that ${String(peft.peftConfig.baseModelNameOrPath ?? 'its config')} names`,
    );
  }
  for (const [name, tensor] of Object.entries(state)) {
    const [theirs, ours] = [tensor.shape.join(', '), own[name]?.shape.join(', ')];
    if (theirs !== ours)
      throw valueError(`${label}: ${name} is [${theirs}] in the adapter and [${String(ours)}] in the model`);
  }
  torch.noGrad(() => {
    for (const [name, tensor] of Object.entries(state)) own[name]?.copy_(tensor);
  });
  for (const tensor of Object.values(state)) tensor.dispose();
}

/** Puts adapters beside the layers that a config means, and freezes the rest. */
function inject(model: PreTrainedModel, config: LoraConfig): void {
  if (model.modules().some((module) => module instanceof LoraLinear))
    throw valueError('the model has an adapter already');
  if (config.taskType === 'SEQ_CLS' || config.taskType === 'TOKEN_CLS') {
    config.modulesToSave = [...new Set([...(config.modulesToSave ?? []), ...HEADS])];
  }
  const targets = targetsIn(model, config);
  model.requiresGrad_(false);
  for (const [name, base] of targets) {
    const r = patterned(name, config.rankPattern, config.r);
    const alpha = patterned(name, config.alphaPattern, config.loraAlpha);
    const { loraDropout: dropout, useRslora, initLoraWeights: initWeights } = config;
    model.setSubmodule(name, new LoraLinear(base, { r, alpha, dropout, useRslora, initWeights }));
    if (config.bias === 'loraOnly') base.bias?.requiresGrad_(true);
  }
  if (config.bias === 'all') {
    for (const [name, one] of model.namedParameters()) if (name.endsWith('bias')) one.requiresGrad_(true);
  }
  for (const [name, module] of model.namedModules()) {
    if (config.modulesToSave && name !== '' && matches(name, config.modulesToSave)) {
      model.setSubmodule(name, new ModulesToSaveWrapper(module));
    }
  }
}

/**
 * Freezes a model and puts an adapter beside some of its layers. The model itself is changed.
 *
 * @throws TorchValueError where no layer is one of `targetModules`.
 * @see https://huggingface.co/docs/peft/package_reference/peft_model#peft.get_peft_model
 * @example
 * const config = new language.LlamaConfig({ vocabSize: 32, hiddenSize: 16, intermediateSize: 24, numHiddenLayers: 1, numAttentionHeads: 2 });
 * const model = language.getPeftModel(new language.LlamaForCausalLM(config), new language.LoraConfig({ r: 2 }));
 * model.getNbTrainableParameters(); // [128, 3376]
 */
export function getPeftModel<M extends PreTrainedModel>(model: M, config: LoraConfig): PeftModel<M> {
  if (!(model instanceof PreTrainedModel)) throw typeError('getPeftModel() expected a model of this package');
  if (!(config instanceof LoraConfig)) throw typeError('getPeftModel() expected a LoraConfig');
  return new PeftModel(model, config);
}
