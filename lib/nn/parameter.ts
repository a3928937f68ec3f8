import { bool, keyword } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { tensor } from '../tensor/arguments';
import { native } from '../native/binding';
import type { Handle } from '../native/contract';
import { setParameterHooks } from '../serialization/parameters';
import { Tensor, handleOf, keep, tensorKey } from '../ops/tensor-methods';

const PARAMETER = { data: tensor(), requiresGrad: bool(true) };
const BUFFER = { data: tensor(), persistent: keyword(bool(true)) };

type FromHandle<T> = new (key: symbol, handle: Handle) => T;

/**
 * A tensor that a module learns: `parameters()` finds it, an optimizer changes it, `stateDict()` saves it. It shares the
 * storage of `data`, records gradients, and survives every `torch.scope`.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.parameter.Parameter.html
 * @example
 * class Scale extends nn.Module {
 *   readonly factor = new nn.Parameter(torch.ones([1]));
 *   override forward(x: torch.Tensor): torch.Tensor {
 *     return x.mul(this.factor);
 *   }
 * }
 */
export class Parameter extends Tensor {
  constructor(
    ...args: [
      data: Tensor,
      requiresGrad?:
        | boolean
        | {
            /** Record operations on it for autograd. @defaultValue true */
            readonly requiresGrad?: boolean;
          },
    ]
  ) {
    if (typeof args[0] === 'symbol') {
      super(args[0], args[1] as unknown as Handle);
    } else {
      const { data, requiresGrad } = readArguments('Parameter', PARAMETER, args);
      super(tensorKey, native.newParameter(handleOf(data), requiresGrad));
    }
    keep(this);
  }

  /** The parameter of a handle that native code has just returned. @internal */
  static ofHandle(handle: Handle): Parameter {
    return new (Parameter as unknown as FromHandle<Parameter>)(tensorKey, handle);
  }

  override toString(): string {
    return `Parameter containing:\n${super.toString()}`;
  }
}

/**
 * A tensor that is state of a module but not learned: assigned to a property it is what `registerBuffer` makes.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.parameter.Buffer.html
 * @example
 * class Shift extends nn.Module {
 *   readonly by = new nn.Buffer(torch.ones([1]));
 *   override forward(x: torch.Tensor): torch.Tensor {
 *     return x.add(this.by);
 *   }
 * }
 */
export class Buffer extends Tensor {
  /** Whether the buffer is part of the state dict. */
  readonly persistent: boolean;

  constructor(
    ...args: [
      data: Tensor,
      persistent?:
        | boolean
        | {
            /** Make it part of the state dict. @defaultValue true */
            readonly persistent?: boolean;
          },
    ]
  ) {
    const { data, persistent } = readArguments('Buffer', BUFFER, args);
    super(tensorKey, native.newParameter(handleOf(data), data.requiresGrad));
    this.persistent = persistent;
    keep(this);
  }
}

/** Makes a tensor a Parameter or a Buffer if another one is. @internal */
export function sameKind(like: Tensor, tensor: Tensor): Tensor {
  if (like instanceof Parameter) return new Parameter(tensor, like.requiresGrad);
  return like instanceof Buffer ? new Buffer(tensor, { persistent: like.persistent }) : tensor;
}

setParameterHooks({
  kindOf: (tensor) => (tensor instanceof Parameter ? 'parameter' : 'tensor'),
  makeParameter: (tensor) => new Parameter(tensor, tensor.requiresGrad),
});
