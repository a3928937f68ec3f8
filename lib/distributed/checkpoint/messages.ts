import { messageOf } from '../../arguments/describe';
import { TorchError, type TorchErrorCode } from '../../errors';
import type { GlobalName } from '../../serialization/pickle-writer';
import { serializationError } from '../../serialization/errors';
import { loadsDescribed } from '../../serialization/save';
import { PickledObject } from '../../serialization/python-values';
import { type Failure, failureOf } from './exception';
import { MetadataPickler } from './metadata-pickle';
import type { Codec } from './plan-pickle';
import { Failed, Refused } from './ranks';

/** What ranks send each other: values, or failures in the form in which Python's `_DistWrapper` sends exceptions. */

const EXCEPTION: GlobalName = ['torch.distributed.checkpoint.api', 'CheckpointException'];
const TRACE: GlobalName = ['traceback', 'StackSummary'];

/** @internal */
export function messageFor<T>(value: T | Failed | Refused, codec: Codec<T>): Buffer {
  const pickler = new MetadataPickler();
  if (value instanceof Failed) writeFailure(pickler, value.failure);
  else if (value instanceof Refused) writeRefusal(pickler, value);
  else codec.write(pickler, value);
  return pickler.out.finish();
}

/** A pair of an exception and its trace, which has no lines. */
function writeFailure(pickler: MetadataPickler, { message, code }: Failure): void {
  const { out } = pickler;
  out.global(['builtins', 'RuntimeError']);
  out.text(message);
  out.tuple1();
  out.reduce();
  out.emptyDict();
  out.mark();
  out.text('code');
  out.text(code);
  out.setItems();
  out.build();
  pickler.object(TRACE, {});
  out.tuple2();
}

function writeRefusal(pickler: MetadataPickler, { step, failures }: Refused): void {
  const { out } = pickler;
  out.global(EXCEPTION);
  out.text(step);
  out.emptyDict();
  out.mark();
  for (const [rank, failure] of failures) {
    out.int(rank);
    writeFailure(pickler, failure);
  }
  out.setItems();
  out.tuple2();
  out.reduce();
}

const isA = (value: unknown, [module, name]: GlobalName): value is PickledObject =>
  value instanceof PickledObject && value.className === `${module}.${name}`;

/** What a rank's part says; one that cannot be read counts as failed, so that all hear of it. @internal */
export function partOf<T>(message: Uint8Array, codec: Codec<T>, from: number): T | Failed {
  try {
    return answerOf(message, codec, from) as T | Failed;
  } catch (error) {
    return new Failed(failureOf(error));
  }
}

/** What the message of another rank says. @internal */
export function answerOf<T>(message: Uint8Array, codec: Codec<T>, from: number): T | Failed | Refused {
  try {
    const tree = loadsDescribed(message);
    if (isFailure(tree)) return new Failed(failureFrom(tree));
    if (isA(tree, EXCEPTION)) return refusalFrom(tree);
    return codec.read(tree);
  } catch (cause) {
    if (!(cause instanceof TorchError)) throw cause;
    throw serializationError(`what rank ${from} sent cannot be read: ${messageOf(cause)}`, cause);
  }
}

const isFailure = (tree: unknown): tree is readonly [unknown, unknown] =>
  Array.isArray(tree) && tree.length === 2 && isA(tree[1], TRACE);

/** An exception of Python is told with its class; one of this library has a code. */
function failureFrom([exception]: readonly [unknown, unknown]): Failure {
  if (!(exception instanceof PickledObject)) return { message: String(exception), code: 'ERR_TORCH' };
  const { className, args, state } = exception;
  const text = args.map(String).join(', ');
  const code: unknown = (state as { readonly code?: unknown } | null)?.code;
  if (typeof code === 'string' && code.startsWith('ERR_TORCH')) return { message: text, code: code as TorchErrorCode };
  return { message: `${className.replace(/^builtins\./, '')}: ${text}`, code: 'ERR_TORCH' };
}

function refusalFrom({ args: [step, failures] }: PickledObject): Refused {
  const pairs = failures instanceof Map ? [...(failures as ReadonlyMap<unknown, unknown>)] : [];
  const byRank = pairs.map(([rank, pair]) => {
    const known = isFailure(pair) ? failureFrom(pair) : { message: String(pair), code: 'ERR_TORCH' as const };
    return [Number(rank), known] as const;
  });
  return new Refused(String(step), new Map(byRank));
}
