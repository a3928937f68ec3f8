import { float, int } from '../../arguments/fields';
import { readOptions } from '../../arguments/read';
import { nn, type Tensor } from '../../index';
import { run } from '../ops/layers';
import { define } from './registry';

export interface ClassifierOptions {
  /** The number of classes. @defaultValue 1000 */
  readonly numClasses?: number;
  /** The probability that dropout zeroes a number. @defaultValue 0.5 */
  readonly dropout?: number;
}

export const CLASSIFIER = { numClasses: int(1000), dropout: float(0.5) };

const relu = (): nn.ReLU => new nn.ReLU({ inplace: true });
const pool = (): nn.MaxPool2d => new nn.MaxPool2d(3, { stride: 2 });

/**
 * AlexNet over pictures `[N, 3, H, W]`; gives `[N, numClasses]`.
 *
 * @see https://docs.pytorch.org/vision/stable/models/alexnet.html
 * @example
 * new vision.models.AlexNet({ numClasses: 10 }).forward(torch.ones([1, 3, 64, 64])).shape; // [1, 10]
 */
export class AlexNet extends nn.Module {
  features: nn.Module;
  avgpool: nn.Module;
  /** The last layers: put others here for other classes. */
  classifier: nn.Module;

  constructor(options: ClassifierOptions = {}) {
    super();
    const { numClasses, dropout } = readOptions('AlexNet', CLASSIFIER, options);
    this.features = new nn.Sequential(
      new nn.Conv2d(3, 64, 11, { stride: 4, padding: 2 }),
      relu(),
      pool(),
      new nn.Conv2d(64, 192, 5, { padding: 2 }),
      relu(),
      pool(),
      new nn.Conv2d(192, 384, 3, { padding: 1 }),
      relu(),
      new nn.Conv2d(384, 256, 3, { padding: 1 }),
      relu(),
      new nn.Conv2d(256, 256, 3, { padding: 1 }),
      relu(),
      pool(),
    );
    this.avgpool = new nn.AdaptiveAvgPool2d([6, 6]);
    this.classifier = new nn.Sequential(
      new nn.Dropout(dropout),
      new nn.Linear(256 * 6 * 6, 4096),
      relu(),
      new nn.Dropout(dropout),
      new nn.Linear(4096, 4096),
      relu(),
      new nn.Linear(4096, numClasses),
    );
  }

  override forward(x: Tensor): Tensor {
    return run(this.classifier, run(this.avgpool, run(this.features, x)).flatten(1));
  }
}

/**
 * AlexNet.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.alexnet.html
 * @example
 * // Another last layer, for three classes.
 * const model = vision.models.alexnet();
 * (model.classifier as nn.Sequential).set(6, new nn.Linear(4096, 3));
 * model.eval().forward(torch.rand([1, 3, 64, 64])).shape; // [1, 3]
 */
export const alexnet = define('alexnet', (options: ClassifierOptions) => new AlexNet(options));
