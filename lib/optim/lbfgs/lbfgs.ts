import type { Mixed } from '../../arguments/signature';
import { withoutGrad } from '../../native/grad-mode';
import { cat, viewAsReal } from '../../ops/generated/functions';
import { type Tensor, isTensor } from '../../tensor/tensor';
import { keep } from '../../tensor/scope';
import { rateOf, requireValue } from '../state-check';
import { float, int, nullable, str } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import { params, rate } from '../arguments';
import { Optimizer } from '../optimizer';
import type { Closure, OptimizerParams, ParamGroup, ParamState, Settings } from '../types';
import { strongWolfe } from './line-search';
import { type Scalar, divide, multiply, numberOf, smaller } from './scalar';
import { show } from '../../arguments/describe';
import { snakeCase } from '../../arguments/names';
import { fromPython } from '../spelling';
import { typeError, valueError } from '../../errors';

export interface LBFGSOptions {
  /** The length of a step, or of the first that the line search tries. @defaultValue 1 */
  readonly lr?: number | Tensor;
  /** The most iterations of a step. @defaultValue 20 */
  readonly maxIter?: number;
  /** The most evaluations of the closure in a step. @defaultValue null, which means 5/4 of `maxIter` */
  readonly maxEval?: number | null;
  /** Stop when no entry of the gradient is larger than this. @defaultValue 1e-7 */
  readonly toleranceGrad?: number;
  /** Stop when neither the loss nor the parameters change by more than this. @defaultValue 1e-9 */
  readonly toleranceChange?: number;
  /** How many former steps are remembered. @defaultValue 100 */
  readonly historySize?: number;
  /** The line search; null takes steps of `lr`. @defaultValue null */
  readonly lineSearchFn?: 'strong_wolfe' | null;
}

export interface LBFGSGroup
  extends ParamGroup,
    Settings<Pick<LBFGSOptions, 'maxIter' | 'toleranceGrad' | 'toleranceChange' | 'historySize' | 'lineSearchFn'>> {
  /** The most evaluations of the closure in a step. */
  maxEval: number;
}

const TABLE = {
  params: params<LBFGSOptions>(),
  lr: rate(1),
  maxIter: int(20),
  maxEval: nullable(int()),
  toleranceGrad: float(1e-7),
  toleranceChange: float(1e-9),
  historySize: int(100),
  lineSearchFn: nullable(str()),
};

/** What a step leaves for the next one. */
interface Memory extends ParamState {
  funcEvals: number;
  nIter: number;
  d?: Tensor;
  t?: Scalar;
  oldDirs?: Tensor[];
  oldStps?: Tensor[];
  ro?: Tensor[];
  HDiag?: Scalar;
  prevFlatGrad?: Tensor;
  prevLoss?: number;
  al?: (Tensor | null)[];
}

/**
 * L-BFGS: steps by an approximation of the inverse Hessian; a step calls its closure several times.
 *
 * @throws TorchValueError for a negative learning rate, TypeError for more than one parameter group.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.optim.LBFGS.html
 * @example
 * const optimizer = new torch.optim.LBFGS(model.parameters(), { lineSearchFn: 'strong_wolfe' });
 * optimizer.step(() => {
 *   optimizer.zeroGrad();
 *   const loss = criterion.forward(model.forward(x), y);
 *   loss.backward();
 *   return loss;
 * });
 */
export class LBFGS extends Optimizer<LBFGSGroup> {
  constructor(params: OptimizerParams<LBFGSOptions>, options?: LBFGSOptions);
  /** Options by position, in Python's order. */
  constructor(
    params: OptimizerParams<LBFGSOptions>,
    lr?: number | Tensor,
    ...optional: Mixed<
      [
        maxIter?: LBFGSOptions['maxIter'],
        maxEval?: LBFGSOptions['maxEval'],
        toleranceGrad?: LBFGSOptions['toleranceGrad'],
        toleranceChange?: LBFGSOptions['toleranceChange'],
        historySize?: LBFGSOptions['historySize'],
        lineSearchFn?: LBFGSOptions['lineSearchFn'],
      ],
      LBFGSOptions
    >
  );
  constructor(...args: readonly unknown[]) {
    const { params, ...given } = readArguments('LBFGS', TABLE, args);
    requireValue(rateOf('LBFGS', given.lr) >= 0, 'Invalid learning rate', given.lr);
    super(params, { ...given, maxEval: given.maxEval ?? Math.floor((given.maxIter * 5) / 4) });
    if (this.paramGroups.length !== 1) {
      throw typeError("LBFGS doesn't support per-parameter options (parameter groups)");
    }
  }

  /** Keeps a loaded memory, if each of its fields is of the kind that a step relies on. */
  protected override restoreState(param: Tensor, entry: object, group: Readonly<Record<string, unknown>>): void {
    const size = this.#group.params.reduce((sum, one) => sum + one.numel() * (one.dtype.isComplex ? 2 : 1), 0);
    checkMemory(fromPython(entry), size);
    super.restoreState(param, entry, group);
  }

  get #group(): LBFGSGroup {
    return this.paramGroups[0] as LBFGSGroup;
  }

  protected override performStep(closure?: Closure): unknown {
    if (!closure) throw typeError('LBFGS.step() takes a function that computes the loss and its gradients');
    return withoutGrad(() => this.#optimize(closure));
  }

  #loss(closure: Closure): { readonly result: unknown; readonly loss: number } {
    const result = this.evaluate(closure);
    if (typeof result !== 'number' && !isTensor(result)) {
      throw typeError('the function that LBFGS.step() was given must return the loss');
    }
    return { result, loss: numberOf(result) };
  }

  #memory(): Memory {
    const [first] = this.#group.params as [Tensor];
    const memory = (this.state.get(first) ?? { funcEvals: 0, nIter: 0 }) as Memory;
    this.state.set(first, memory);
    return memory;
  }

  #optimize(closure: Closure): unknown {
    const group = this.#group;
    const memory = this.#memory();
    const { result, loss } = this.#loss(closure);
    memory.funcEvals++;
    const grad = this.#flatGrad();
    if (!isSmall(grad, group.toleranceGrad)) this.#iterate(closure, memory, loss, grad);
    return result;
  }

  #iterate(closure: Closure, memory: Memory, firstLoss: number, firstGrad: Tensor): void {
    const { maxIter, maxEval, toleranceGrad, toleranceChange, lineSearchFn } = this.#group;
    let [loss, grad, evaluations] = [firstLoss, firstGrad, 1];
    for (let iteration = 1; iteration <= maxIter; iteration++) {
      memory.nIter++;
      if (memory.nIter === 1) begin(memory, grad);
      else remember(memory, grad, this.#group.historySize);
      if (memory.prevFlatGrad === undefined) memory.prevFlatGrad = keep(grad.clone());
      else memory.prevFlatGrad.copy_(grad);
      memory.prevLoss = loss;
      memory.t = this.#firstLength(memory, grad);
      const direction = memory.d as Tensor;
      const slope = grad.dot(direction);
      if (numberOf(slope) > -toleranceChange) break;
      const isLast = iteration === maxIter;
      if (lineSearchFn !== null || !isLast) {
        const found = this.#advance(closure, memory, loss, grad, slope, maxEval - evaluations);
        [loss, grad] = [found.loss, found.grad];
        evaluations += found.evaluations;
        memory.funcEvals += found.evaluations;
      } else {
        this.#move(memory.t, direction);
      }
      if (isLast || evaluations >= maxEval || isSmall(grad, toleranceGrad)) break;
      if (isSmall(direction.mul(memory.t), toleranceChange)) break;
      if (Math.abs(loss - memory.prevLoss) < toleranceChange) break;
    }
  }

  /** The length that is tried first. */
  #firstLength(memory: Memory, grad: Tensor): Scalar {
    const lr = this.#group.lr;
    const rate: Scalar = isTensor(lr) && lr.ndim !== 0 ? lr.squeeze() : lr;
    if (memory.nIter !== 1) return rate;
    const t = multiply(smaller(1, divide(1, grad.abs().sum())), rate);
    return isTensor(t) ? keep(t) : t;
  }

  /** Goes one step along the direction, with or without a line search. Returns the loss and gradient there. */
  #advance(
    closure: Closure,
    memory: Memory,
    loss: number,
    grad: Tensor,
    slope: Tensor,
    most: number,
  ): { loss: number; grad: Tensor; evaluations: number } {
    const { lineSearchFn, params } = this.#group;
    const direction = memory.d as Tensor;
    if (lineSearchFn === null) {
      this.#move(memory.t as Scalar, direction);
      return { loss: this.#loss(closure).loss, grad: this.#flatGrad(), evaluations: 1 };
    }
    if (lineSearchFn !== 'strong_wolfe') throw typeError("only 'strong_wolfe' is supported");
    const start = params.map((param) => param.clone());
    const objective = (t: Scalar): { loss: number; grad: Tensor } => {
      this.#move(t, direction);
      const there = { loss: this.#loss(closure).loss, grad: this.#flatGrad() };
      params.forEach((param, i) => param.copy_(start[i] as Tensor));
      return there;
    };
    const found = strongWolfe(objective, memory.t as Scalar, direction, loss, grad, slope, most);
    memory.t = isTensor(found.t) ? keep(found.t) : found.t;
    this.#move(memory.t, direction);
    return found;
  }

  /** All gradients in one vector, with zeros where a gradient is missing. */
  #flatGrad(): Tensor {
    return cat(
      this.#group.params.map((param) => {
        const { grad } = param;
        if (grad === null) return param.detach().clone().zero_().view(-1);
        return flat(grad.layout === param.layout ? grad : grad.toDense());
      }),
      0,
    );
  }

  /** Adds `t` times the direction to the parameters. */
  #move(t: Scalar, direction: Tensor): void {
    let offset = 0;
    for (const param of this.#group.params) {
      const real = param.dtype.isComplex ? viewAsReal(param) : param;
      const count = real.numel();
      real.add_(direction.narrow(0, offset, count).view(real.shape), { alpha: numberOf(t) });
      offset += count;
    }
  }
}

function flat(tensor: Tensor): Tensor {
  const row = tensor.view(-1);
  return row.dtype.isComplex ? viewAsReal(row).view(-1) : row;
}

function isSmall(tensor: Tensor, tolerance: number): boolean {
  return numberOf(tensor.abs().max()) <= tolerance;
}

const isNumber = (v: unknown): boolean => typeof v === 'number';
const isScalar = (v: unknown): boolean => isNumber(v) || (isTensor(v) && v.numel() === 1);

/** Throws unless a step can work with a memory, which may come from a file. */
function checkMemory(memory: Readonly<Record<string, unknown>>, size: number): void {
  const isRow = (v: unknown): boolean => isTensor(v) && v.ndim === 1 && v.numel() === size;
  const listOf = (fits: (v: unknown) => boolean) => (v: unknown) => Array.isArray(v) && v.every(fits);
  const kinds: Readonly<Record<string, readonly [what: string, fits: (v: unknown) => boolean]>> = {
    funcEvals: ['a number', isNumber],
    nIter: ['a number', isNumber],
    prevLoss: ['a number', isScalar],
    t: ['a number or a tensor of one element', isScalar],
    HDiag: ['a number or a tensor of one element', isScalar],
    d: [`a tensor of size [${size}]`, isRow],
    prevFlatGrad: [`a tensor of size [${size}]`, isRow],
    oldDirs: [`a list of tensors of size [${size}]`, listOf(isRow)],
    oldStps: [`a list of tensors of size [${size}]`, listOf(isRow)],
    ro: ['a list of tensors of one element', listOf(isScalar)],
    al: ['a list of tensors of one element', listOf((v) => v === null || isScalar(v))],
  };
  for (const [name, value] of Object.entries(memory)) {
    const [what, fits] = kinds[name] ?? [];
    if (value === undefined || value === null || fits === undefined || fits(value)) continue;
    throw valueError(`LBFGS: the state '${snakeCase(name)}' should be ${what}, got ${show(value)}`);
  }
}

/** The first direction is that of the gradient. */
function begin(memory: Memory, grad: Tensor): void {
  memory.d = keep(grad.neg());
  [memory.oldDirs, memory.oldStps, memory.ro, memory.HDiag] = [[], [], [], 1];
}

/** Takes the last step into the history and finds the next direction. */
function remember(memory: Memory, grad: Tensor, historySize: number): void {
  const { oldDirs = [], oldStps = [], ro = [] } = memory;
  const y = grad.sub(memory.prevFlatGrad as Tensor);
  const s = (memory.d as Tensor).mul(memory.t as Scalar);
  const ys = y.dot(s);
  if (numberOf(ys) > 1e-10) {
    if (oldDirs.length === historySize) for (const list of [oldDirs, oldStps, ro]) list.shift();
    oldDirs.push(keep(y));
    oldStps.push(keep(s));
    ro.push(keep(ys.reciprocal().mul(1)));
    memory.HDiag = keep(ys.div(y.dot(y)));
  }
  memory.al ??= new Array<Tensor | null>(historySize).fill(null);
  memory.d = keep(direction(memory, grad, oldDirs, oldStps, ro));
}

function direction(memory: Memory, grad: Tensor, dirs: Tensor[], steps: Tensor[], ro: Tensor[]): Tensor {
  const al = memory.al as (Tensor | null)[];
  const q = grad.neg();
  for (let i = dirs.length - 1; i >= 0; i--) {
    const a = keep((steps[i] as Tensor).dot(q).mul(ro[i] as Tensor));
    al[i] = a;
    q.add_(dirs[i] as Tensor, { alpha: -numberOf(a) });
  }
  const r = q.mul(memory.HDiag as Scalar);
  for (let i = 0; i < dirs.length; i++) {
    const b = (dirs[i] as Tensor).dot(r).mul(ro[i] as Tensor);
    r.add_(steps[i] as Tensor, { alpha: numberOf((al[i] as Tensor).sub(b)) });
  }
  return r;
}
