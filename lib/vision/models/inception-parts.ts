/** What GoogLeNet and Inception v3 have in common. */
import { nn, type Tensor } from '../../index';
import * as torch from '../../index';

type Pair = readonly [number, number];

interface ConvOptions {
  readonly stride?: number;
  readonly padding?: number | Pair;
}

/** A convolution without a bias, a normalization and a rectifier. */
export class BasicConv2d extends nn.Module {
  readonly conv: nn.Conv2d;
  readonly bn: nn.BatchNorm2d;

  constructor(inChannels: number, outChannels: number, kernelSize: number | Pair, options: ConvOptions = {}) {
    super();
    this.conv = new nn.Conv2d(inChannels, outChannels, kernelSize, { bias: false, ...(options as object) });
    this.bn = new nn.BatchNorm2d(outChannels, { eps: 0.001 });
  }

  override forward(x: Tensor): Tensor {
    return this.bn.forward(this.conv.forward(x)).relu_();
  }
}

/** Takes a picture that is normalized as ImageNet is to the values that the first weights of these models were learned with. */
export function fromImageNet(x: Tensor): Tensor {
  const channels = [
    [0.229, 0.485],
    [0.224, 0.456],
    [0.225, 0.406],
  ] as const;
  const parts = channels.map(([std, mean], i) =>
    x
      .select(1, i)
      .unsqueeze(1)
      .mul(std / 0.5)
      .add((mean - 0.5) / 0.5),
  );
  return torch.cat(parts, 1);
}

/** Draws all weights from a truncated normal distribution. */
export function drawTruncated(model: nn.Module, deviation: (layer: nn.Module) => number): void {
  for (const layer of model.modules()) {
    if (layer instanceof nn.Conv2d || layer instanceof nn.Linear) {
      nn.init.truncNormal_(layer.weight, { mean: 0, std: deviation(layer), a: -2, b: 2 });
    } else if (layer instanceof nn.BatchNorm2d) {
      if (layer.weight) nn.init.ones_(layer.weight);
      if (layer.bias) nn.init.zeros_(layer.bias);
    }
  }
}
