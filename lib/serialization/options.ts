import { fileURLToPath } from 'node:url';
import { typeError } from '../errors';

/**
 * Throws a TypeError for an option that does not exist, with the one that was meant: `map_location` and `maplocation`
 * are `mapLocation`.
 */
export function checkOptions(caller: string, options: unknown, known: readonly string[]): void {
  if (options === undefined) return;
  if (typeof options !== 'object' || options === null) {
    throw typeError(`${caller}: options must be an object, got ${options === null ? 'null' : typeof options}`);
  }
  for (const name of Object.keys(options)) {
    if (known.includes(name)) continue;
    const plain = (text: string): string => text.replaceAll('_', '').toLowerCase();
    const meant = known.find((option) => plain(option) === plain(name));
    throw typeError(
      meant === undefined
        ? `${caller}: there is no option "${name}"; expected ${known.join(', ')}`
        : `${caller}: misspelled option "${name}" should be "${meant}"`,
    );
  }
}

/** A path from a string or a file: URL. */
export function pathOf(caller: string, value: unknown): string {
  if (value instanceof URL) return fileURLToPath(value);
  if (typeof value !== 'string' || value === '' || value.includes('\0')) {
    throw typeError(
      `${caller}: expected a path, got ${typeof value === 'string' ? JSON.stringify(value) : typeof value}`,
    );
  }
  return value;
}
