import { runtimeError } from '../../errors';
import { nn, type Tensor } from '../../index';
import * as torch from '../../index';
import type { Activation } from '../activations';
import { Conv1D } from '../models/gpt2';
import { Part } from '../part';

/** Layers with an adapter beside them. */

/** What an adapter goes beside. */
export type AdaptedLayer = nn.Linear | Conv1D;

/** The shape of one adapter. */
export interface LoraShape {
  readonly r: number;
  readonly alpha: number;
  readonly dropout: number;
  readonly useRslora: boolean;
  readonly initWeights: boolean;
}

/** The name of the one adapter, as peft has it. */
export const ADAPTER = 'default';

type One<M extends nn.Module> = nn.ModuleDict<M>;
const dictOf = <M extends nn.Module>(module: M): One<M> => new nn.ModuleDict({ [ADAPTER]: module });
const of = <M extends nn.Module>(dict: One<M>): M => dict.get(ADAPTER);

/**
 * A linear layer with two small matrices beside it: `base(x) + B(A(dropout(x))) · scaling`. Only the small ones are
 * trained.
 *
 * @see https://huggingface.co/docs/peft/package_reference/lora
 */
export class LoraLinear extends Part {
  readonly baseLayer: AdaptedLayer;
  readonly loraDropout: One<Activation>;
  readonly loraA: One<nn.Linear>;
  readonly loraB: One<nn.Linear>;
  readonly loraEmbeddingA: nn.ParameterDict;
  readonly loraEmbeddingB: nn.ParameterDict;
  readonly loraMagnitudeVector: nn.ModuleDict;
  readonly scaling: number;
  /** Whether the change is in the base layer's weight now. */
  merged = false;
  /** Whether the change is left out for now. */
  disabled = false;

  constructor(base: AdaptedLayer, { r, alpha, dropout, useRslora, initWeights }: LoraShape) {
    super();
    const [inputs, outputs] = sizesOf(base);
    this.baseLayer = base;
    this.scaling = useRslora ? alpha / Math.sqrt(r) : alpha / r;
    this.loraDropout = dictOf(dropout > 0 ? new nn.Dropout(dropout) : new nn.Identity());
    const { dtype, device } = base.weight;
    this.loraA = dictOf(new nn.Linear(inputs, r, { bias: false }));
    this.loraB = dictOf(new nn.Linear(r, outputs, { bias: false }));
    this.loraEmbeddingA = new nn.ParameterDict();
    this.loraEmbeddingB = new nn.ParameterDict();
    this.loraMagnitudeVector = new nn.ModuleDict();
    nn.init.kaimingUniform_(of(this.loraA).weight, { a: Math.sqrt(5) });
    if (initWeights) nn.init.zeros_(of(this.loraB).weight);
    else nn.init.kaimingUniform_(of(this.loraB).weight, { a: Math.sqrt(5) });
    for (const part of [this.loraA, this.loraB]) part.to(device).to(dtype.isFloatingPoint ? dtype : torch.float32);
    this.train(base.training);
  }

  override pythonNames(): Readonly<Record<string, string>> {
    return { loraA: 'lora_A', loraB: 'lora_B', loraEmbeddingA: 'lora_embedding_A', loraEmbeddingB: 'lora_embedding_B' };
  }

  override displayName(): string {
    return 'lora.Linear';
  }

  /** The base layer's weight. */
  get weight(): nn.Parameter {
    return this.baseLayer.weight;
  }

  /** The base layer's bias. */
  get bias(): nn.Parameter | null {
    return this.baseLayer.bias;
  }

  private change(input: Tensor): Tensor {
    const first = of(this.loraA);
    const dropped = of(this.loraDropout).forward(input.to(first.weight.dtype));
    return of(this.loraB).forward(first.forward(dropped)).mul(this.scaling);
  }

  override forward(input: Tensor): Tensor {
    const output = this.baseLayer.forward(input);
    return this.merged || this.disabled ? output : output.add(this.change(input)).to(output.dtype);
  }

  /** {@link forward} with the base layer off the JavaScript thread. */
  async forwardAsync(input: Tensor): Promise<Tensor> {
    const output = await this.baseLayer.forwardAsync(input);
    if (this.merged || this.disabled) return output;
    return torch.noGrad(() => output.add(this.change(input)).to(output.dtype));
  }

  /** What the adapter adds to the weight, in the weight's shape. */
  deltaWeight(): Tensor {
    const delta = of(this.loraB).weight.matmul(of(this.loraA).weight).mul(this.scaling);
    return this.baseLayer instanceof Conv1D ? delta.t() : delta;
  }

  /** Puts the change into the base layer's weight, so that the layer costs no more than it did. */
  merge(): void {
    if (this.merged) return;
    const { weight } = this.baseLayer;
    torch.noGrad(() => torch.scope(() => void weight.add_(this.deltaWeight().to(weight.dtype))));
    if (!weight.isfinite().all().item<boolean>()) {
      this.merged = true;
      this.unmerge();
      throw runtimeError('the merged weights would not be finite');
    }
    this.merged = true;
  }

  /** Takes the change out again. */
  unmerge(): void {
    if (!this.merged) return;
    const { weight } = this.baseLayer;
    torch.noGrad(() => torch.scope(() => void weight.sub_(this.deltaWeight().to(weight.dtype))));
    this.merged = false;
  }
}

function sizesOf(base: AdaptedLayer): [inputs: number, outputs: number] {
  return base instanceof Conv1D ? [base.nx, base.nf] : [base.inFeatures, base.outFeatures];
}

/** A module of which a copy is trained and saved with the adapter. */
export class ModulesToSaveWrapper extends Part {
  readonly originalModule: nn.Module;
  readonly modulesToSave: One<nn.Module>;
  /** Whether the original is used for now. */
  disabled = false;

  constructor(original: nn.Module) {
    super();
    this.originalModule = original;
    this.modulesToSave = dictOf(nn.deepCopy(original));
    original.requiresGrad_(false);
    of(this.modulesToSave).requiresGrad_(true);
  }

  /** The module that is used. */
  get active(): nn.Module {
    return this.disabled ? this.originalModule : of(this.modulesToSave);
  }

  override forward(...inputs: unknown[]): unknown {
    return (this.active as unknown as { forward(...given: unknown[]): unknown }).forward(...inputs);
  }
}
