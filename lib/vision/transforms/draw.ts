/** Numbers from torch's generator, in the order in which torchvision draws them. */
import * as torch from '../../index';

/** One number from a range. */
export function uniform(from: number, to: number): number {
  return torch.empty([1]).uniform_(from, to).item();
}

/** Whether a number from 0 to 1 is below `p`. */
export function chance(p: number): boolean {
  return torch.rand([1]).lt(p).item<boolean>();
}

/** Whether it is at most `p`. */
export function atMost(p: number): boolean {
  return torch.rand([]).le(p).item<boolean>();
}

/** An integer from `low` to below `high`. */
export function integer(low: number, high: number): number {
  return torch.randint(low, high, [1]).item();
}

/** The numbers from 0 to below `count` in another order. */
export function order(count: number): number[] {
  return torch.randperm(count).tolist<number[]>();
}

/** A ratio whose logarithm is evenly spread. */
export function logUniform([from, to]: readonly [number, number]): number {
  const [low, high] = torch.tensor([from, to], { dtype: torch.getDefaultDtype() }).log().tolist<[number, number]>();
  return torch.empty([1]).uniform_(low, high).exp().item();
}
