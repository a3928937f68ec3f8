/** What a transform does to each kind of input: torchvision's registry of kernels. */
import { show } from '../../../arguments/describe';
import { typeError } from '../../../errors';
import { Tensor } from '../../../index';
import { BoundingBoxes, Image, Mask, Video, wrap } from '../../tv-tensors/index';
import { isPureTensor, plain } from '../../tv-tensors/tv-tensor';

/** A function for each kind of input. Those for tensors get ordinary ones, and what they return is made like the input. */
export interface Kernels<A extends readonly unknown[]> {
  /** For pictures: ordinary tensors and `Image`. */
  readonly image: (image: Tensor, ...args: A) => Tensor;
  /** For videos; what `image` does unless it says otherwise, null where there is none. */
  readonly video?: ((video: Tensor, ...args: A) => Tensor) | null;
  readonly mask?: (mask: Tensor, ...args: A) => Tensor;
  readonly boxes?: (boxes: BoundingBoxes, ...args: A) => BoundingBoxes;
}

export interface Kernel<A extends readonly unknown[]> {
  /** Fails on an input of a kind that it has nothing for. */
  <T extends Tensor>(input: T, ...args: A): T;
  /** Gives such an input back as it is. */
  passing<T extends Tensor>(input: T, ...args: A): T;
}

/** Calls the function for the kind of an input; undefined where there is none. */
function pick<A extends readonly unknown[]>(kernels: Kernels<A>, input: Tensor): ((...args: A) => Tensor) | undefined {
  const { image, video = image, mask, boxes } = kernels;
  if (isPureTensor(input)) return (...args) => image(input, ...args);
  if (input instanceof BoundingBoxes) return boxes && ((...args) => boxes(input, ...args));
  const made = input instanceof Image ? image : input instanceof Video ? video : input instanceof Mask ? mask : null;
  return made ? (...args) => wrap(made(plain(input), ...args), { like: input }) : undefined;
}

function kinds({ video, mask, boxes }: Kernels<readonly never[]>): string {
  const more = { Video: video !== null, Mask: mask, BoundingBoxes: boxes };
  return ['Tensor', 'Image', ...Object.entries(more).flatMap(([name, there]) => (there ? [name] : []))].join(', ');
}

/** One operation on all kinds of input that it has a function for. `name` is torchvision's. */
export function kernel<A extends readonly unknown[]>(name: string, kernels: Kernels<A>): Kernel<A> {
  const strict = <T extends Tensor>(input: T, ...args: A): T => {
    if (!(input instanceof Tensor)) throw typeError(`${name}(): expected a Tensor, got ${show(input)}`);
    const call = pick(kernels, input);
    if (call) return call(...args) as T;
    const known = kinds(kernels as unknown as Kernels<readonly never[]>);
    throw typeError(
      `Functional F.${name} supports inputs of type ${known}, but got ${input.constructor.name} instead.`,
    );
  };
  const passing = <T extends Tensor>(input: T, ...args: A): T => (pick(kernels, input)?.(...args) ?? input) as T;
  return Object.assign(strict, { passing });
}

/** Does to a mask what is done to a picture; one without channels gets one for that time. */
export function onMask<A extends readonly unknown[]>(
  image: (image: Tensor, ...args: A) => Tensor,
): (mask: Tensor, ...args: A) => Tensor {
  return (mask, ...args) => (mask.ndim < 3 ? image(mask.unsqueeze(0), ...args).squeeze(0) : image(mask, ...args));
}
