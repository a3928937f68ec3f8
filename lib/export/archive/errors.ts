import { serializationError } from '../../serialization/errors';
import type { TorchError } from '../../errors';

/** Where a message about a program points: the call, the file, and the entry of it. */
export interface Place {
  readonly label: string;
  readonly file: string;
}

/** The error for a file that cannot be taken as a program. */
export function programError({ label, file }: Place, what: string, cause?: unknown): TorchError {
  return serializationError(`${label}: ${JSON.stringify(file)}: ${what}`, cause);
}
