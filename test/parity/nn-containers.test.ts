/** The containers beside Python: what changing, slicing and joining them does to names, order and printing. */
import * as torch from '../../lib/index';
import { nn } from '../../lib/index';
import { pythonTypeName } from '../../lib/ops/print/python-text';
import { runPython } from '../support/python';

const PYTHON = `
import torch
from collections import OrderedDict
from torch import nn

def seen(module):
    return [str(module), list(module.state_dict().keys())]

def layers():
    return [nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 4), nn.Linear(4, 5)]

def tensors():
    return [torch.zeros(2), torch.zeros(3, 4), torch.zeros(5)]

output = {}
sequential = nn.Sequential(*layers())
output["sequential slice"] = seen(sequential[1:3])
output["sequential slice from the end"] = seen(sequential[-2:])
output["sequential of a slice appended to"] = seen(sequential[2:].append(nn.Tanh()))
output["sequential joined"] = seen(nn.Sequential(OrderedDict(a=nn.Linear(2, 2))) + nn.Sequential(nn.ReLU(), nn.Linear(2, 1)))
del sequential[1]
output["sequential after del"] = seen(sequential)
sequential.insert(1, nn.Sigmoid())
output["sequential after insert"] = seen(sequential)
popped = sequential.pop(-1)
output["sequential after pop"] = [seen(sequential), str(popped)]
sequential.extend([nn.Tanh(), nn.Linear(1, 1)])
output["sequential after extend"] = seen(sequential)

modules = nn.ModuleList(layers())
output["list slice"] = seen(modules[1:3])
output["list joined"] = seen(modules + [nn.Linear(5, 6), nn.Linear(5, 6)])
del modules[0]
output["list after del"] = seen(modules)
modules.insert(1, nn.Tanh())
output["list after insert"] = seen(modules)
modules[0] = nn.Linear(7, 7)
output["list after set"] = seen(modules)

byName = nn.ModuleDict({"b": nn.Linear(1, 2), "a": nn.ReLU()})
byName.update({"d": nn.Linear(2, 2), "c": nn.Tanh()})
output["dict after update"] = [seen(byName), list(byName.keys())]
byName.pop("b")
output["dict after pop"] = [seen(byName), list(byName.keys()), "b" in byName, len(byName)]
byName.add_module("added", nn.Sigmoid())
output["dict after add_module"] = [seen(byName), list(byName.keys()), len(list(byName.values()))]

parameters = nn.ParameterList(tensors())
output["parameters slice"] = seen(parameters[1:])
parameters.append(torch.zeros(1)).extend([torch.zeros(2, 2)])
parameters[0] = torch.zeros(9)
output["parameters after changes"] = seen(parameters)

named = nn.ParameterDict({"z": torch.zeros(2), "m": torch.zeros(3), "a": torch.zeros(1)})
output["named from a dict"] = seen(named)
output["named from pairs"] = seen(nn.ParameterDict([("z", torch.zeros(2)), ("a", torch.zeros(1))]))
named.setdefault("k", torch.zeros(4, 4))
named.setdefault("m", torch.zeros(7))
output["named after setdefault"] = [seen(named), named.get("none", 3)]
name, parameter = named.copy().popitem()
output["named popped"] = [name, list(parameter.shape), seen(named)]

def kinds(values):
    return [type(value).__name__ for value in values]

def refusal(change):
    try:
        change()
    except TypeError as error:
        return str(error).replace("torch.nn.", "nn.").replace("None", "null")

mixed = nn.ParameterList([torch.zeros(2), 5, 2.5, "text", None, True, [1], {"a": 1}, nn.Linear(1, 2), nn.Buffer(torch.zeros(3))])
output["list of anything"] = [seen(mixed), kinds(mixed), len(list(mixed.parameters())), mixed[1]]
output["list of anything refuses"] = [refusal(lambda: mixed.__setitem__(0, 5)), refusal(lambda: mixed.__setitem__(8, "x")), refusal(lambda: mixed.extend(5))]
mixed[9] = torch.zeros(4)
mixed[0] = None
output["list of anything after set"] = [seen(mixed), kinds(mixed)]
either = nn.ParameterDict({"t": torch.zeros(2), "n": 3, "none": None, "m": nn.ReLU()})
output["dict of anything"] = [seen(either), kinds(either.values()), refusal(lambda: either.__setitem__("t", 1))]
either.update(nn.ParameterDict({"u": torch.zeros(1), "t": torch.zeros(1)}))
output["dict of anything after update"] = [seen(either), either.setdefault("v", "w"), either.get("none", 9)]
output["dict from keys"] = seen(either.fromkeys(["b", "a"], torch.zeros(2)))
`;

type Seen = readonly [string, readonly string[]];
const seen = (module: nn.Module): Seen => [String(module), Object.keys(module.stateDict())];
const layers = (): nn.Module[] => [new nn.Linear(2, 3), new nn.ReLU(), new nn.Linear(3, 4), new nn.Linear(4, 5)];
const zeros = (...shape: number[]): torch.Tensor => torch.zeros(shape);

function ours(): Record<string, unknown> {
  const output: Record<string, unknown> = {};
  const sequential = new nn.Sequential(...layers());
  output['sequential slice'] = seen(sequential.slice(1, 3));
  output['sequential slice from the end'] = seen(sequential.slice(-2));
  output['sequential of a slice appended to'] = seen(sequential.slice(2).append(new nn.Tanh()));
  const named = new nn.Sequential({ a: new nn.Linear(2, 2) });
  output['sequential joined'] = seen(named.concat(new nn.Sequential(new nn.ReLU(), new nn.Linear(2, 1))));
  sequential.delete(1);
  output['sequential after del'] = seen(sequential);
  sequential.insert(1, new nn.Sigmoid());
  output['sequential after insert'] = seen(sequential);
  const popped = sequential.pop(-1);
  output['sequential after pop'] = [seen(sequential), String(popped)];
  sequential.extend([new nn.Tanh(), new nn.Linear(1, 1)]);
  output['sequential after extend'] = seen(sequential);
  return { ...output, ...lists(), ...dicts() };
}

function lists(): Record<string, unknown> {
  const output: Record<string, unknown> = {};
  const modules = new nn.ModuleList(layers());
  output['list slice'] = seen(modules.slice(1, 3));
  output['list joined'] = seen(modules.concat([new nn.Linear(5, 6), new nn.Linear(5, 6)]));
  modules.delete(0);
  output['list after del'] = seen(modules);
  modules.insert(1, new nn.Tanh());
  output['list after insert'] = seen(modules);
  modules.set(0, new nn.Linear(7, 7));
  output['list after set'] = seen(modules);

  const parameters = new nn.ParameterList([zeros(2), zeros(3, 4), zeros(5)]);
  output['parameters slice'] = seen(parameters.slice(1));
  parameters.append(zeros(1)).extend([zeros(2, 2)]);
  parameters.set(0, zeros(9));
  output['parameters after changes'] = seen(parameters);
  return output;
}

function dicts(): Record<string, unknown> {
  const output: Record<string, unknown> = {};
  const byName = new nn.ModuleDict<nn.Module>({ b: new nn.Linear(1, 2), a: new nn.ReLU() });
  byName.update({ d: new nn.Linear(2, 2), c: new nn.Tanh() });
  output['dict after update'] = [seen(byName), [...byName.keys()]];
  byName.pop('b');
  output['dict after pop'] = [seen(byName), [...byName.keys()], byName.has('b'), byName.size];
  byName.addModule('added', new nn.Sigmoid());
  output['dict after add_module'] = [seen(byName), [...byName.keys()], [...byName.values()].length];

  const named = new nn.ParameterDict({ z: zeros(2), m: zeros(3), a: zeros(1) });
  output['named from a dict'] = seen(named);
  output['named from pairs'] = seen(
    new nn.ParameterDict([
      ['z', zeros(2)],
      ['a', zeros(1)],
    ]),
  );
  named.setDefault('k', zeros(4, 4));
  named.setDefault('m', zeros(7));
  output['named after setdefault'] = [seen(named), named.get('none', 3)];
  const [name, parameter] = named.copy().popItem();
  output['named popped'] = [name, [...parameter.shape], seen(named)];
  return { ...output, ...ofAnything() };
}

const kinds = (values: Iterable<unknown>): string[] => [...values].map(pythonTypeName);

function refusal(change: () => unknown): string | null {
  try {
    change();
  } catch (error) {
    return (error as TypeError).message;
  }
  return null;
}

function ofAnything(): Record<string, unknown> {
  const output: Record<string, unknown> = {};
  const plain = [5, 2.5, 'text', null, true, [1], { a: 1 }];
  const mixed = new nn.ParameterList<unknown>([zeros(2), ...plain, new nn.Linear(1, 2), new nn.Buffer(zeros(3))]);
  output['list of anything'] = [seen(mixed), kinds(mixed), mixed.parameters().length, mixed.at(1)];
  output['list of anything refuses'] = [
    refusal(() => {
      mixed.set(0, 5);
    }),
    refusal(() => {
      mixed.set(8, 'x');
    }),
    refusal(() => mixed.extend(5 as never)),
  ];
  mixed.set(9, zeros(4));
  mixed.set(0, null);
  output['list of anything after set'] = [seen(mixed), kinds(mixed)];
  const either = new nn.ParameterDict<unknown>({ t: zeros(2), n: 3, none: null, m: new nn.ReLU() });
  output['dict of anything'] = [seen(either), kinds(either.values()), refusal(() => either.set('t', 1))];
  either.update(new nn.ParameterDict({ u: zeros(1), t: zeros(1) }));
  output['dict of anything after update'] = [seen(either), either.setDefault('v', 'w'), either.get('none', 9)];
  output['dict from keys'] = seen(either.fromKeys(['b', 'a'], zeros(2)));
  return output;
}

const python = runPython<Record<string, unknown>>(PYTHON);
const here = ours();

test('both sides looked at the same', () => {
  expect(Object.keys(here).sort()).toEqual(Object.keys(python).sort());
});

test.each(Object.keys(here))('%s', (name) => {
  expect(here[name]).toEqual(python[name]);
});

test('what is not there', () => {
  expect(() => new nn.ParameterDict().popItem()).toThrow(torch.TorchKeyError);
  expect(() => {
    new nn.ModuleList().delete(0);
  }).toThrow(torch.TorchIndexError);
  expect(() => new nn.ParameterDict().get('none')).toThrow("has no item 'none'");
  expect(() => new nn.ParameterList().at(0)).toThrow(torch.TorchIndexError);
  expect(() => new nn.ParameterDict(['ab'] as never)).toThrow('element 0 of what a ParameterDict takes is not a pair');
  expect(() => new nn.ParameterDict().set('a.b', zeros(1))).toThrow("cannot be 'a.b'");
});
