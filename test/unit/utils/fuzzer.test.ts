/** The fuzzers of `torch.utils.benchmark` with arguments that make no sense. */
import * as torch from '../../../lib/index';

const { FuzzedParameter, FuzzedSparseTensor, FuzzedTensor, Fuzzer, ParameterAlias } = torch.utils.benchmark;

const one = (size: readonly (string | number)[], parameters: readonly InstanceType<typeof FuzzedParameter>[] = []) =>
  [...new Fuzzer(parameters, [new FuzzedTensor('x', size)], { seed: 1 }).take(1)][0]!;

test('parameters say what is wrong with their bounds and probabilities', () => {
  expect(() => new FuzzedParameter('a')).toThrow("expected a distribution: 'loguniform', 'uniform' or a Map");
  expect(() => new FuzzedParameter('a', 1, null, 'uniform')).toThrow('needs minval and maxval');
  expect(() => new FuzzedParameter('a', 0, 4, 'loguniform')).toThrow('finite bounds above 0');
  expect(() => new FuzzedParameter('a', 5, 4, 'uniform')).toThrow('minval not above maxval, got 5 and 4');
  expect(() => new FuzzedParameter('a', 1, NaN, 'uniform')).toThrow('finite bounds');
  expect(() => new FuzzedParameter('a', 1, 2, 'normal' as 'uniform')).toThrow("'loguniform' or 'uniform'");
  const choices = (...values: number[]) => new Map(values.map((p, i) => [i, p]));
  expect(() => new FuzzedParameter('a', { distribution: choices(1.5, -0.5) })).toThrow('cannot be negative');
  expect(() => new FuzzedParameter('a', { distribution: choices(0.5, 0.4) })).toThrow('not normalized');
  expect(() => new FuzzedParameter('a', 1, { distribution: choices(1) })).toThrow("'minval' must be None");
  expect(() => new FuzzedParameter('a', { distribution: choices('x' as never) })).toThrow('hence numbers');
});

test('whole bounds give whole numbers unless fractions are asked for', () => {
  const draw = (continuous: boolean | null) => {
    const parameter = new FuzzedParameter('a', 0, 1000, 'uniform', { continuous });
    return [...new Fuzzer([parameter], [], { seed: 3 }).take(20)].map(([, , { a }]) => a as number);
  };
  expect(draw(null).every(Number.isInteger)).toBe(true);
  expect(draw(true).some(Number.isInteger)).toBe(false);
});

test('a fuzzer says what does not fit', () => {
  const a = new FuzzedParameter('a', 1, 4, 'uniform');
  expect(() => new Fuzzer([a], [new FuzzedTensor('a', [1])])).toThrow('Duplicate names in parameters and tensors: a');
  expect(() => new Fuzzer([a], [3 as never])).toThrow("'tensors' should have FuzzedTensors, got 3");
  expect(() => new Fuzzer([a], [], { seed: 2 ** 32 })).toThrow('Seed must be between 0 and 2**32 - 1');
  expect(() => new Fuzzer([a], [], [1 as never])).toThrow('a constraint should be a function');
  expect(() => [...new Fuzzer([a], [], [() => false]).take(1)]).toThrow(
    'Failed to generate a set of valid parameters.',
  );
  expect(() => one(['b'], [a])).toThrow("FuzzedTensor 'x': the size 'b' is 'b', no whole number from 0");
  const alias = (name: string, to: string) =>
    new FuzzedParameter(name, { distribution: new Map([[new ParameterAlias(to), 1]]) });
  expect(() => one([1], [alias('a', 'b'), alias('b', 'a')])).toThrow('ParameterAlias cycle detected: a, b');
  expect(() => one([1], [alias('a', 'c')])).toThrow("'a' stands for 'c', which there is not");
  expect(String(new ParameterAlias('k'))).toBe('ParameterAlias[alias_to: k]');
  const wrong = new FuzzedTensor('x', [2], { tensorConstructor: () => 1 as never });
  expect(() => [...new Fuzzer([], [wrong]).take(1)]).toThrow('tensorConstructor returned 1, no Tensor');
  expect(() => [...new Fuzzer([], [new FuzzedSparseTensor('x', [2])]).take(1)]).toThrow(
    "the parameter 'density' should be a number from 0 to 1, got undefined",
  );
});

test('sizes beyond 2^53 are compared, not computed with', () => {
  const huge = new FuzzedTensor('x', [2 ** 40, 2 ** 40], { maxElements: 100 });
  expect(huge.satisfiesConstraints({})).toBe(false);
  expect(new FuzzedTensor('x', [10, 10], { maxElements: 100 }).satisfiesConstraints({})).toBe(true);
  expect(new FuzzedTensor('x', [10, 10], { maxAllocationBytes: 399 }).satisfiesConstraints({})).toBe(false);
});
