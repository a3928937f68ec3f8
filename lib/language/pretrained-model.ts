import { bool } from '../arguments/fields';
import { readArguments, takesNothing } from '../arguments/read';
import { runtimeError } from '../errors';
import { nn, type Tensor } from '../index';
import type { PreTrainedConfig } from './config/define';
import { type FromPretrainedOptions, type ModelClass, loadModelFrom } from './loading';
import { initialize, initializeUsual } from './init';
import { Part } from './part';
import { type SavePretrainedOptions, saveModelTo } from './saving';

const TIE = {};
const COUNT = { onlyTrainable: bool(false), excludeEmbeddings: bool(false) };

/** A layer whose activations can be computed again in the backward pass, instead of being kept. */
export interface Checkpointed extends nn.Module {
  gradientCheckpointing: boolean;
}

function isCheckpointed(module: nn.Module): module is Checkpointed {
  return typeof (module as { gradientCheckpointing?: unknown }).gradientCheckpointing === 'boolean';
}

/**
 * The base of all models of this package: a config, weights that are drawn as transformers draws them, and folders of
 * Hugging Face's layout.
 *
 * @see https://huggingface.co/docs/transformers/main_classes/model
 * @example
 * const config = new language.LlamaConfig({ vocabSize: 32, hiddenSize: 16, intermediateSize: 24, numHiddenLayers: 1, numAttentionHeads: 2 });
 * const model = new language.LlamaModel(config);
 * await model.savePretrained('model'); // config.json and model.safetensors
 * const again = await language.LlamaModel.fromPretrained('model');
 * again.numParameters() === model.numParameters(); // true
 */
export abstract class PreTrainedModel<C extends PreTrainedConfig = PreTrainedConfig> extends Part {
  readonly config: C;

  constructor(config: C, ...surplus: []) {
    takesNothing('PreTrainedModel', surplus);
    super();
    this.config = config;
  }

  /** The property that holds the model without its head; a model without one names what a head would call it. @internal */
  abstract basePrefix(): string;

  /** The layer that turns numbers of tokens into vectors. */
  abstract getInputEmbeddings(): nn.Embedding;

  /** Which weights are others under a second name, by state-dict keys: `{ 'lm_head.weight': 'model.embed_tokens.weight' }`. @internal */
  tiedWeights(): Readonly<Record<string, string>> {
    return {};
  }

  /** Names of weights in published files that the model does not need. @internal */
  ignoredKeys(): readonly RegExp[] {
    return [];
  }

  /** Draws the weights of one module. @internal */
  initWeights(module: nn.Module): void {
    const { initializerRange } = this.config as { initializerRange?: number };
    initializeUsual(module, initializerRange || 0.02);
  }

  /** To be called at the end of each constructor: draws the weights, and ties them. @internal */
  protected postInit(): void {
    initialize(this);
    this.tieWeights();
  }

  /** Makes weights that belong together one parameter, as the config says. */
  tieWeights(...args: []): void {
    readArguments('PreTrainedModel.tieWeights', TIE, args);
    for (const [target, source] of Object.entries(this.tiedWeights())) {
      const dot = target.lastIndexOf('.');
      const owner = this.getSubmodule(target.slice(0, dot));
      (owner as unknown as Record<string, unknown>)[target.slice(dot + 1)] = this.getParameter(source);
    }
  }

  /** The number of weights; tied ones count once. */
  numParameters(
    ...args: [
      options?: {
        /** Count only what is trained. @defaultValue false */
        readonly onlyTrainable?: boolean;
        /** Leave out embeddings. @defaultValue false */
        readonly excludeEmbeddings?: boolean;
      },
    ]
  ): number {
    const { onlyTrainable, excludeEmbeddings } = readArguments('PreTrainedModel.numParameters', COUNT, args);
    const embeddings = new Set<Tensor>();
    if (excludeEmbeddings) {
      for (const module of this.modules()) if (module instanceof nn.Embedding) embeddings.add(module.weight);
    }
    const counted = this.parameters().filter((one) => !embeddings.has(one) && (!onlyTrainable || one.requiresGrad));
    return counted.reduce((sum, one) => sum + one.numel(), 0);
  }

  /**
   * Keeps the inputs of the layers instead of all that happens in them, and computes them again in the backward pass:
   * less memory for a third more time. It works in training, without a cache.
   *
   * @see https://huggingface.co/docs/transformers/main_classes/model#transformers.PreTrainedModel.gradient_checkpointing_enable
   */
  gradientCheckpointingEnable(...args: []): void {
    takesNothing('PreTrainedModel.gradientCheckpointingEnable', args);
    this.setCheckpointing(true);
  }

  /** Keeps all activations again. */
  gradientCheckpointingDisable(...args: []): void {
    takesNothing('PreTrainedModel.gradientCheckpointingDisable', args);
    this.setCheckpointing(false);
  }

  private setCheckpointing(on: boolean): void {
    const layers = this.modules().filter(isCheckpointed);
    if (layers.length === 0) throw runtimeError(`${this.displayName()} does not support gradient checkpointing.`);
    for (const layer of layers) layer.gradientCheckpointing = on;
  }

  /**
   * Writes the model into a folder that {@link fromPretrained} and transformers read: `config.json`, and the weights as
   * `model.safetensors`, or as shards with an index where there are more than `maxShardSize` bytes.
   *
   * @throws TorchError (`ERR_TORCH_FILE`) where the folder or a file cannot be written.
   * @see https://huggingface.co/docs/transformers/main_classes/model#transformers.PreTrainedModel.save_pretrained
   */
  async savePretrained(folder: string | URL, options: SavePretrainedOptions = {}): Promise<void> {
    await saveModelTo(this, folder, options);
  }

  /** What {@link savePretrained} writes besides the weights. @internal */
  async saveOthers(_folder: string): Promise<void> {
    await this.config.savePretrained(_folder);
  }

  /** What {@link fromPretrained} reads besides the weights. @internal */
  async loadOthers(_folder: string): Promise<void> {
    // Only models that generate have more.
  }

  /**
   * A model with the config and the weights of a folder: `config.json` with `model.safetensors`, shards with an index,
   * or `pytorch_model.bin`. It is in eval mode.
   *
   * @throws TorchError (`ERR_TORCH_FILE`) for files that are not there or cannot be read; TorchValueError for the
   * weights of another architecture or of other sizes, with the names, the sizes, and the option that helps.
   * @see https://huggingface.co/docs/transformers/main_classes/model#transformers.PreTrainedModel.from_pretrained
   */
  static async fromPretrained<M extends PreTrainedModel>(
    this: ModelClass<M>,
    folder: string | URL,
    options: FromPretrainedOptions = {},
  ): Promise<M> {
    return loadModelFrom(this, folder, options);
  }
}
