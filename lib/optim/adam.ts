import type { Mixed } from '../arguments/signature';
import { float, value } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { type Tensor, isTensor } from '../tensor/tensor';
import { choiceByName, defaultsOf, isPairOf, off, offByName, params, rate } from './arguments';
import { checkFused, rateOf, refuseTensorRate, readTensorBetas, requireNonNegative, requireValue } from './state-check';
import { NativeOptimizer } from './native-optimizer';
import type { OptimizerParams, ParamGroup, Settings, SharedOptions } from './types';

export interface AdamWOptions
  extends Pick<SharedOptions, 'maximize' | 'foreach' | 'capturable' | 'differentiable' | 'fused'> {
  /** The learning rate: a number, or a tensor of one element. @defaultValue 1e-3 */
  readonly lr?: number | Tensor;
  /** Decay of the running averages of the gradient and of its square: two numbers, or two tensors of one element. @defaultValue [0.9, 0.999] */
  readonly betas?: readonly [number, number] | readonly [Tensor, Tensor];
  /** Added to the denominator for numerical stability. @defaultValue 1e-8 */
  readonly eps?: number;
  /** Decoupled weight decay: each step shrinks parameters by lr · weightDecay. @defaultValue 1e-2 */
  readonly weightDecay?: number;
  /** Divide by the largest running average so far, not by the present one. @defaultValue false */
  readonly amsgrad?: boolean;
}

export interface AdamOptions extends AdamWOptions {
  /** An L2 penalty: this times the parameter is added to its gradient. @defaultValue 0 */
  readonly weightDecay?: number;
  /** Decay the weights as AdamW does, apart from the gradient. @defaultValue false */
  readonly decoupledWeightDecay?: boolean;
}

export interface AdamGroup extends ParamGroup, Settings<Omit<AdamOptions, 'betas' | 'lr'>> {
  /** Decay of the running averages of the gradient and of its square. */
  betas: [number | Tensor, number | Tensor];
}

const isBeta = (v: unknown): boolean => typeof v === 'number' || isTensor(v);

const betas = value<readonly [number, number] | readonly [Tensor, Tensor]>(
  'two numbers, or two tensors of one element',
  isPairOf(isBeta),
  [0.9, 0.999],
);

const FIRST = { lr: rate(1e-3), betas, eps: float(1e-8) };
const SWITCHES = { capturable: offByName(), differentiable: offByName(), fused: choiceByName() };

const ADAM = {
  params: params<AdamOptions>(),
  ...FIRST,
  weightDecay: float(0),
  amsgrad: off(),
  foreach: choiceByName(),
  maximize: offByName(),
  ...SWITCHES,
  decoupledWeightDecay: offByName(),
};

const ADAMW = {
  params: params<AdamWOptions>(),
  ...FIRST,
  weightDecay: float(1e-2),
  amsgrad: off(),
  maximize: offByName(),
  foreach: choiceByName(),
  ...SWITCHES,
};

function checked(label: string, options: Required<AdamOptions>): Required<AdamOptions> {
  const { lr, betas, eps, weightDecay, foreach, capturable } = options;
  refuseTensorRate(lr, foreach, capturable);
  requireValue(rateOf(label, lr) >= 0, 'Invalid learning rate', lr);
  requireNonNegative(label, 'eps', eps, 'Invalid epsilon value');
  const read = readTensorBetas(label, betas, options);
  requireNonNegative(label, 'weightDecay', weightDecay, 'Invalid weight_decay value');
  checkFused(options);
  return { ...options, betas: read };
}

/** What Adam and AdamW share. */
abstract class AdamFamily extends NativeOptimizer<AdamGroup> {
  protected override takesTensors(option: string): boolean {
    return option === 'betas';
  }
}

/**
 * Adam: steps scaled by running averages of the gradient and of its square.
 *
 * Its step is Python's to the last bit; with `fused: true` one kernel does everything.
 *
 * @throws TorchValueError for a negative learning rate, epsilon or weight decay, for betas outside of [0, 1), and for tensors
 * where `foreach` is asked for without `capturable`.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.optim.Adam.html
 * @example
 * const w = torch.zeros([2], { requiresGrad: true });
 * const optimizer = new torch.optim.Adam([w], { lr: 0.1 });
 * w.sum().backward();
 * optimizer.step(); // w is [-0.1, -0.1]
 */
export class Adam extends AdamFamily {
  constructor(params: OptimizerParams<AdamOptions>, options?: AdamOptions);
  /** Options by position, in Python's order. */
  constructor(
    params: OptimizerParams<AdamOptions>,
    lr?: number | Tensor,
    ...optional: Mixed<
      [
        betas?: AdamOptions['betas'],
        eps?: AdamOptions['eps'],
        weightDecay?: AdamOptions['weightDecay'],
        amsgrad?: AdamOptions['amsgrad'],
      ],
      AdamOptions
    >
  );
  constructor(...args: readonly unknown[]) {
    const { params, ...options } = readArguments('Adam', ADAM, args);
    super('Adam', params, { ...checked('Adam', options) }, defaultsOf(ADAM));
    this.stepSupportsAmpScaling = this.defaults['fused'] === true;
  }
}

/**
 * Adam with the weights decayed apart from the gradient.
 *
 * @throws TorchValueError as {@link Adam}.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.optim.AdamW.html
 * @example
 * const optimizer = new torch.optim.AdamW(model.parameters(), { lr: 1e-3, weightDecay: 0.01 });
 */
export class AdamW extends AdamFamily {
  constructor(params: OptimizerParams<AdamWOptions>, options?: AdamWOptions);
  /** Options by position, in Python's order. */
  constructor(
    params: OptimizerParams<AdamWOptions>,
    lr?: number | Tensor,
    ...optional: Mixed<
      [
        betas?: AdamWOptions['betas'],
        eps?: AdamWOptions['eps'],
        weightDecay?: AdamWOptions['weightDecay'],
        amsgrad?: AdamWOptions['amsgrad'],
      ],
      AdamWOptions
    >
  );
  constructor(...args: readonly unknown[]) {
    const { params, ...options } = readArguments('AdamW', ADAMW, args);
    super('Adam', params, { ...checked('AdamW', { ...options, decoupledWeightDecay: true }) }, defaultsOf(ADAM));
    this.stepSupportsAmpScaling = this.defaults['fused'] === true;
  }

  /** AdamW decays weights separately, whatever a loaded group says. */
  protected override upgradeGroup(group: Record<string, unknown>): void {
    super.upgradeGroup(group);
    group['decoupledWeightDecay'] = true;
  }
}
