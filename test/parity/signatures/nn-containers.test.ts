/** The methods of nn's containers: what they take is what Python's take. */
import { nn, tensor } from '../../../lib/index';
import { type PythonParameter, type Subject, faultsOf, pythonSignatures } from '../../support/signatures';

type Sample = Omit<Subject, 'parameters'>;
type Loose = (...args: unknown[]) => unknown;

const relu = (): nn.Module => new nn.ReLU();
const weight = (): nn.Parameter => new nn.Parameter(tensor([1.5, 2]));
const MAKE = {
  Sequential: () => new nn.Sequential(new nn.Tanh(), new nn.Sigmoid()),
  ModuleList: () => new nn.ModuleList([new nn.Tanh(), new nn.Sigmoid()]),
  ModuleDict: () => new nn.ModuleDict({ a: new nn.Tanh(), b: new nn.Sigmoid() }),
  ParameterList: () => new nn.ParameterList([weight(), weight()]),
  ParameterDict: () => new nn.ParameterDict<unknown>({ a: weight(), b: 3 }),
} as const;

/** A call of a fresh container, which is a part of the outcome. */
function of(Class: keyof typeof MAKE, python: string, samples: object, more: Partial<Sample> & { ours?: string } = {}) {
  const { ours = python, ...rest } = more;
  const call = (args: unknown[]): unknown => {
    const container = MAKE[Class]();
    const result = (container as unknown as Record<string, Loose>)[ours]!(...args);
    return [result === container ? 'this' : result, container, [...(container as Iterable<unknown>)]];
  };
  return { name: `torch.nn.${Class}.${python}`, call, samples, ...rest } as Sample;
}

const layer = relu();
const SAMPLES: readonly Sample[] = [
  ...(['Sequential', 'ModuleList'] as const).flatMap((Class) => [
    of(Class, 'append', { module: layer }),
    of(Class, 'insert', { index: 1, module: layer }),
  ]),
  of('Sequential', 'extend', { sequential: [layer, relu()] }),
  of('ModuleList', 'extend', { modules: [layer, relu()] }),
  of('ModuleDict', 'pop', { key: 'a' }),
  of('ModuleDict', 'update', { modules: { c: layer } }, { object: true }),
  of('ParameterList', 'append', { value: weight() }, { object: true, lists: ['value'] }),
  of('ParameterList', 'extend', { values: [weight(), 7] }),
  of('ParameterDict', 'pop', { key: 'a' }),
  of('ParameterDict', 'popitem', {}, { ours: 'popItem' }),
  of('ParameterDict', 'copy', {}),
  of('ParameterDict', 'update', { parameters: { c: weight() } }, { object: true }),
  of('ParameterDict', 'get', { key: 'a' }, { others: { default: 5 }, silent: ['default'] }),
  of('ParameterDict', 'setdefault', { key: 'c' }, { ours: 'setDefault', others: { default: 5 } }),
  of('ParameterDict', 'fromkeys', { keys: ['c', 'd'] }, { ours: 'fromKeys', others: { default: 5 } }),
];

let signatures: Record<string, PythonParameter[] | null>;
beforeAll(() => {
  signatures = pythonSignatures(SAMPLES.map(({ name }) => name));
});

test.each(SAMPLES.map((sample) => [sample.name, sample] as const))('%s', (name, sample) => {
  expect(faultsOf({ ...sample, parameters: signatures[name]! })).toEqual([]);
});
