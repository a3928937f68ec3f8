/**
 * Calls operators until none is left or the process dies. Before each call its place goes to standard output, so that the
 * parent knows which call it was: "overload call". With `show` the arguments of the one call are written, too.
 */
import { writeSync } from 'node:fs';
import * as torch from '../../lib/index';
import { native } from '../../lib/native/binding';
import { handleOf, isTensor, wrap } from '../../lib/tensor/tensor';
import type { OverloadSchema } from '../../lib/native/contract';
import { argumentsFrom, describe, isCallable } from './arguments';
import { Random } from './random';

export interface Task {
  readonly seed: number;
  /** Positions in the list of all overloads, which is sorted by name. */
  readonly overloads: readonly number[];
  /** Numbers of the calls: from, and up to but without. */
  readonly from: number;
  readonly to: number;
  readonly show: boolean;
}

/** All overloads in an order that does not change: `aten::add.Tensor`. */
export function allOverloads(): readonly (readonly [name: string, overload: string])[] {
  const key = ([name, overload]: readonly [string, string]): string => `${name}.${overload}`;
  return native.operatorNames().sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function encode(value: unknown): unknown {
  if (isTensor(value)) return handleOf(value);
  if (Array.isArray(value)) return value.map(encode);
  return value;
}

/** What came back is read, printed and, now and then, differentiated: some calls only go wrong then. */
function use(result: unknown, schema: OverloadSchema, random: Random): void {
  const [first] = schema.returns;
  if (Array.isArray(result)) {
    result.forEach((item, i) =>
      use(item, { ...schema, returns: [schema.returns[i] ?? first].flatMap((one) => one ?? []) }, random),
    );
    return;
  }
  if (typeof result !== 'number' || !first?.type.startsWith('Tensor')) return;
  const tensor = wrap(result);
  // Empty lists are lists, too.
  if (tensor.shape.reduce((count, extent) => count * Math.max(extent, 1), 1) > 100_000) return;
  tensor.tolist();
  if (random.chance(0.1)) String(tensor);
  if (tensor.requiresGrad && random.chance(0.5)) tensor.sum().backward();
}

function call(
  schema: OverloadSchema,
  operator: (...args: unknown[]) => unknown,
  task: Task,
  at: [number, number],
): void {
  const [place, number] = at;
  const random = new Random(task.seed, place, number);
  torch.manualSeed(random.below(2 ** 31));
  writeSync(1, `${place} ${number}\n`);
  try {
    const args = argumentsFrom(schema, random);
    if (task.show) writeSync(1, `! ${args.map(describe).join(', ')}\n`);
    use(operator(...args.map(encode)), schema, random);
  } catch (error) {
    if (task.show) writeSync(1, `! ${(error as Error).message.split('\n')[0] ?? ''}\n`);
  }
}

function main(task: Task): void {
  const all = allOverloads();
  const schemaOf = (name: string, overload: string): OverloadSchema | undefined =>
    native.operatorSchemas(name).find((one) => one.overload === overload);
  for (const place of task.overloads) {
    const [name, overload] = all[place] ?? ['', ''];
    const schema = schemaOf(name, overload);
    if (!schema || !isCallable(schema)) continue;
    const operator = native.bindOperator(name, overload);
    for (let number = task.from; number < task.to; number++) {
      torch.scope(() => call(schema, operator, task, [place, number]));
    }
  }
}

if (process.argv[1] === __filename) main(JSON.parse(process.argv[2] as string) as Task);
