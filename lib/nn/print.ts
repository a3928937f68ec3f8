import type { Module } from './module';
import { indentRest } from '../ops/print/python-text';
import { ownChildren } from './walk';

/** A module's text, the same as Python's `repr`. */
export function printModule(module: Module): string {
  const extra = module.extraRepr();
  const extraLines = extra ? extra.split('\n') : [];
  return layOut(
    module.displayName(),
    extraLines,
    ownChildren(module).map(({ key, value }) => `(${key}): ${indentRest(value.toString())}`),
  );
}

/** The class's name, its own lines, and its children's. */
export function layOut(name: string, extraLines: readonly string[], childLines: readonly string[]): string {
  if (extraLines.length === 1 && childLines.length === 0) return `${name}(${extraLines[0] ?? ''})`;
  const lines = [...extraLines, ...childLines];
  return lines.length ? `${name}(\n  ${lines.join('\n  ')}\n)` : `${name}()`;
}
