import { readArguments } from '../../arguments/read';
import { required, value } from '../../arguments/fields';
import { isPlainObject } from '../../arguments/plain-object';
import { limitArguments } from '../../arguments/surplus';
import { typeError, warn } from '../../errors';
import type { JobOptions } from '../../native/jobs';
import { Optimizer } from '../../optim/optimizer';
import type { Closure, OptimizerState, OptimizerStateDict, ParamGroup, ParamGroupInput } from '../../optim/types';
import { ModelAverager } from '../algorithms/model-averaging/averagers';

const TABLE = {
  optim: required(value<Optimizer>('an Optimizer', (given) => given instanceof Optimizer)),
  averager: required(value<ModelAverager>('a ModelAverager', (given) => given instanceof ModelAverager)),
};

/** The state dict of the wrapped optimizer, and how often the averager was called. */
export type PostLocalSGDStateDict = OptimizerStateDict & {
  /** Steps so far, by which the averager knows when it is due. */
  readonly step: number;
};

/**
 * Wraps an optimizer: after each of its steps the averager is called, which averages the parameters of all ranks now and
 * then. Before that, `postLocalSGDHook` averages gradients within a subgroup only; both begin at the same step.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributed.optim.html#torch.distributed.optim.PostLocalSGDOptimizer
 * @example
 * const { PeriodicModelAverager } = distributed.algorithms.modelAveraging.averagers;
 * const optimizer = new distributed.optim.PostLocalSGDOptimizer(
 *   new optim.SGD(model.parameters(), { lr: 0.01 }),
 *   new PeriodicModelAverager(4, { warmupSteps: 100 }),
 * );
 * optimizer.step();
 */
export class PostLocalSGDOptimizer extends Optimizer {
  /** The optimizer that steps. */
  readonly optim: Optimizer;
  readonly averager: ModelAverager;
  /** The groups of the wrapped optimizer themselves. */
  override readonly paramGroups: ParamGroup[];

  constructor(optim: Optimizer, averager: ModelAverager);
  constructor(...args: readonly unknown[]) {
    const { optim, averager } = readArguments('PostLocalSGDOptimizer', TABLE, args);
    super(
      optim.paramGroups.map(({ params }) => ({ params })),
      optim.defaults,
    );
    this.optim = optim;
    this.averager = averager;
    this.paramGroups = optim.paramGroups;
  }

  /** The state of the wrapped optimizer. */
  override get state(): OptimizerState {
    return this.optim.state;
  }

  protected performStep(closure?: Closure): unknown {
    if (closure) throw typeError('PostLocalSGDOptimizer.step() takes no function, as in Python');
    this.optim.step();
    this.averager.averageParameters(this.paramGroups);
    return undefined;
  }

  /** {@link step} off the thread, which then waits for no other rank. */
  override async stepAsync(options?: JobOptions): Promise<void> {
    const args = this.beforeStep([]);
    await this.optim.stepAsync(options);
    await this.averager.averageParametersAsync(this.paramGroups);
    this.afterStep(args);
  }

  override zeroGrad(...args: Parameters<Optimizer['zeroGrad']>): void {
    this.optim.zeroGrad(...args);
  }

  override addParamGroup(group: ParamGroupInput<object>): void {
    this.optim.addParamGroup(group);
  }

  override stateDict(): PostLocalSGDStateDict {
    return { ...this.optim.stateDict(), step: this.averager.step };
  }

  /**
   * Takes over a state dict, and with its `step` how often the averager was called, so that no warm-up begins again.
   *
   * @see {@link Optimizer.loadStateDict}
   */
  override loadStateDict(stateDict: object): void;
  override loadStateDict(...args: readonly unknown[]): void {
    const [given] = args;
    const step: unknown = isPlainObject(given) ? given['step'] : undefined;
    if (step !== undefined && !(Number.isSafeInteger(step) && (step as number) >= 0)) {
      throw typeError('PostLocalSGDOptimizer.loadStateDict(): `step` should be a count of steps');
    }
    this.optim.loadStateDict(...(args as [object]));
    if (step === undefined) {
      warn('Loaded state dict does not contain a step counter for an averager. Setting step counter to 0.');
    }
    this.averager.step = (step as number | undefined) ?? 0;
  }

  override toString(): string {
    return this.optim.toString();
  }
}

limitArguments([PostLocalSGDOptimizer], {
  stepAsync: 1,
  zeroGrad: 1,
  addParamGroup: 1,
  stateDict: 0,
  loadStateDict: 1,
});
