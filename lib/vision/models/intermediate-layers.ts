import { typeError, valueError } from '../../errors';
import { nn, type Tensor } from '../../index';
import { isPlainObject } from '../../arguments/plain-object';
import { run } from '../ops/layers';

/**
 * A model as far as the last of some of its children, which gives what those children give.
 *
 * The children have to be used one after the other, in their order.
 *
 * @throws TorchValueError for the name of no child.
 * @example
 * const model = vision.models.resnet18();
 * const features = new vision.models.IntermediateLayerGetter(model, { layer1: 'early', layer3: 'late' });
 * features.forward(torch.ones([1, 3, 64, 64])).late!.shape; // [1, 256, 4, 4]
 */
export class IntermediateLayerGetter extends nn.ModuleDict {
  private readonly returnLayers: Readonly<Record<string, string>>;

  constructor(model: nn.Module, returnLayers: Readonly<Record<string, string>>) {
    if (!isPlainObject(returnLayers)) throw typeError('returnLayers must be an object of names by names of children');
    const children = model.namedChildren();
    const names = children.map(([name]) => name);
    const missing = Object.keys(returnLayers).filter((name) => !names.includes(name));
    if (missing.length > 0) throw valueError(`returnLayers are not present in model: ${missing.join(', ')}`);
    const last = Math.max(...Object.keys(returnLayers).map((name) => names.indexOf(name)));
    super(new Map(children.slice(0, last + 1)));
    this.returnLayers = returnLayers;
  }

  override forward(x: Tensor): Record<string, Tensor> {
    const out: Record<string, Tensor> = {};
    let value = x;
    for (const [name, module] of this.entries()) {
      value = run(module, value);
      const called = this.returnLayers[name];
      if (called !== undefined) out[called] = value;
    }
    return out;
  }
}
