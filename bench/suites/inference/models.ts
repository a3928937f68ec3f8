import * as torch from 'libtorch-node';
import { type Tensor, nn } from 'libtorch-node';

/** The block of ResNet-18, as torchvision writes it. */
class Block extends nn.Module {
  readonly conv1: nn.Conv2d;
  readonly bn1: nn.BatchNorm2d;
  readonly relu = new nn.ReLU(true);
  readonly conv2: nn.Conv2d;
  readonly bn2: nn.BatchNorm2d;
  readonly down: nn.Sequential | null;

  constructor(inputs: number, outputs: number, stride: number) {
    super();
    this.conv1 = new nn.Conv2d(inputs, outputs, 3, { stride, padding: 1, bias: false });
    this.bn1 = new nn.BatchNorm2d(outputs);
    this.conv2 = new nn.Conv2d(outputs, outputs, 3, { padding: 1, bias: false });
    this.bn2 = new nn.BatchNorm2d(outputs);
    const changes = stride !== 1 || inputs !== outputs;
    const projection = (): nn.Module[] => [
      new nn.Conv2d(inputs, outputs, 1, { stride, bias: false }),
      new nn.BatchNorm2d(outputs),
    ];
    this.down = changes ? new nn.Sequential(...projection()) : null;
  }

  override forward(x: Tensor): Tensor {
    const y = this.relu.forward(this.bn1.forward(this.conv1.forward(x)));
    const z = this.bn2.forward(this.conv2.forward(y));
    return this.relu.forward(z.add(this.down ? this.down.forward(x) : x));
  }
}

export function resnet18(): nn.Sequential {
  const first = new nn.Conv2d(3, 64, 7, { stride: 2, padding: 3, bias: false });
  const pool = new nn.MaxPool2d(3, { stride: 2, padding: 1 });
  const layers: nn.Module[] = [first, new nn.BatchNorm2d(64), new nn.ReLU(), pool];
  let inputs = 64;
  for (const outputs of [64, 128, 256, 512]) {
    layers.push(new Block(inputs, outputs, outputs === 64 ? 1 : 2), new Block(outputs, outputs, 1));
    inputs = outputs;
  }
  return new nn.Sequential(...layers, new nn.AdaptiveAvgPool2d(1), new nn.Flatten(), new nn.Linear(512, 1000));
}

export function mlp(): nn.Sequential {
  const layers = [new nn.Linear(784, 256), new nn.ReLU(), new nn.Linear(256, 128), new nn.ReLU()];
  return new nn.Sequential(...layers, new nn.Linear(128, 10));
}

export function cnn(): nn.Sequential {
  const stage = (inputs: number, outputs: number): nn.Module[] => [
    new nn.Conv2d(inputs, outputs, 3, { padding: 1 }),
    ...[new nn.BatchNorm2d(outputs), new nn.ReLU(), new nn.MaxPool2d(2)],
  ];
  return new nn.Sequential(...stage(1, 16), ...stage(16, 32), new nn.Flatten(), new nn.Linear(1568, 10));
}

export function transformer(width: number, feedForward: number, layers: number): nn.TransformerEncoder {
  return new nn.TransformerEncoder(new nn.TransformerEncoderLayer(width, 4, feedForward, { batchFirst: true }), layers);
}

export const input = (...shape: number[]): Tensor => torch.randn(shape);
