import { nameOf, show } from '../../arguments/describe';
import { value } from '../../arguments/fields';
import { readArguments, refuseSurplus } from '../../arguments/read';
import { typeError, warn } from '../../errors';
import type { Tensor } from '../../ops/tensor-methods';
import { notImplemented } from '../arguments';
import { Distribution } from '../distribution';

/** A class of distributions. */
export type DistributionClass<D extends Distribution = Distribution> = abstract new (...args: never[]) => D;

/** The KL divergence of two distributions. */
export type KlFunction<P extends Distribution = Distribution, Q extends Distribution = Distribution> = (
  p: P,
  q: Q,
) => Tensor;

interface Entry {
  readonly p: DistributionClass;
  readonly q: DistributionClass;
  compute: KlFunction;
}

const entries: Entry[] = [];
let found = new Map<unknown, Map<unknown, KlFunction | null>>();

function requireClass(name: string, given: unknown): void {
  const isClass = typeof given === 'function' && isSubclass(given, Distribution);
  if (!isClass) throw typeError(`Expected ${name} to be a Distribution subclass but got ${show(given)}`);
}

function isSubclass(Class: object, of: object): boolean {
  for (let at: object | null = Class; at !== null; at = Object.getPrototypeOf(at) as object | null) {
    if (at === of) return true;
  }
  return false;
}

/**
 * Registers the formula of the KL divergence of two classes of distributions; their subclasses have it too, unless there is
 * one for them. Without the function, it returns what takes it.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.kl.register_kl
 * @example
 * class Shifted extends torch.distributions.Normal {}
 * torch.distributions.registerKl(Shifted, Shifted, (p, q) => p.loc.sub(q.loc).abs());
 */
export function registerKl<P extends Distribution, Q extends Distribution>(
  typeP: DistributionClass<P>,
  typeQ: DistributionClass<Q>,
  compute: KlFunction<P, Q>,
): KlFunction<P, Q>;
export function registerKl<P extends Distribution, Q extends Distribution>(
  typeP: DistributionClass<P>,
  typeQ: DistributionClass<Q>,
): (compute: KlFunction<P, Q>) => KlFunction<P, Q>;
export function registerKl(
  typeP: DistributionClass,
  typeQ: DistributionClass,
  compute?: unknown,
  ...surplus: []
): unknown {
  refuseSurplus('registerKl', 3, surplus);
  requireClass('type_p', typeP);
  requireClass('type_q', typeQ);
  if (compute === undefined) return (later: unknown) => register(typeP, typeQ, later);
  return register(typeP, typeQ, compute);
}

function register(p: DistributionClass, q: DistributionClass, compute: unknown): unknown {
  if (typeof compute !== 'function') throw typeError(`registerKl(): expected a function, got ${show(compute)}`);
  const known = entries.find((entry) => entry.p === p && entry.q === q);
  if (known) known.compute = compute as KlFunction;
  else entries.push({ p, q, compute: compute as KlFunction });
  found = new Map();
  return compute;
}

/** The registered pairs. @internal */
export function registeredPairs(): readonly (readonly [string, string])[] {
  return entries.map(({ p, q }) => [p.name, q.name] as const);
}

type Pair = readonly [object, object];

/** Whether `a` is at least as specific as `b`, compared by the first class and then by the second. */
function isBefore(a: Pair, b: Pair): boolean {
  for (const i of [0, 1] as const) {
    if (!isSubclass(a[i], b[i])) return false;
    if (a[i] !== b[i]) break;
  }
  return a[0] !== b[0] || a[1] !== b[1];
}

function mostSpecific(matches: readonly Entry[], pairOf: (entry: Entry) => Pair): Entry {
  return matches.reduce((best, entry) => (isBefore(pairOf(entry), pairOf(best)) ? entry : best));
}

/** The formula for two classes: the most specific one, which is not always clear. */
function dispatch(p: DistributionClass, q: DistributionClass): KlFunction | null {
  const matches = entries.filter((entry) => isSubclass(p, entry.p) && isSubclass(q, entry.q));
  if (matches.length === 0) return null;
  const left = mostSpecific(matches, (entry) => [entry.p, entry.q]);
  const right = mostSpecific(matches, (entry) => [entry.q, entry.p]);
  if (left.compute !== right.compute) {
    warn(`Ambiguous kl_divergence(${p.name}, ${q.name}). Please register_kl(${left.p.name}, ${right.q.name})`);
  }
  return left.compute;
}

function lookUp(p: DistributionClass, q: DistributionClass): KlFunction | null {
  let ofP = found.get(p);
  if (!ofP) found.set(p, (ofP = new Map<unknown, KlFunction | null>()));
  let compute = ofP.get(q);
  if (compute === undefined) ofP.set(q, (compute = dispatch(p, q)));
  return compute;
}

const isDistribution = (given: unknown): boolean => given instanceof Distribution;
const KL = {
  p: value<Distribution>('a Distribution', isDistribution),
  q: value<Distribution>('a Distribution', isDistribution),
};

/**
 * The Kullback–Leibler divergence KL(p ‖ q), of the batch shape.
 *
 * @throws TorchError with the code `ERR_TORCH_NOT_IMPLEMENTED` where there is no formula for the two classes.
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.kl.kl_divergence
 * @example
 * const { Normal, klDivergence } = torch.distributions;
 * klDivergence(new Normal(0, 1), new Normal(1, 1)).item(); // 0.5
 */
export function klDivergence(p: Distribution, q: Distribution): Tensor;
export function klDivergence(options: { readonly p: Distribution; readonly q: Distribution }): Tensor;
export function klDivergence(...args: readonly unknown[]): Tensor {
  const { p, q } = readArguments('klDivergence', KL, args);
  const compute = lookUp(p.constructor as DistributionClass, q.constructor as DistributionClass);
  if (compute) return compute(p, q);
  throw notImplemented(`No KL(p || q) is implemented for p type ${nameOf(p)} and q type ${nameOf(q)}`);
}
