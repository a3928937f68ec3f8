import { valueError } from '../errors';
import { nn, type Tensor } from '../index';
import { closest } from '../arguments/names';
import { isHooked, isPlain } from '../nn/module-hooks';
import { geluNew } from './kernels';

/** What a config calls an activation, as modules that print as transformers' do. */

/** A module of one tensor. */
export interface Activation extends nn.Module {
  forward(input: Tensor): Tensor;
}

class GELUActivation extends nn.Module {
  override forward(input: Tensor): Tensor {
    return nn.functional.gelu(input);
  }
}

class GELUTanh extends nn.Module {
  override forward(input: Tensor): Tensor {
    return nn.functional.gelu(input, { approximate: 'tanh' });
  }
}

/** The curve of GPT-2, by its formula: its bits differ from those of `gelu` with `approximate: 'tanh'`. */
class NewGELUActivation extends nn.Module {
  override forward(input: Tensor): Tensor {
    return geluNew(input);
  }
}

class QuickGELUActivation extends nn.Module {
  override forward(input: Tensor): Tensor {
    return input.mul(input.mul(1.702).sigmoid());
  }
}

class SiLUActivation extends nn.Module {
  override forward(input: Tensor): Tensor {
    return nn.functional.silu(input);
  }
}

class MishActivation extends nn.Module {
  override forward(input: Tensor): Tensor {
    return nn.functional.mish(input);
  }
}

class LinearActivation extends nn.Module {
  override forward(input: Tensor): Tensor {
    return input;
  }
}

const ACTIVATIONS: Readonly<Record<string, () => Activation>> = {
  gelu: () => new GELUActivation(),
  gelu_new: () => new NewGELUActivation(),
  gelu_pytorch_tanh: () => new GELUTanh(),
  hardswish: () => new nn.Hardswish(),
  leaky_relu: () => new nn.LeakyReLU(),
  linear: () => new LinearActivation(),
  mish: () => new MishActivation(),
  quick_gelu: () => new QuickGELUActivation(),
  relu: () => new nn.ReLU(),
  relu6: () => new nn.ReLU6(),
  sigmoid: () => new nn.Sigmoid(),
  silu: () => new SiLUActivation(),
  swish: () => new nn.SiLU(),
  tanh: () => new nn.Tanh(),
};

/** Whether a module is SiLU and nothing else: no hook sees its input. */
export function isSilu(module: Activation): boolean {
  return (isPlain(module, SiLUActivation) || isPlain(module, nn.SiLU)) && !isHooked(module);
}

/** The activation of a name as configs have it. */
export function activation(name: string): Activation {
  const make = Object.hasOwn(ACTIVATIONS, name) ? ACTIVATIONS[name] : undefined;
  if (make) return make();
  const near = closest(name, Object.keys(ACTIVATIONS));
  throw valueError(
    `there is no activation '${name}'${near ? `: did you mean '${near}'?` : ''}; there are ${Object.keys(ACTIVATIONS).join(', ')}`,
  );
}
