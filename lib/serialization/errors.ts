import { runtimeError, type TorchError } from '../errors';

/** The error of a checkpoint that cannot be read or written. @internal */
export function serializationError(message: string, cause?: unknown): TorchError {
  return runtimeError(message, { code: 'ERR_TORCH_SERIALIZATION', ...(cause === undefined ? {} : { cause }) });
}
