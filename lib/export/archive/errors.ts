import { serializationError } from '../../serialization/errors';
import type { TorchError } from '../../errors';

/** Where a message about a program points: the call, the file, and the entry of it. */
export interface Place {
  readonly label: string;
  readonly file: string;
  /** What messages say in place of the path: where bytes were given, the file is a temporary one. */
  readonly shown?: string;
}

/** What a message calls the file. */
export const nameOf = ({ file, shown }: Place): string => shown ?? JSON.stringify(file);

/** The error for a file that cannot be taken as a program. */
export function programError(place: Place, what: string, cause?: unknown): TorchError {
  return serializationError(`${place.label}: ${nameOf(place)}: ${what}`, cause);
}
