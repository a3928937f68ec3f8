import { load } from '../export/load';
import { saveAsync } from '../export/save';
import { messageOf } from '../arguments/describe';
import { typeError, valueError } from '../errors';
import type { Tensor } from '../tensor/tensor';
import type { ConvertFlags } from './convert';
import type { Source } from './convert-source';

/** Refuses flags that ask for something else than the weights of a program. */
export function requireProgram({ program, dtype }: ConvertFlags): string {
  if (program === undefined) {
    throw valueError(
      'convert: a .pt2 holds a graph, which weights have not; name the program whose graph it gets with --program model.pt2',
    );
  }
  if (dtype !== undefined)
    throw valueError('convert: --dtype cannot be given for a .pt2, whose graph fixes the dtypes');
  return program;
}

/** Writes the program of one `.pt2` with the weights of a source: those of its state dict, all and no others. */
export function intoProgram(to: string, base: string) {
  return async (source: Source, change: (tensor: Tensor) => Tensor): Promise<number> => {
    const program = load(base);
    const given = Object.entries(source.tensors()).map(([name, tensor]): [string, Tensor] => [name, change(tensor)]);
    requireDtypes(program.stateDict, new Map(given), base);
    try {
      program.module().loadStateDict(Object.fromEntries(given));
    } catch (cause) {
      throw typeError(`convert: the weights do not fit the program ${JSON.stringify(base)}: ${messageOf(cause)}`, {
        cause,
      });
    }
    await saveAsync(program, to);
    return given.length;
  };
}

function requireDtypes(
  wanted: Readonly<Record<string, Tensor>>,
  given: ReadonlyMap<string, Tensor>,
  base: string,
): void {
  const others = Object.entries(wanted).flatMap(([name, { dtype }]) => {
    const other = given.get(name)?.dtype;
    return other && other !== dtype ? [`${name} (${other.name}, and not ${dtype.name})`] : [];
  });
  if (others.length === 0) return;
  throw typeError(
    `convert: the weights have other dtypes than the program ${JSON.stringify(base)}: ${others.slice(0, 5).join(', ')}; ` +
      'convert them with --dtype first',
  );
}
