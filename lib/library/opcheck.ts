/** Tests of operators. */
import { bool, choice, either, keyword, record, value } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { runtimeError } from '../errors';
import { native } from '../native/binding';
import { withoutGrad } from '../native/grad-mode';
import { handleOf, isTensor } from '../tensor/tensor';
import type { Tensor } from '../ops/tensor-methods';
import { type OperatorName, operatorName, targetOf } from './library';
import type { Target } from './kernel';

/** What {@link opcheck} may test. */
export const OPCHECK_TESTS = ['test_schema', 'test_autograd_registration', 'test_faketensor'] as const;
export type OpcheckTest = (typeof OPCHECK_TESTS)[number];

interface Call {
  readonly target: Target;
  readonly args: readonly unknown[];
  readonly kwargs: Readonly<Record<string, unknown>>;
}

const placeOf = (tensor: Tensor): number => native.memoryOf(handleOf(tensor));

const mapTensors = (item: unknown, change: (tensor: Tensor) => Tensor): unknown =>
  Array.isArray(item) ? item.map((one) => mapTensors(one, change)) : isTensor(item) ? change(item) : item;

const run = ({ target, kwargs }: Call, args: readonly unknown[]): unknown =>
  target.callable(...args, ...(Object.keys(kwargs).length ? [kwargs] : []));

const flat = (values: unknown): Tensor[] =>
  Array.isArray(values) ? values.flatMap(flat) : isTensor(values) ? [values] : [];

/** The schema says what is changed in place, and what shares memory. */
function testSchema(call: Call): void {
  const args = call.args.map((arg) => mapTensors(arg, (tensor) => tensor.detach().clone()));
  const before = args.map((arg) => mapTensors(arg, (tensor) => tensor.clone()));
  const result = withoutGrad(() => run(call, args));
  const { arguments: list, returns } = call.target.schema;
  args.forEach((arg, i) => {
    const argument = list[i];
    const changed = flat(arg).some((tensor, j) => !tensor.equal(flat(before[i])[j] as Tensor));
    if (!argument || argument.write || !changed) return;
    throw runtimeError(
      `Argument ${argument.name} is not defined as mutable but was mutated: ${call.target.schema.schema}`,
    );
  });
  const places = new Set(args.flatMap(flat).map((tensor) => placeOf(tensor)));
  flat(result).forEach((tensor, i) => {
    const free = returns.length === 1 || !returns[i]?.write;
    const aliases = /Tensor\([a-z]/.test(call.target.schema.schema);
    if (free && !aliases && tensor.numel() > 0 && places.has(placeOf(tensor))) {
      throw runtimeError(
        `Argument and output ${i} share memory, which the schema does not say: ${call.target.schema.schema}`,
      );
    }
  });
}

/** Where an input needs a gradient there is a kernel that knows of autograd. */
function testAutogradRegistration({ target, args }: Call): void {
  if (!flat([...args]).some((tensor) => tensor.requiresGrad)) return;
  const keys = ['Autograd', 'AutogradCPU', 'AutogradCUDA', 'CompositeImplicitAutograd'];
  if (keys.some((key) => native.hasKernel(target.name, target.overload, key))) return;
  throw runtimeError(
    `This operator has an incorrect autograd registration: ${target.name} has no kernel for Autograd and none that consists of ` +
      'other operators. Register a formula by torch.library.registerAutograd.',
  );
}

/** Without memory the results have the shape and dtype that they have with it. */
function testFake(call: Call): void {
  const fake = call.args.map((arg) => mapTensors(arg, (tensor) => tensor.detach().to('meta')));
  const expected = flat(
    withoutGrad(() =>
      run(
        call,
        call.args.map((arg) => mapTensors(arg, (tensor) => tensor.detach().clone())),
      ),
    ),
  );
  const found = flat(withoutGrad(() => run(call, fake)));
  if (found.length !== expected.length) {
    throw runtimeError(
      `the fake kernel of ${call.target.name} returned ${found.length} tensors, and the real one ${expected.length}`,
    );
  }
  found.forEach((tensor, i) => {
    const other = expected[i] as Tensor;
    const same = String(tensor.shape) === String(other.shape) && tensor.dtype === other.dtype;
    if (same) return;
    const show = (one: Tensor): string => `${one.dtype.name}[${one.shape.join(', ')}]`;
    throw runtimeError(
      `result ${i} of the fake kernel of ${call.target.name} is ${show(tensor)}, and of the real one ${show(other)}`,
    );
  });
}

const TESTS: Readonly<Record<OpcheckTest, (call: Call) => void>> = {
  test_schema: testSchema,
  test_autograd_registration: testAutogradRegistration,
  test_faketensor: testFake,
};

const ONE = choice(OPCHECK_TESTS);
const FIELDS = {
  op: operatorName,
  args: value<readonly unknown[]>('an array of arguments', Array.isArray),
  kwargs: record<Readonly<Record<string, unknown>>>({}),
  testUtils: keyword(
    either(
      ONE,
      value<readonly OpcheckTest[]>('a list of tests', (v) => Array.isArray(v) && v.every((one) => ONE.fits(one))),
      OPCHECK_TESTS as readonly OpcheckTest[],
    ),
  ),
  raiseException: keyword(bool(true)),
};

/** The options of {@link opcheck}. */
export interface OpcheckOptions {
  /** Which tests to run. @defaultValue all */
  readonly testUtils?: OpcheckTest | readonly OpcheckTest[];
  /** Throw the first failure; false returns failures. @defaultValue true */
  readonly raiseException?: boolean;
}

/**
 * Calls an operator and tests what is registered for it: whether its schema names what it changes, whether it has a
 * gradient formula, and whether its fake kernel agrees with the real one. Python's fourth test is for its compiler, and is
 * left out.
 *
 * @returns 'SUCCESS' for each test, or its failure
 * @see https://docs.pytorch.org/docs/2.13/library.html#torch.library.opcheck
 * @example
 * torch.library.opcheck('aten::sin', [torch.rand([3], { requiresGrad: true })]);
 */
export function opcheck(
  op: OperatorName,
  args: readonly unknown[],
  kwargs?: Readonly<Record<string, unknown>>,
  options?: OpcheckOptions,
): Record<OpcheckTest, 'SUCCESS' | Error>;
export function opcheck(...given: readonly unknown[]): Record<OpcheckTest, 'SUCCESS' | Error> {
  const { op, args, kwargs, testUtils, raiseException } = readArguments('torch.library.opcheck', FIELDS, given);
  const call = { target: targetOf(op), args, kwargs };
  const tests = typeof testUtils === 'string' ? [testUtils] : testUtils;
  const outcome: [string, 'SUCCESS' | Error][] = tests.map((name) => {
    try {
      TESTS[name](call);
      return [name, 'SUCCESS'];
    } catch (error) {
      if (raiseException)
        throw runtimeError(`opcheck(op, ...): ${name} failed with ${(error as Error).message}`, { cause: error });
      return [name, error as Error];
    }
  });
  return Object.fromEntries(outcome) as Record<OpcheckTest, 'SUCCESS' | Error>;
}
