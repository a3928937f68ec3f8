import { sizeText } from '../arguments/extents';
import { show, typeName } from '../arguments/describe';
import { bool, count } from '../arguments/fields';
import { snakeCase } from '../arguments/names';
import { valueError, warn } from '../errors';
import { withoutGrad } from '../native/grad-mode';
import { exp } from '../ops/generated/functions';
import { type Tensor, isTensor, keep, scope } from '../ops/tensor-methods';
import {
  type DistributionOptions,
  type EnumerateOptions,
  type SampleShape,
  type Size,
  VALIDATE,
  type ValidateArgs,
  type ValueOptions,
  isNotImplemented,
  notImplemented,
  readArguments,
  readBatchShape,
  readExpand,
  readLogProbValue,
  readSampleShape,
  readValue,
  size,
  takesNothing,
} from './arguments';
import { type Constraint, isDependent } from './constraints/constraint';
import { isPending, lazy, setOwn } from './lazy';
import { allTrue, sameSize } from './numeric';
import { className, describeTensor, tensorText } from './text';

const SHAPES = { batchShape: size([]), eventShape: size([]), ...VALIDATE };
const DEFAULT = { value: bool() };
const COUNT = { n: count(0) };

/** The constraint of each parameter, by its name. */
export type ArgConstraints = Readonly<Record<string, Constraint>>;

/** Whether parameters and values are checked where a distribution does not say. */
let checks = true;

/**
 * The base of all distributions. To write one, extend this class (or another distribution): call `super(batchShape,
 * eventShape)`, set the parameters, call `validateParameters()`, and override `argConstraints`, `support`, and `sample` or
 * `rsample`, `logProb` and whatever else there is a formula for.
 *
 * What a distribution holds is not freed by a surrounding `torch.scope`; `dispose()`, `using` or garbage collection frees it.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.distribution.Distribution
 */
export class Distribution {
  /** @internal */
  _batchShape: Size;
  /** @internal */
  _eventShape: Size;
  /** @internal */
  _validateArgs: boolean | null;
  /** What this distribution made and so frees. @internal */
  declare _owned: Disposable[] | undefined;

  constructor(batchShape?: Size, eventShape?: Size, validateArgs?: ValidateArgs);
  constructor(...args: readonly unknown[]) {
    const { batchShape, eventShape, validateArgs } = readArguments('Distribution', SHAPES, args);
    this._batchShape = batchShape;
    this._eventShape = eventShape;
    this._validateArgs = validateArgs;
  }

  /**
   * Sets whether distributions check their parameters and the values that `logProb` and `cdf` get. They do unless this
   * turns it off, for example in a loop where the checks cost too much.
   */
  static setDefaultValidateArgs(value: boolean): void;
  static setDefaultValidateArgs(...args: readonly unknown[]): void {
    checks = readArguments('setDefaultValidateArgs', DEFAULT, args).value;
  }

  /** Whether `rsample` gives samples through which gradients flow to the parameters. */
  // eslint-disable-next-line @typescript-eslint/class-literal-property-style -- subclasses compute it from their parts
  get hasRsample(): boolean {
    return false;
  }

  /** Whether `enumerateSupport` is implemented. */
  // eslint-disable-next-line @typescript-eslint/class-literal-property-style -- subclasses compute it from their parts
  get hasEnumerateSupport(): boolean {
    return false;
  }

  /** The shape over which parameters are batched: one distribution for each of its elements. */
  get batchShape(): Size {
    return this._batchShape;
  }

  /** The shape of a single sample of a single distribution. */
  get eventShape(): Size {
    return this._eventShape;
  }

  /** The constraint that each parameter has to satisfy. */
  get argConstraints(): ArgConstraints {
    throw notImplemented(`${className(this)} does not define argConstraints`);
  }

  /** The region of the values that the distribution can have. */
  get support(): Constraint {
    throw notImplemented(`${className(this)} does not define support`);
  }

  /** The mean, of the shape `[...batchShape, ...eventShape]`. */
  get mean(): Tensor {
    throw notImplemented(`${className(this)} does not implement mean`);
  }

  /** The most likely value. */
  get mode(): Tensor {
    throw notImplemented(`${className(this)} does not implement mode`);
  }

  /** The variance. */
  get variance(): Tensor {
    throw notImplemented(`${className(this)} does not implement variance`);
  }

  /** The standard deviation. */
  get stddev(): Tensor {
    return this.variance.sqrt();
  }

  /** @internal */
  get validates(): boolean {
    return this._validateArgs ?? checks;
  }

  /** A sample of the shape `[...sampleShape, ...batchShape, ...eventShape]`, without a history for autograd. */
  sample(sampleShape?: SampleShape): Tensor;
  sample(...args: readonly unknown[]): Tensor {
    const shape = readSampleShape('sample', args);
    return withoutGrad(() => this._sample(shape));
  }

  /** A sample of the same shape that is a differentiable function of the parameters. */
  rsample(sampleShape?: SampleShape): Tensor;
  rsample(...args: readonly unknown[]): Tensor {
    return this._rsample(readSampleShape('rsample', args));
  }

  /** `sample([n])`. @deprecated Use `sample([n])`. */
  sampleN(n: number): Tensor;
  sampleN(...args: readonly unknown[]): Tensor {
    const { n } = readArguments('sampleN', COUNT, args);
    warn('`sample_n(n)` will be deprecated. Use `sample((n,))` instead.');
    return this.sample([n]);
  }

  /** The logarithm of the density or probability of a value, of the shape to which it and the batch broadcast. */
  logProb(value: Tensor | ValueOptions): Tensor;
  logProb(...args: readonly unknown[]): Tensor {
    const value = readLogProbValue(args);
    if (this.validates) this.validateSample(value);
    return this._logProb(value);
  }

  /** The probability of a value at most this large. */
  cdf(value: Tensor | ValueOptions): Tensor;
  cdf(...args: readonly unknown[]): Tensor {
    const value = readValue('cdf', args);
    // A class without a cdf says so, whatever the value is.
    if (this.validates && this._cdf !== Distribution.prototype._cdf) this.validateSample(value);
    return this._cdf(value);
  }

  /** The value below which a sample lies with a probability: the inverse of `cdf`. */
  icdf(value: Tensor | ValueOptions): Tensor;
  icdf(...args: readonly unknown[]): Tensor {
    return this._icdf(readValue('icdf', args));
  }

  /**
   * All values of a discrete distribution, along a new first dimension.
   *
   * @param expand Whether the values are expanded over the batch; otherwise its dimensions have size 1. The default is true.
   */
  enumerateSupport(expand?: boolean | EnumerateOptions): Tensor;
  enumerateSupport(...args: readonly unknown[]): Tensor {
    return this._enumerateSupport(readExpand(args));
  }

  /** The entropy, of the batch shape. */
  entropy(...args: []): Tensor {
    takesNothing('entropy', args);
    return this._entropy();
  }

  /** exp(entropy). */
  perplexity(...args: []): Tensor {
    takesNothing('perplexity', args);
    return exp(this.entropy());
  }

  /**
   * The same distribution for another batch, as `Tensor.expand` does it: no memory is copied.
   *
   * @param batchShape The batch shape to which this one broadcasts.
   */
  expand(batchShape: Size | { readonly batchShape: Size }): this;
  expand(...args: readonly unknown[]): this {
    const batchShape = readBatchShape(args);
    const copy = this.#blank();
    copy._batchShape = [...batchShape];
    copy._eventShape = this._eventShape;
    copy._validateArgs = this._validateArgs;
    this._expand(copy, copy._batchShape);
    return copy;
  }

  /** An instance without a constructor's work, for {@link expand}; only of classes that share the constructor. */
  #blank(): this {
    const prototype = Object.getPrototypeOf(this) as Distribution;
    const below: object[] = [];
    let at = prototype;
    for (; !Object.hasOwn(at, '_expand'); at = Object.getPrototypeOf(at) as Distribution) below.push(at.constructor);
    if (at !== Distribution.prototype && below.some(hasConstructor)) {
      throw notImplemented(
        `Subclass ${className(this)} of ${className(at)} that defines a custom __init__ method must also define ` +
          'a custom .expand() method.',
      );
    }
    // Subclasses have no private members, since their constructors do not run here.
    return Reflect.construct(Distribution, [], this.constructor) as this;
  }

  /** @internal */
  _sample(sampleShape: Size): Tensor {
    return this.rsample(sampleShape);
  }

  /** @internal */
  _rsample(_sampleShape: Size): Tensor {
    throw notImplemented(`${className(this)} does not implement rsample`);
  }

  /** @internal */
  _logProb(_value: Tensor): Tensor {
    throw notImplemented(`${className(this)} does not implement logProb`);
  }

  /** @internal */
  _cdf(_value: Tensor): Tensor {
    throw notImplemented(`${className(this)} does not implement cdf`);
  }

  /** @internal */
  _icdf(_value: Tensor): Tensor {
    throw notImplemented(`${className(this)} does not implement icdf`);
  }

  /** @internal */
  _enumerateSupport(_expand: boolean): Tensor {
    throw notImplemented(`${className(this)} does not implement enumerateSupport`);
  }

  /** @internal */
  _entropy(): Tensor {
    throw notImplemented(`${className(this)} does not implement entropy`);
  }

  /** Gives a blank copy its parameters, expanded to a batch shape. @internal */
  _expand(_copy: this, _batchShape: Size): void {
    throw notImplemented(`${className(this)} does not implement expand`);
  }

  /** The shape of a sample. @internal */
  extendedShape(sampleShape: Size = []): number[] {
    return [...sampleShape, ...this._batchShape, ...this._eventShape];
  }

  /** Keeps what this distribution made: a surrounding scope does not end it, `dispose()` does. @internal */
  own<T extends Disposable>(made: T): T {
    if (isTensor(made)) keep(made);
    if (!this._owned) {
      Object.defineProperty(this, '_owned', { value: [], enumerable: false });
    }
    this._owned?.push(made);
    return made;
  }

  /** Sets parameters that were computed here. @internal */
  give(parameters: Readonly<Record<string, Tensor>>): void {
    for (const [name, tensor] of Object.entries(parameters)) setOwn(this, name, this.own(tensor));
  }

  /** Sets a parameter that is the caller's own tensor. @internal */
  take(name: string, tensor: Tensor): void {
    setOwn(this, name, keep(tensor));
  }

  /** What constructors end with: the shapes, and the checks. @internal */
  complete(batchShape: Size, eventShape: Size, validateArgs: boolean | null): void {
    this._batchShape = batchShape;
    this._eventShape = eventShape;
    this._validateArgs = validateArgs;
    this.validateParameters();
  }

  /**
   * Checks the parameters against `argConstraints`, if this distribution checks at all. A subclass's constructor calls it
   * when the parameters are set.
   */
  protected validateParameters(...args: []): void {
    takesNothing('validateParameters', args);
    if (!this.validates) return;
    scope(() =>
      withoutGrad(() => {
        for (const [name, constraint] of Object.entries(this.#constraints())) {
          if (isDependent(constraint) || isPending(this, name)) continue;
          this.#checkParameter(name, constraint);
        }
      }),
    );
  }

  #constraints(): ArgConstraints {
    try {
      return this.argConstraints;
    } catch (error) {
      if (!isNotImplemented(error)) throw error;
      warn(
        `${className(this)} does not define \`argConstraints\`. Override it, with {} for no constraints, or make the ` +
          'distribution with `validateArgs: false` to turn off validation.',
      );
      return {};
    }
  }

  #checkParameter(name: string, constraint: Constraint): void {
    const value = (this as unknown as Readonly<Record<string, unknown>>)[name];
    if (!isTensor(value))
      throw valueError(`${className(this)}: parameter ${name} should be a Tensor, got ${typeName(value)}`);
    if (allTrue(constraint.check(value))) return;
    throw valueError(
      `Expected parameter ${snakeCase(name)} (${describeTensor(value)}) of distribution ${this} ` +
        `to satisfy the constraint ${constraint}, but found invalid values:\n${tensorText(value)}`,
    );
  }

  /** Checks the shape of a value, and that it is within the support: for a `logProb` of your own. */
  validateSample(value: Tensor, ...args: []): void {
    takesNothing('validateSample', args);
    if (!isTensor(value)) {
      throw valueError(`The value argument to log_prob must be a Tensor, got ${show(value)}`);
    }
    this.#checkShape(value.shape);
    const support = this.#supportOrNull();
    if (support === null || scope(() => withoutGrad(() => allTrue(support.check(value))))) return;
    throw valueError(
      `Expected value argument (${describeTensor(value)}) to be within the support (${support}) ` +
        `of the distribution ${this}, but found invalid values:\n${tensorText(value)}`,
    );
  }

  #checkShape(shape: Size): void {
    const event = this._eventShape;
    if (!sameSize(shape.slice(shape.length - event.length), event)) {
      throw valueError(
        `The right-most size of value must match event_shape: ${sizeText(shape)} vs ${sizeText(event)}.`,
      );
    }
    const expected = this.extendedShape();
    for (let i = 1; i <= Math.min(shape.length, expected.length); i++) {
      const [a, b] = [shape.at(-i), expected.at(-i)];
      if (a === 1 || b === 1 || a === b) continue;
      throw valueError(
        `Value is not broadcastable with batch_shape+event_shape: ${sizeText(shape)} vs ${sizeText(expected)}.`,
      );
    }
  }

  #supportOrNull(): Constraint | null {
    try {
      return this.support;
    } catch (error) {
      if (!isNotImplemented(error)) throw error;
      warn(
        `${className(this)} does not define \`support\`, so values are not checked. Override it, or make the ` +
          'distribution with `validateArgs: false` to turn off validation.',
      );
      return null;
    }
  }

  /** Frees the tensors that this distribution made. Those that it was given stay. */
  dispose(...args: []): void {
    takesNothing('dispose', args);
    for (const made of this._owned ?? []) made[Symbol.dispose]();
    if (this._owned) this._owned.length = 0;
  }

  [Symbol.dispose](): void {
    this.dispose();
  }

  /** As Python prints it. */
  toString(): string {
    const own = this as unknown as Readonly<Record<string, unknown>>;
    const parameters = this.#printed().map((name) => {
      const value = own[name] as Tensor;
      return `${snakeCase(name)}: ${value.isDisposed || value.numel() === 1 ? tensorText(value) : sizeText(value.shape)}`;
    });
    return `${className(this)}(${parameters.join(', ')})`;
  }

  #printed(): string[] {
    try {
      return Object.keys(this.argConstraints).filter((name) => Object.hasOwn(this, name));
    } catch (error) {
      if (isNotImplemented(error)) return [];
      throw error;
    }
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }
}

/** Gives a distribution a property that is computed when it is first read, and kept. @internal */
export function lazyTensor<T extends Distribution, K extends keyof T & string>(
  Class: { readonly prototype: T },
  name: K,
  compute: (self: T) => T[K],
): void {
  lazy(Class, name, compute, (self, value) => self.own(value as T[K] & Disposable));
}

/** Whether a class has a constructor of its own. */
function hasConstructor(Class: object): boolean {
  return /(^|[\s;{}])constructor\s*\(/.test(Function.prototype.toString.call(Class));
}

export type { DistributionOptions };
