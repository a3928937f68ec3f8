import type { JsonReader } from '../../serialization/json-reader';
import { snakeCase } from '../../arguments/names';
import { floatText } from '../../ops/print/numbers';
import type { Int } from '../../tensor/scalar';

/**
 * Reading and writing of JSON whose form is known. A table of fields stands for each of torch's dataclasses; what is
 * written has the bytes that Python's `json.dumps` makes.
 */
export interface Codec<T> {
  read(source: SchemaSource): T;
  write(value: T): string;
  /** What a field is where the file does not have it. */
  readonly missing?: () => T;
}

/** A value of one of several kinds, as torch's unions: the tag, and what it holds. */
export interface Tagged<K extends string, V> {
  readonly type: K;
  readonly value: V;
}

/** One of the tags of `T` with its value. */
export type Union<T> = { [K in keyof T & string]: Tagged<K, T[K]> }[keyof T & string];

/** JSON that is being read, and where in it the reader stands. */
export interface SchemaSource {
  /** @internal */
  readonly json: JsonReader;
  /** Steps to the value that is being read, for messages. */
  readonly path: (string | number)[];
  /** Throws. */
  readonly fail: (what: string) => never;
}

/** A file must not decide how deep the reader's calls go. */
const MAX_DEPTH = 1000;

function at<T>(source: SchemaSource, step: string | number, body: () => T): T {
  if (source.path.push(step) > MAX_DEPTH) source.fail('it is nested too deeply');
  const value = body();
  source.path.pop();
  return value;
}

/** A string. */
export const text: Codec<string> = {
  read: ({ json }) => json.string(),
  write: (value) => asciiString(value),
};

/** An integer of any size: one beyond 2^53 is a bigint. */
export const int: Codec<Int> = {
  read: ({ json }) => json.integer(),
  write: String,
};

/** An integer that has to be a JavaScript number: the code of an enum, a version. */
export const small: Codec<number> = {
  read: (source) => {
    const value = source.json.integer();
    return typeof value === 'number' ? value : source.fail('a number is too large');
  },
  write: String,
};

const SPECIAL: Readonly<Record<string, number>> = { Infinity, '-Infinity': -Infinity, NaN };

/** A float: 2 is written as 2.0. Infinities and NaN are strings. */
export const float: Codec<number> = {
  read: ({ json, fail }) => {
    if (!json.atString()) return json.number();
    const name = json.string();
    return Object.hasOwn(SPECIAL, name) ? (SPECIAL[name] as number) : fail(`${JSON.stringify(name)} is not a float`);
  },
  write: (value) => (Number.isFinite(value) ? floatText(value) : `"${value}"`),
};

/** A boolean. */
export const flag: Codec<boolean> = {
  read: ({ json }) => json.boolean(),
  write: String,
};

/** The same value, or null; null where the file does not have it. */
export function optional<T>(inner: Codec<T>): Codec<T | null> {
  return {
    read: (source) => (source.json.null() ? null : inner.read(source)),
    write: (value) => (value === null ? 'null' : inner.write(value)),
    missing: () => null,
  };
}

/** The same value, with a default where an older file does not have it. */
export function defaulted<T>(inner: Codec<T>, missing: () => T): Codec<T> {
  return { ...inner, missing };
}

/** A list. */
export function list<T>(inner: Codec<T>): Codec<readonly T[]> {
  return {
    read: (source) => {
      const items: T[] = [];
      source.json.array(() => items.push(at(source, items.length, () => inner.read(source))));
      return items;
    },
    write: (items) => `[${items.map(inner.write).join(', ')}]`,
  };
}

/** A table from any names to values. */
export function dict<T>(inner: Codec<T>): Codec<ReadonlyMap<string, T>> {
  return {
    read: (source) => {
      const items = new Map<string, T>();
      source.json.object((name) =>
        items.set(
          name,
          at(source, name, () => inner.read(source)),
        ),
      );
      return items;
    },
    write: (items) =>
      `{${[...items].map(([name, value]) => `${asciiString(name)}: ${inner.write(value)}`).join(', ')}}`,
  };
}

/** A dataclass: a codec for each field, named in camelCase here and in snake_case there. Other fields are skipped. */
export function struct<T extends object>(fields: { readonly [K in keyof T]-?: Codec<T[K]> }): Codec<T> {
  const entries = Object.entries(fields) as [keyof T & string, Codec<unknown>][];
  const byName = new Map(entries.map(([name, codec]) => [snakeCase(name), { name, codec }]));
  return {
    read: (source) => {
      const out: Partial<Record<keyof T, unknown>> = {};
      source.json.object((key) => {
        const field = byName.get(key);
        if (!field) return source.json.skip();
        out[field.name] = at(source, key, () => field.codec.read(source));
      });
      for (const [name, codec] of entries) {
        if (name in out) continue;
        out[name] = codec.missing ? codec.missing() : source.fail(`${snakeCase(name)} is missing`);
      }
      return out as T;
    },
    write: (value) => {
      const parts = entries.map(([name, codec]) => `"${snakeCase(name)}": ${codec.write(value[name])}`);
      return `{${parts.join(', ')}}`;
    },
  };
}

/** A union: an object with one name, which says what its value is. */
export function union<T extends object>(
  label: string,
  kinds: { readonly [K in keyof T]: Codec<T[K]> },
): Codec<Union<T>> {
  return {
    read: (source) => {
      let read: Tagged<string, unknown> | undefined;
      source.json.object((type) => {
        if (read) source.fail(`${label} has two kinds`);
        if (!Object.hasOwn(kinds, type)) {
          source.fail(`${label} is of the kind ${JSON.stringify(type)}, which this library does not know`);
        }
        const codec = kinds[type as keyof T];
        read = { type, value: at(source, type, () => codec.read(source)) };
      });
      return (read ?? source.fail(`${label} has no kind`)) as Union<T>;
    },
    write: ({ type, value }) => `{"${type}": ${kinds[type].write(value)}}`,
  };
}

/** A codec that is defined later: structures that hold themselves. */
export function lazy<T>(codec: () => Codec<T>): Codec<T> {
  return { read: (source) => codec().read(source), write: (value) => codec().write(value) };
}

/** As `json.dumps` writes it: ASCII only. */
export function asciiString(value: string): string {
  return JSON.stringify(value).replace(/[\u007f-\uffff]/g, (letter) =>
    letter === '\u007f' ? letter : `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
