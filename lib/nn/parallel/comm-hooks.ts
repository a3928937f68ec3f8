import { limitArguments } from '../../arguments/surplus';
import type { Handle } from '../../native/contract';
import type { RunCommHook } from '../../native/contract/reducer';
import { native } from '../../native/binding';
import { show } from '../../arguments/describe';
import { isThenable } from '../../arguments/synchronous';
import { runtimeError, typeError, valueError } from '../../errors';
import { Future } from '../../c10d/future';
import { Work } from '../../c10d/work';
import { narrow } from '../../ops/generated/functions';
import { viewAs } from '../../ops/method-functions';
import { type Tensor, handleOf, isTensor, wrap } from '../../ops/tensor-methods';
import type { Parameter } from '../parameter';

/**
 * Gradients that are reduced together, as a communication hook gets them.
 *
 * @see https://docs.pytorch.org/docs/2.13/ddp_comm_hooks.html#torch.distributed.GradBucket
 * @example
 * const sizes: number[] = [];
 * ddp.registerCommHook(null, (_state, bucket) => {
 *   sizes.push(bucket.buffer().numel());
 *   const mean = bucket.buffer().div_(torch.distributed.getWorldSize());
 *   return torch.distributed.allReduce(mean, { asyncOp: true }).getFuture().then(([sum]) => sum);
 * });
 * ddp.forward(x).sum().backward();
 * sizes; // [10]
 */
export class GradBucket {
  readonly #index: number;
  readonly #isLast: boolean;
  readonly #parameters: readonly Parameter[];
  #buffer: Tensor;

  /** @internal */
  constructor(index: number, isLast: boolean, buffer: Tensor, parameters: readonly Parameter[]) {
    this.#index = index;
    this.#isLast = isLast;
    this.#buffer = buffer;
    this.#parameters = parameters;
  }

  /** The number of the bucket; 0 is reduced first. */
  index(): number {
    return this.#index;
  }

  /** All gradients of the bucket, one after the other: `[n]`, or a sparse gradient as it is. */
  buffer(): Tensor {
    return this.#buffer;
  }

  /** Puts another tensor into the place of the buffer, for hooks that are called by this one. */
  setBuffer(buffer: Tensor): void {
    if (!isTensor(buffer)) throw typeError(`setBuffer(): expected a Tensor, got ${show(buffer)}`);
    this.#buffer = buffer;
  }

  /** The gradient of each of the {@link parameters}, as views of the buffer. */
  gradients(): Tensor[] {
    if (this.#buffer.isSparse) return [];
    let offset = 0;
    return this.#parameters.map((parameter) => {
      const count = parameter.numel();
      const gradient = viewAs(narrow(this.#buffer, 0, offset, count), parameter);
      offset += count;
      return gradient;
    });
  }

  /** The parameters of the bucket, in the order of their gradients in the buffer. */
  parameters(): Parameter[] {
    return [...this.#parameters];
  }

  /** Whether it is the last bucket of this backward. */
  isLast(): boolean {
    return this.#isLast;
  }
}

/** What a communication hook gives: the reduced buffer, now or later. */
export type CommHookResult = Tensor | Work | PromiseLike<Tensor>;

/** Reduces the gradients of a bucket over the ranks; dividing by their number is its business, too. */
export type CommHook<S = unknown> = (state: S, bucket: GradBucket) => CommHookResult;

const BLOCKED =
  'the communication hook gave a promise, which cannot settle while backward() blocks this thread: use backwardAsync(), ' +
  'or give a tensor or a Future, as work.getFuture().then(…) is';

/**
 * One registered hook, as native code calls it. It must not reach the module: the Reducer keeps it, and the module keeps the
 * Reducer.
 */
export class CommHookRunner {
  readonly #unfinished = new Map<number, Future<Tensor>>();
  #last = 0;

  constructor(
    readonly hook: CommHook,
    readonly state: unknown,
    readonly parameters: readonly Parameter[],
  ) {}

  readonly run: RunCommHook = (index, isLast, handle, positions, number) => {
    const buffer = wrap(handle);
    const parameters = positions.map((position) => this.parameters[position] as Parameter);
    const { hook } = this;
    const given: unknown = hook(this.state, new GradBucket(index, isLast, buffer, parameters));
    const result = given instanceof Work ? given.getFuture().then(onlyTensor) : given;
    if (!isThenable(result)) return [handleOf(checkResult(result, buffer))];
    if (number !== 0) return settleLater(number, result, buffer);
    if (!(result instanceof Future)) {
      Promise.resolve(result).catch(() => undefined);
      throw runtimeError(BLOCKED);
    }
    this.#unfinished.set(
      ++this.#last,
      result.then((tensor: unknown) => checkResult(tensor, buffer)),
    );
    return this.#last;
  };

  /** Waits for the future of an earlier call. */
  readonly finish = (number: number): [Handle] => {
    const future = this.#unfinished.get(number) as Future<Tensor>;
    this.#unfinished.delete(number);
    return [handleOf(future.wait())];
  };
}

function onlyTensor(tensors: readonly Tensor[]): Tensor {
  if (tensors.length === 1) return tensors[0] as Tensor;
  throw valueError(`a communication hook gives one tensor, and this work has ${tensors.length}`);
}

function settleLater(number: number, result: PromiseLike<unknown>, buffer: Tensor): 0 {
  Promise.resolve(result)
    .then((tensor) => native.settleCommHook(number, handleOf(checkResult(tensor, buffer))))
    .catch((error: unknown) => native.settleCommHook(number, null, [error]));
  return 0;
}

/** A tensor in the place of the buffer. */
function checkResult(result: unknown, buffer: Tensor): Tensor {
  if (!isTensor(result)) {
    throw typeError(`a communication hook gives a Tensor, a Work or a Future of a Tensor, got ${show(result)}`);
  }
  if (buffer.isSparse || result.isSparse || result.numel() === buffer.numel()) return result;
  throw valueError(
    `a communication hook gives as many elements as its bucket has, ${buffer.numel()}, got ${result.numel()}`,
  );
}

limitArguments([GradBucket], { index: 0, buffer: 0, setBuffer: 1, gradients: 0, parameters: 0, isLast: 0 });
