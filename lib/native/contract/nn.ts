import type { Box, Handle, JobId, Settle } from '../values';

export type ModuleBox = Box<'Module'>;
export type ChainBox = Box<'Chain'>;
/** One step of a run of layers, and what native code has to know of it. */
export type ChainStep =
  | readonly ['linear' | 'dropout', ModuleBox]
  | readonly ['layerNorm', columns: number, eps: number]
  | readonly ['residual' | 'relu' | 'tanh' | 'sigmoid' | 'silu' | 'gelu' | 'geluTanh'];
export type StagesBox = Box<'Stages'>;
/** One layer of a convolutional network, as native/nn/stages.cc reads it. */
export type StageStep =
  | readonly [
      'conv2d',
      stride: readonly number[],
      padding: readonly number[],
      dilation: readonly number[],
      groups: number,
    ]
  | readonly ['batchNorm', eps: number, momentum: number]
  | readonly ['relu', inplace: boolean]
  | readonly [
      'maxPool',
      kernel: readonly number[],
      stride: readonly number[],
      padding: readonly number[],
      dilation: readonly number[],
      ceil: boolean,
    ]
  | readonly ['averagePool', size: readonly number[]]
  | readonly ['flatten', start: number, end: number]
  | readonly ['linear'];
export type PackedConvolutionBox = Box<'PackedConvolution'>;

/** What native/nn exports: torch::nn modules, held by boxes. */
export interface NnNative {
  /** The classes of torch::nn that are registered. */
  moduleNames(): string[];
  /** `overwritten`: the initial values are not used, so no random numbers are drawn. */
  newModule(name: string, options: object, overwritten: boolean): ModuleBox;
  moduleParameters(box: ModuleBox): [name: string, handle: Handle][];
  moduleBuffers(box: ModuleBox): [name: string, handle: Handle][];
  /** Whether the module has a parameter or buffer of that name. */
  moduleAssign(box: ModuleBox, name: string, handle: Handle | null): boolean;
  moduleTrain(box: ModuleBox, training: boolean): void;
  /** Draws the initial values again. */
  moduleReset(box: ModuleBox): void;
  /** After the storage of parameters has changed. */
  moduleRefresh(box: ModuleBox): void;
  moduleForward(box: ModuleBox, ...inputs: unknown[]): unknown;
  moduleForwardAsync(box: ModuleBox, settle: Settle, ...inputs: unknown[]): JobId;
  /** Packs a weight `[O, I / groups, H, W]` for oneDNN and inputs of about this size. */
  packConvolution(
    weight: Handle,
    bias: Handle | null,
    padding: readonly number[],
    stride: readonly number[],
    dilation: readonly number[],
    groups: number,
    inputSize: readonly number[],
  ): PackedConvolutionBox;
  /** Without gradients; null for an input that is not taken. The result has its channels last in memory. */
  runPackedConvolution(packed: PackedConvolutionBox, input: Handle, relu: boolean): Handle | null;
  /** Consecutive layers that are computed as one. */
  newChain(steps: readonly ChainStep[]): ChainBox;
  /**
   * Their output; null where they are to run one by one. `tensors` are the weight and the bias of each LayerNorm, and what each
   * residual adds (null for the input), in the order of the steps.
   */
  runChain(box: ChainBox, input: Handle, ...tensors: (Handle | null)[]): Handle | null;
  /** Consecutive layers of convolutional networks that are run in one call. */
  newStages(steps: readonly StageStep[]): StagesBox;
  /** Their output; null where they are to run one by one. `given` are their tensors and flags in the order of the steps. */
  runStages(box: StagesBox, input: Handle, ...given: (Handle | null | boolean)[]): Handle | null;
  /** Self-attention up to what the output projection is given; null where libtorch computes it. */
  runAttention(
    input: Handle,
    weight: Handle,
    bias: Handle | null,
    mask: Handle | null,
    heads: number,
    batchFirst: boolean,
    dropout: number,
    isCausal: boolean,
  ): Handle | null;
  /**
   * An encoder layer in inference by libtorch's operator: `tensors` are its input and twelve parameters in the operator's order. Null
   * where gradients are recorded, or anything else asks for the ordinary call.
   */
  runEncoderLayer(
    embedDim: number,
    heads: number,
    gelu: boolean,
    normFirst: boolean,
    eps: number,
    ...tensors: Handle[]
  ): Handle | null;
  /** Whether runs of layers are computed so; one setting for the process. */
  getFusedMlp(): boolean;
  setFusedMlp(enabled: boolean): void;
  newParameter(handle: Handle, requiresGrad: boolean): Handle;
  /** Whether recurrent layers on the CPU use the fused kernels; one setting for the process. */
  getFusedRnn(): boolean;
  setFusedRnn(enabled: boolean): void;
  getFusedRnnKernels(): 'avx512' | 'avx2' | 'portable';
}
