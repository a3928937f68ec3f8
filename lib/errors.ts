import type { ErrorDetails } from './native';

/** What went wrong, as Node's own errors say it. */
export type TorchErrorCode =
  | 'ERR_TORCH'
  | 'ERR_TORCH_INDEX'
  | 'ERR_TORCH_VALUE'
  | 'ERR_TORCH_TYPE'
  | 'ERR_TORCH_NOT_IMPLEMENTED'
  | 'ERR_TORCH_OUT_OF_MEMORY'
  | 'ERR_TORCH_LINALG'
  | 'ERR_TORCH_DISPOSED'
  | 'ERR_TORCH_AUTOGRAD'
  | 'ERR_TORCH_SERIALIZATION'
  | 'ERR_TORCH_STATE_DICT'
  | 'ERR_TORCH_DATA'
  | 'ERR_TORCH_NO_CUDA'
  | 'ERR_LIBTORCH_NOT_FOUND'
  | 'ERR_LIBTORCH_LOAD'
  | 'ERR_CORE_NOT_FOUND';

export interface TorchErrorOptions extends ErrorOptions {
  readonly code?: TorchErrorCode;
  readonly details?: ErrorDetails | null;
}

/**
 * Everything that libtorch refuses. `code` says what kind of failure it is; where an operator was called, `operator`,
 * `schema` and `inputs` (dtype, shape and device of each tensor by argument name) say with what.
 *
 * @example
 * try {
 *   torch.ones([2, 3]).mm(torch.ones([2, 3]));
 * } catch (error) {
 *   if (error instanceof torch.TorchError) console.log(error.code, error.operator, error.inputs);
 * }
 */
export class TorchError extends Error {
  override readonly name: string = 'TorchError';
  readonly code: TorchErrorCode;
  readonly operator: string | undefined;
  readonly schema: string | undefined;
  readonly inputs: Readonly<Record<string, string>> | undefined;

  constructor(message: string, options: TorchErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = options.code ?? 'ERR_TORCH';
    this.operator = options.details?.operator;
    this.schema = options.details?.schema;
    this.inputs = options.details?.inputs;
  }
}

/** An index outside its dimension or its classes: Python's IndexError. */
export class TorchIndexError extends TorchError {
  override readonly name = 'TorchIndexError';
}

/** The storage could not be allocated: Python's OutOfMemoryError. */
export class TorchOutOfMemoryError extends TorchError {
  override readonly name = 'TorchOutOfMemoryError';
}

type ErrorClass = new (message: string, options: TorchErrorOptions) => TorchError;

/** By the kinds of native/core/errors.cc. */
const KINDS: Readonly<Record<string, readonly [ErrorClass, TorchErrorCode]>> = {
  torch: [TorchError, 'ERR_TORCH'],
  index: [TorchIndexError, 'ERR_TORCH_INDEX'],
  value: [TorchError, 'ERR_TORCH_VALUE'],
  type: [TorchError, 'ERR_TORCH_TYPE'],
  notImplemented: [TorchError, 'ERR_TORCH_NOT_IMPLEMENTED'],
  outOfMemory: [TorchOutOfMemoryError, 'ERR_TORCH_OUT_OF_MEMORY'],
  linalg: [TorchError, 'ERR_TORCH_LINALG'],
  autograd: [TorchError, 'ERR_TORCH_AUTOGRAD'],
  serialization: [TorchError, 'ERR_TORCH_SERIALIZATION'],
  noCuda: [TorchError, 'ERR_TORCH_NO_CUDA'],
};

function withInputs(message: string, details: ErrorDetails | null): string {
  if (!details) return message;
  const inputs = Object.entries(details.inputs).map(([name, text]) => `${name}: ${text}`);
  const operator = details.operator.replace(/^aten::/, '');
  return `${operator}: ${message}${inputs.length ? `\n  given ${inputs.join(', ')}` : ''}\n  schema ${details.schema}`;
}

/** Makes the error of a failed native call; the addon holds this function. */
export function makeNativeError(kind: string, message: string, details: ErrorDetails | null): Error {
  if (kind === 'argument') {
    const prefix = details ? `${details.operator.replace(/^aten::/, '')}(): ` : '';
    return new TypeError(prefix + message);
  }
  const [Class, code] = KINDS[kind] ?? [TorchError, 'ERR_TORCH' as const];
  return new Class(withInputs(message, details), { code, details });
}
