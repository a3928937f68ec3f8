/** What a sweep may choose among. */
import { isPlainObject } from '../../arguments/plain-object';
import { show } from '../../arguments/describe';
import { refuseUnknown } from '../../arguments/read';
import { valueError } from '../../errors';

/** A value that a trial is given. */
export type Choice = number | string | boolean | null;

/** A range of numbers. */
export interface Range {
  /** The least value. */
  readonly min: number;
  /** The greatest value; of integers it is one of them. */
  readonly max: number;
  /** `log` draws each power of ten as often as another, for learning rates. @defaultValue 'linear' */
  readonly scale?: 'linear' | 'log';
  /** Whole numbers only. @defaultValue false */
  readonly integer?: boolean;
}

/** For each hyper-parameter a list of values, or a range to draw from. */
export type Space = Readonly<Record<string, readonly Choice[] | Range>>;

/** The values of one trial, as its space has them. */
export type Chosen<S extends Space> = {
  -readonly [K in keyof S]: S[K] extends readonly (infer C)[] ? C : number;
};

const isRange = (given: unknown): given is Range => isPlainObject(given);

/** Fails on a space in which nothing can be chosen. */
export function checkSpace(label: string, space: Space): void {
  const entries = Object.entries(space);
  if (entries.length === 0) throw valueError(`${label}(): the space is empty`);
  for (const [name, part] of entries) {
    const reason = Array.isArray(part) ? faultOfList(part) : faultOf(part);
    if (reason !== null) throw valueError(`${label}(): space.${name} is ${reason}`);
    if (isRange(part)) refuseUnknown(`${label}: space.${name}`, part, ['min', 'max', 'scale', 'integer']);
  }
}

/** The sweep's file is JSON, which keeps no other values. */
function faultOfList(list: readonly unknown[]): string | null {
  if (list.length === 0) return 'an empty list';
  const fits = (v: unknown): boolean =>
    v === null || typeof v === 'string' || typeof v === 'boolean' || Number.isFinite(v);
  const wrong = list.findIndex((choice) => !fits(choice));
  return wrong < 0 ? null : `a list with ${show(list[wrong])}, no finite number, string, boolean or null`;
}

function faultOf(part: unknown): string | null {
  if (!isRange(part)) return `neither a list of values nor a range: ${show(part)}`;
  const { min, max, scale = 'linear', integer = false } = part;
  const numbers = Number.isFinite(min) && Number.isFinite(max) && min <= max;
  if (!numbers) return `a range from ${show(min)} to ${show(max)}`;
  if (scale !== 'linear' && scale !== 'log') return `a range with the scale ${show(scale)}, neither 'linear' nor 'log'`;
  if (scale === 'log' && min <= 0) return `a range with the scale 'log' that begins at ${min}`;
  if (typeof integer !== 'boolean') return `a range with the integer ${show(integer)}, neither true nor false`;
  return integer && !(Number.isInteger(min) && Number.isInteger(max)) ? 'a range of integers with other ends' : null;
}

/** Every combination of the values of lists, the last name changing fastest. */
export function* grid(label: string, space: Space): Generator<Record<string, Choice>> {
  const [range] = Object.entries(space).find(([, part]) => !Array.isArray(part)) ?? [];
  if (range !== undefined) throw valueError(`${label}(): a grid needs lists of values, and space.${range} is a range`);
  const names = Object.keys(space);
  const lists = names.map((name) => space[name] as readonly Choice[]);
  const total = lists.reduce((product, { length }) => product * length, 1);
  for (let i = 0; i < total; i++) {
    let rest = i;
    const chosen = lists.toReversed().map((list) => {
      const choice = list[rest % list.length] as Choice;
      rest = Math.floor(rest / list.length);
      return choice;
    });
    yield Object.fromEntries(chosen.toReversed().map((choice, at) => [names[at] as string, choice]));
  }
}

/** One draw of each; `random` gives numbers from 0 to below 1. */
export function draw(space: Space, random: () => number): Record<string, Choice> {
  return Object.fromEntries(Object.entries(space).map(([name, part]) => [name, drawOne(part, random())]));
}

function drawOne(part: readonly Choice[] | Range, u: number): Choice {
  if (!isRange(part)) return part[Math.floor(u * part.length)] as Choice;
  const { min, max, scale, integer } = part;
  const top = integer ? max + 1 : max;
  const drawn = scale === 'log' ? Math.exp(Math.log(min) + u * (Math.log(top) - Math.log(min))) : min + u * (top - min);
  return Math.min(max, integer ? Math.floor(drawn) : drawn);
}

/** Numbers that a seed decides: mulberry32. A trial of a sweep that is resumed has the values that it had. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
