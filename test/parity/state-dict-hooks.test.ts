/** Hooks of state dicts beside Python's: when they are called, with what, what they change, and how they end. */
import * as torch from '../../lib/index';
import { type Tensor, nn } from '../../lib/index';
import { runPython } from '../support/python';

type Logged = (string | boolean | string[])[];

interface Results {
  readonly saved: Logged[];
  readonly keys: string[];
  readonly removed: Logged[];
  readonly renamed: string[];
  readonly values: number[];
  readonly loading: Logged[];
  readonly forgiven: [string[], string[]];
  readonly refused: string;
}

const PYTHON = `
nn = torch.nn
def net(): return nn.Sequential(nn.Linear(1, 1), nn.Sequential(nn.Linear(1, 1, bias=False)))
out = {}
m, log = net(), []
name = lambda x: type(x).__name__
handles = []
for k in [m, m[1], m[1][0]]:
    handles.append(k.register_state_dict_pre_hook(lambda m, p, keep: log.append(['pre', name(m), p, keep])))
    handles.append(k.register_state_dict_post_hook(lambda m, sd, p, meta: log.append(['post', name(m), p, list(sd)])))
m.state_dict(); m.state_dict(prefix='net.', keep_vars=True)
out['saved'] = list(log)
def doubled(m, sd, p, meta): sd[p + 'extra'] = sd[p + 'weight'] * 2; del sd[p + 'bias']
h = m[0].register_state_dict_post_hook(doubled)
out['keys'] = list(m.state_dict()); h.remove()
for x in handles: x.remove()
log.clear(); m.state_dict(); out['removed'] = list(log)
def rename(m, sd, p, *rest):
    for k in [k for k in sd if k.startswith('old')]: sd['0' + k[3:]] = sd.pop(k)
n = net()
sd = {'old.weight': torch.tensor([[3.]]), 'old.bias': torch.tensor([4.]), '1.0.weight': torch.tensor([[5.]])}
h = n.register_load_state_dict_pre_hook(rename)
n.load_state_dict(sd); h.remove()
out['renamed'], out['values'] = list(sd), [p.item() for p in n.parameters()]
log.clear()
for k in [n, n[0], n[1], n[1][0]]:
    k.register_load_state_dict_pre_hook(lambda m, sd, p, meta, strict, missing, *rest: log.append(['pre', name(m), p, list(missing)]))
    k.register_load_state_dict_post_hook(lambda m, keys: log.append(['post', name(m), keys.missing_keys.copy(), keys.unexpected_keys.copy()]))
some = {'0.weight': torch.zeros(1, 1), '1.other': torch.zeros(1)}
n.load_state_dict(some, strict=False); out['loading'] = list(log)
try: n.load_state_dict(some)
except RuntimeError as error: out['refused'] = str(error)
def forgive(m, keys): keys.missing_keys.clear(); keys.unexpected_keys.clear()
n.register_load_state_dict_post_hook(forgive)
out['forgiven'] = [list(x) for x in n.load_state_dict(some)]
output = out
`;

const net = (): nn.Sequential =>
  new nn.Sequential(new nn.Linear(1, 1), new nn.Sequential(new nn.Linear(1, 1, { bias: false })));

const all = (module: nn.Module): nn.Module[] => module.namedModules().map(([, each]) => each);
const nameOf = (module: nn.Module): string => module.constructor.name;

let python: Results;
beforeAll(() => {
  python = runPython(PYTHON);
});

test('hooks of saving see what Python shows them, until they are removed', () => {
  const log: Logged[] = [];
  const model = net();
  const [root, , inner, last] = all(model);
  const handles = [root!, inner!, last!].flatMap((module) => [
    module.registerStateDictPreHook((m, prefix, keep) => void log.push(['pre', nameOf(m), prefix, keep])),
    module.registerStateDictPostHook(
      (m, dict, prefix) => void log.push(['post', nameOf(m), prefix, Object.keys(dict)]),
    ),
  ]);
  model.stateDict();
  model.stateDict({ prefix: 'net.', keepVars: true });
  expect(log).toEqual(python.saved);
  for (const handle of handles) handle.remove();
  log.length = 0;
  model.stateDict();
  expect(log).toEqual(python.removed);
});

test('a hook of saving changes the dict', () => {
  const model = net();
  model.at(0).registerStateDictPostHook((_, dict, prefix) => {
    dict[`${prefix}extra`] = dict[`${prefix}weight`]!.mul(2);
    delete dict[`${prefix}bias`];
  });
  const dict = model.stateDict();
  // Numeric first parts do not reorder: keys with a dot are no array indices.
  expect(Object.keys(dict)).toEqual(python.keys);
  expect(dict['0.extra']!.item()).toBe(Number(dict['0.weight']!.item()) * 2);
});

test('a hook of loading renames entries, and leaves the given dict alone', () => {
  const model = net();
  const given: Record<string, Tensor> = {
    'old.weight': torch.tensor([[3]], { dtype: torch.float32 }),
    'old.bias': torch.tensor([4], { dtype: torch.float32 }),
    '1.0.weight': torch.tensor([[5]], { dtype: torch.float32 }),
  };
  const handle = model.registerLoadStateDictPreHook((_, { entries }) => {
    for (const [key, value] of [...entries].filter(([name]) => name.startsWith('old'))) {
      entries.delete(key);
      entries.set(`0${key.slice(3)}`, value);
    }
  });
  model.loadStateDict(given);
  expect(Object.keys(given)).toEqual(python.renamed);
  expect(model.parameters().map((parameter) => parameter.item())).toEqual(python.values);
  handle.remove();
  expect(() => model.loadStateDict(given)).toThrow('Unexpected key(s) in state_dict: "old.weight", "old.bias"');
});

test('hooks of loading see the missing keys grow, and may clear them', () => {
  const log: Logged[] = [];
  const model = net();
  for (const module of all(model)) {
    module.registerLoadStateDictPreHook(
      (m, { missing }, prefix) => void log.push(['pre', nameOf(m), prefix, [...missing]]),
    );
    module.registerLoadStateDictPostHook(
      (m, keys) => void log.push(['post', nameOf(m), [...keys.missingKeys], [...keys.unexpectedKeys]]),
    );
  }
  const some = { '0.weight': torch.zeros([1, 1]), '1.other': torch.zeros([1]) };
  model.loadStateDict(some, { strict: false });
  expect(log).toEqual(python.loading);
  expect(() => model.loadStateDict(some)).toThrow(python.refused);
  model.registerLoadStateDictPostHook((_, keys) => {
    keys.missingKeys.length = 0;
    keys.unexpectedKeys.length = 0;
  });
  const { missingKeys, unexpectedKeys } = model.loadStateDict(some);
  expect([missingKeys, unexpectedKeys]).toEqual(python.forgiven);
});

test('an error of a hook reaches the caller', () => {
  const model = net();
  const fail = (): never => {
    throw new RangeError('no');
  };
  const saving = model.registerStateDictPreHook(fail);
  expect(() => model.stateDict()).toThrow(new RangeError('no'));
  saving.remove();
  const dict = model.stateDict();
  model.registerLoadStateDictPostHook(fail);
  expect(() => model.loadStateDict(dict)).toThrow(new RangeError('no'));
});
