/** fullyShard fetches the parameters of the next layer while this one computes. */
import { outputsOf } from '../../support/ranks';

const SETUP = `
  const { nn, optim } = torch;
  const { native } = require('../../lib/native/binding');
  const { groupFacts } = require('../../lib/c10d/process-group');
  const { defaultGroup } = require('../../lib/c10d/world');
  await dist.initProcessGroup('gloo');
  torch.manualSeed(3);
  const make = () => new nn.Sequential(...[0, 1, 2, 3].map(() => new nn.Linear(6, 6)));
  const whole = make(), divided = make();
  divided.loadStateDict(whole.stateDict());
  for (const layer of divided.children()) dist.fsdp.fullyShard(layer);
  dist.fsdp.fullyShard(divided);
  const started = () => native.groupSequence(groupFacts(defaultGroup()).box);
  const x = torch.arange(12).reshape([2, 6]).sin();
  const equal = () => torch.equal(divided.forward(x), whole.forward(x));
`;

async function both(script: string): Promise<unknown[]> {
  const one = { node: `${SETUP}${script}`, internals: true };
  return outputsOf([one, one]);
}

test('in forward in the order of the last one, and in backward from the end', async () => {
  const outputs = await both(`
    let seen = [];
    const begin = started();
    // These hooks come after those that gather.
    for (const layer of divided.children()) layer.registerForwardPreHook(() => { seen.push(started() - begin); });
    const step = () => {
      seen = [];
      const before = started() - begin;
      const output = divided.forward(x);
      const forward = seen.map((count) => count - before);
      output.square().sum().backward();
      return [forward, started() - begin - before];
    };
    return [step(), step(), step(), equal(), native.wholeBytes()[0]];`);
  for (const [first, second, third, same, left] of outputs as [unknown, unknown, unknown, boolean, number][]) {
    // Eight gatherings and four reductions, whenever they begin.
    expect(first).toEqual([[1, 2, 3, 4], 12]);
    expect(second).toEqual([[2, 3, 4, 4], 12]);
    expect(third).toEqual(second);
    expect(same).toBe(true);
    // The last forward keeps what its backward will need: the root's own, of which there is none.
    expect(left).toBe(0);
  }
});

test('what was fetched and not used is not used later', async () => {
  const outputs = await both(`
    const optimizers = [whole, divided].map((model) => new optim.SGD(model.parameters(), { lr: 0.1 }));
    const step = (model, optimizer) => {
      optimizer.zeroGrad();
      model.forward(x).square().sum().backward();
      optimizer.step();
    };
    const steps = () => { step(whole, optimizers[0]); step(divided, optimizers[1]); };
    const seen = [equal()];
    steps();
    // A forward that breaks off, when the next layer is on its way.
    const broken = divided.children()[1].registerForwardPreHook(() => { throw new Error('broken'); });
    try { divided.forward(x); } catch (error) { seen.push(error.message); }
    broken.remove();
    steps();
    seen.push(equal());
    // A layer by itself, and parameters that change behind the back of a forward.
    seen.push(torch.equal(divided.children()[2].forward(x), whole.children()[2].forward(x)));
    torch.noGrad(() => [whole, divided].forEach((model) => model.parameters().forEach((p) => p.mul_(2))));
    seen.push(equal(), torch.inferenceMode(() => equal()), torch.noGrad(() => equal()));
    return seen;`);
  for (const output of outputs) expect(output).toEqual([true, 'broken', true, true, true, true, true]);
});
