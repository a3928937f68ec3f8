/**
 * The names and sizes of every model's state, beside torchvision. The largest ones take gigabytes: they are compared with
 * LIBTORCH_NODE_ALL_MODELS=1.
 */
import { models } from '../../../lib/vision/index';
import { runPython } from '../../support/python';

const SCRIPT = `
import import_torchvision  # noqa: F401
from torchvision import models
# Nothing is drawn, so that no page of the weights is touched.
for drawn in [name for name in dir(torch.nn.init) if name.endswith("_") and not name.startswith("_")]:
    setattr(torch.nn.init, drawn, lambda tensor, *args, **kwargs: tensor)

output = {}
for name in input["names"]:
    extra = {"weights_backbone": None} if name.startswith(("fcn", "deeplab", "fasterrcnn", "lraspp", "maskrcnn", "keypointrcnn", "retinanet", "fcos", "ssd")) else {}
    state = models.get_model(name, weights=None, **extra).state_dict()
    output[name] = [[key, list(tensor.shape)] for key, tensor in state.items()]
`;

const names = models.listModels();
const most = process.env['LIBTORCH_NODE_ALL_MODELS'] === '1' ? Infinity : 15e6;
type State = readonly (readonly [string, readonly number[]])[];
const size = (state: State): number =>
  state.reduce((sum, [, shape]) => sum + shape.reduce((product, length) => product * length, 1), 0);

it('has the names and sizes of torchvision', () => {
  const python = runPython<Record<string, State>>(SCRIPT, { names });
  const chosen = names.filter((name) => size(python[name]!) <= most);
  expect(chosen.length).toBeGreaterThan(20);
  for (const name of chosen) {
    const state = Object.entries(models.getModel(name).stateDict());
    expect([name, state.map(([key, { shape }]) => [key, [...shape]])]).toEqual([name, python[name]]);
    for (const [, tensor] of state) tensor.dispose();
  }
}, 600_000);
