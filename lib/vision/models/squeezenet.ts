import { readOptions } from '../../arguments/read';
import { valueError } from '../../errors';
import { nn, type Tensor } from '../../index';
import * as torch from '../../index';
import { run } from '../ops/layers';
import { SnakeKeys } from '../snake-keys';
import { CLASSIFIER, type ClassifierOptions } from './alexnet';
import { define } from './registry';

const relu = (): nn.ReLU => new nn.ReLU({ inplace: true });
const pool = (): nn.MaxPool2d => new nn.MaxPool2d(3, { stride: 2, ceilMode: true });

/** A squeeze to few channels, then 1 × 1 and 3 × 3 convolutions side by side. */
class Fire extends SnakeKeys {
  readonly squeeze: nn.Conv2d;
  readonly squeezeActivation = relu();
  readonly expand1x1: nn.Conv2d;
  readonly expand1x1Activation = relu();
  readonly expand3x3: nn.Conv2d;
  readonly expand3x3Activation = relu();

  constructor(inplanes: number, squeeze: number, expand: number) {
    super();
    this.squeeze = new nn.Conv2d(inplanes, squeeze, 1);
    this.expand1x1 = new nn.Conv2d(squeeze, expand, 1);
    this.expand3x3 = new nn.Conv2d(squeeze, expand, 3, { padding: 1 });
  }

  override forward(x: Tensor): Tensor {
    const squeezed = this.squeezeActivation.forward(this.squeeze.forward(x));
    const small = this.expand1x1Activation.forward(this.expand1x1.forward(squeezed));
    const large = this.expand3x3Activation.forward(this.expand3x3.forward(squeezed));
    return torch.cat([small, large], 1);
  }
}

/** The first convolution, and the fires with a pooling where P stands: squeeze and expand. */
const VERSIONS = {
  '1_0': {
    start: (): nn.Conv2d => new nn.Conv2d(3, 96, 7, { stride: 2 }),
    channels: 96,
    plan: ['P', [16, 64], [16, 64], [32, 128], 'P', [32, 128], [48, 192], [48, 192], [64, 256], 'P', [64, 256]],
  },
  '1_1': {
    start: (): nn.Conv2d => new nn.Conv2d(3, 64, 3, { stride: 2 }),
    channels: 64,
    plan: ['P', [16, 64], [16, 64], 'P', [32, 128], [32, 128], 'P', [48, 192], [48, 192], [64, 256], [64, 256]],
  },
} as const;

function features(version: keyof typeof VERSIONS): nn.Sequential {
  const { start, channels: first, plan } = VERSIONS[version];
  let channels: number = first;
  const layers = plan.map((step): nn.Module => {
    if (step === 'P') return pool();
    const [squeeze, expand] = step;
    const fire = new Fire(channels, squeeze, expand);
    channels = 2 * expand;
    return fire;
  });
  return new nn.Sequential(...[start(), relu(), ...layers]);
}

/**
 * A SqueezeNet over pictures `[N, 3, H, W]`; gives `[N, numClasses]`. Its version is `'1_0'` or `'1_1'`.
 *
 * @throws TorchValueError for another version.
 * @see https://docs.pytorch.org/vision/stable/models/squeezenet.html
 * @example
 * new vision.models.SqueezeNet('1_1', { numClasses: 10 }).forward(torch.ones([1, 3, 64, 64])).shape; // [1, 10]
 */
export class SqueezeNet extends nn.Module {
  features: nn.Module;
  /** The last layers: put others here for other classes. */
  classifier: nn.Module;

  constructor(version: '1_0' | '1_1' = '1_0', options: ClassifierOptions = {}) {
    super();
    if (!Object.hasOwn(VERSIONS, version)) {
      throw valueError(`Unsupported SqueezeNet version ${String(version)}: 1_0 or 1_1 expected`);
    }
    const { numClasses, dropout } = readOptions('SqueezeNet', CLASSIFIER, options);
    this.features = features(version);
    const last = new nn.Conv2d(512, numClasses, 1);
    this.classifier = new nn.Sequential(new nn.Dropout(dropout), last, relu(), new nn.AdaptiveAvgPool2d([1, 1]));
    for (const module of this.modules()) {
      if (!(module instanceof nn.Conv2d)) continue;
      if (module === last) nn.init.normal_(module.weight, 0, 0.01);
      else nn.init.kaimingUniform_(module.weight);
      if (module.bias) nn.init.zeros_(module.bias);
    }
  }

  override forward(x: Tensor): Tensor {
    return run(this.classifier, run(this.features, x)).flatten(1);
  }
}

/**
 * SqueezeNet 1.0.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.squeezenet1_0.html
 * @example
 * // The last layer is a convolution: another one, for three classes.
 * const model = vision.models.squeezenet1_0();
 * (model.classifier as nn.Sequential).set(1, new nn.Conv2d(512, 3, 1));
 * model.eval().forward(torch.rand([2, 3, 64, 64])).shape; // [2, 3]
 */
export const squeezenet1_0 = define('squeezenet1_0', (options: ClassifierOptions) => new SqueezeNet('1_0', options));
/**
 * SqueezeNet 1.1, with less than half the operations.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.squeezenet1_1.html
 * @example
 * const model = vision.models.squeezenet1_1({ numClasses: 10 }).eval();
 * model.forward(torch.rand([2, 3, 64, 64])).shape; // [2, 10]
 */
export const squeezenet1_1 = define('squeezenet1_1', (options: ClassifierOptions) => new SqueezeNet('1_1', options));
