/** Errors and warnings of native code: the addon holds these functions. */
import os from 'node:os';
import {
  type ErrorDetails,
  TorchError,
  type TorchErrorCode,
  type TorchErrorOptions,
  TorchIndexError,
  TorchOutOfMemoryError,
  TorchTypeError,
  TorchValueError,
  fileError,
  typeError,
  warnOnce,
} from '../errors';
import { argumentNames, libtorchMessage } from './messages';
import { backwardMessage } from './other-ranks';

/** Emits a warning of libtorch, once for each place that calls and each text, as Python does. */
export function receiveWarning(message: string, deprecation: boolean): void {
  warnOnce(libtorchMessage(message), deprecation ? 'TORCH_DEPRECATION' : 'TORCH_WARNING');
}

type ErrorClass = new (message: string, options: TorchErrorOptions) => TorchError | TorchTypeError;

/** By the kinds of native/core/errors.cc. */
const KINDS: Readonly<Record<string, readonly [ErrorClass, TorchErrorCode]>> = {
  torch: [TorchError, 'ERR_TORCH'],
  index: [TorchIndexError, 'ERR_TORCH_INDEX'],
  value: [TorchValueError, 'ERR_TORCH_VALUE'],
  type: [TorchTypeError, 'ERR_TORCH_TYPE'],
  notImplemented: [TorchError, 'ERR_TORCH_NOT_IMPLEMENTED'],
  outOfMemory: [TorchOutOfMemoryError, 'ERR_TORCH_OUT_OF_MEMORY'],
  linalg: [TorchError, 'ERR_TORCH_LINALG'],
  autograd: [TorchError, 'ERR_TORCH_AUTOGRAD'],
  serialization: [TorchError, 'ERR_TORCH_SERIALIZATION'],
  noCuda: [TorchError, 'ERR_TORCH_NO_CUDA'],
};

function withInputs(message: string, details: ErrorDetails | null): string {
  if (!details) return libtorchMessage(message);
  if (details.node !== undefined) return `${withInputs(message, withoutNode(details))}\n  at node ${details.node}`;
  const inputs = Object.entries(details.inputs).map(([name, text]) => `${name}: ${text}`);
  const operator = details.operator.replace(/^aten::/, '');
  const told = libtorchMessage(message, argumentNames(details.schema));
  return `${operator}: ${told}${inputs.length ? `\n  given ${inputs.join(', ')}` : ''}\n  schema ${details.schema}`;
}

/** A node that calls no operator has a message of its own only. */
function withoutNode({ operator, schema, inputs }: ErrorDetails): ErrorDetails | null {
  return operator === '' ? null : { operator, schema, inputs };
}

/** A failure of the file system in native code: `number` is its errno, or 0. The cause looks like `node:fs`'s. */
function nativeFileError(number: number, message: string): TorchError {
  if (number <= 0) return fileError(message);
  const code = Object.entries(os.constants.errno).find(([, known]) => known === number)?.[0] ?? String(number);
  return fileError(message, { cause: Object.assign(new Error(`${code}: ${message}`), { errno: -number, code }) });
}

/** Makes the error of a failed native call; by the kind that native code names. */
export function makeNativeError(kind: string, message: string, details: ErrorDetails | null): Error {
  if (kind.startsWith('file:')) return nativeFileError(Number(kind.slice('file:'.length)), message);
  if (kind === 'argument') {
    const prefix = details?.operator ? `${details.operator.replace(/^aten::/, '')}(): ` : '';
    const place = details?.node === undefined ? '' : `\n  at node ${details.node}`;
    return typeError(prefix + message + place, { details });
  }
  const [Class, code] = KINDS[kind] ?? [TorchError, 'ERR_TORCH' as const];
  // Functions that read files word their own messages. These may name a file that looks like a place in libtorch's
  // sources.
  const text = kind === 'serialization' ? message : withInputs(message, details);
  if (kind === 'autograd') return new Class(backwardMessage(text), { code, details });
  return new Class(text, { code, details });
}
