import type { Tensor } from '../../index';
import * as torch from '../../index';
import { valueError } from '../../errors';
import { DynamicCache, type Cache } from '../cache';
import { SteppedPart } from '../part';
import { type Steps, runSteps, through } from '../steps';

/** What the layers of decoders and encoders have in common. */

/** A layer that can be computed again in the backward pass, and step by step. */
export abstract class StackLayer<A extends readonly unknown[]> extends SteppedPart<readonly [hidden: Tensor, ...A]> {
  /** Whether activations are computed again in the backward pass. */
  gradientCheckpointing = false;

  override forward(hidden: Tensor, ...context: A): Tensor {
    const run = (input: Tensor): Tensor => runSteps(this.steps(input, ...context));
    if (!this.gradientCheckpointing || !this.training || !torch.isGradEnabled()) return run(hidden);
    return torch.utils.checkpoint.checkpoint((input: Tensor) => run(input), [hidden]) as Tensor;
  }
}

/** Runs layers one after another, and collects what each was given. */
export function* throughLayers<A extends readonly unknown[]>(
  layers: Iterable<StackLayer<A>>,
  input: Tensor,
  context: (layer: number) => A,
  seen: Tensor[] | null,
): Steps<Tensor> {
  let hidden = input;
  let number = 0;
  for (const layer of layers) {
    seen?.push(hidden);
    hidden = yield* through(layer, hidden, ...context(number++));
  }
  return hidden;
}

/** Either numbers of tokens or vectors. */
export function requireOne(label: string, inputIds: Tensor | null, inputsEmbeds: Tensor | null): void {
  if ((inputIds === null) === (inputsEmbeds === null)) {
    throw valueError(`${label}(): You must specify exactly one of inputIds or inputsEmbeds`);
  }
}

/** The positions of tokens that follow `seen` others: `[1, tokens]`. */
export function positionsAfter(seen: number, embeds: Tensor): Tensor {
  const tokens = embeds.shape[1] as number;
  return torch.arange(seen, seen + tokens, { device: embeds.device }).unsqueeze(0);
}

/** A cache of a decoder without an encoder. */
export function requireDynamic(label: string, cache: Cache | null): DynamicCache | null {
  if (cache === null || cache instanceof DynamicCache) return cache;
  throw valueError(`${label}(): 'pastKeyValues' should be a DynamicCache`);
}

/** The last so many tokens of `[batch, tokens, width]`; 0 for all. */
export function lastTokens(hidden: Tensor, count: number): Tensor {
  const tokens = hidden.shape[1] as number;
  return count === 0 || count >= tokens ? hidden : hidden.narrow(1, tokens - count, count);
}
