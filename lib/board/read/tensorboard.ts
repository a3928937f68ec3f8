/** Makes of TensorBoard's event files what the board shows of them. Pictures, texts and histograms stay in the file. */
import { readFully } from '../../arguments/files';
import { closeSync, openSync } from 'node:fs';
import { decode } from '../../utils/tensorboard/events';
import type { HistogramRow, ImageRow, Setting, TextRow } from '../protocol';
import { type Place, Records } from './records';
import type { RunLog } from './log';

/** So many of a tag are kept, evenly over the steps. */
const MOST_OF_A_TAG = 200;
const MOST_TAGS = 500;
const MOST_SETTINGS = 500;
const MOST_TEXT = 100_000;
const MOST_BUCKETS = 2000;

type Kind = 'histograms' | 'images' | 'texts';

interface Item {
  readonly step: number;
  readonly time: number | null;
  readonly place: Place;
}

interface Value {
  readonly tag?: string;
  readonly kind?: string;
  readonly simpleValue?: number;
  readonly image?: { readonly width?: number; readonly height?: number; readonly encodedImageString?: Uint8Array };
  readonly histo?: Readonly<Record<string, unknown>>;
  readonly tensor?: Readonly<Record<string, unknown>>;
  readonly metadata?: { readonly pluginData?: { readonly pluginName?: string; readonly content?: Uint8Array } };
}

interface Event {
  readonly wallTime?: number;
  readonly step?: unknown;
  readonly summary?: { readonly value?: readonly Value[] };
}

/** The items of one tag: with too many, every second one is dropped, and from then on only every second one is kept. */
class Items {
  readonly list: Item[] = [];
  #every = 1;
  #seen = 0;

  add(item: Item): void {
    if (this.#seen++ % this.#every !== 0) return;
    this.list.push(item);
    if (this.list.length <= MOST_OF_A_TAG) return;
    this.list.splice(0, this.list.length, ...this.list.filter((_, i) => i % 2 === 0));
    this.#every *= 2;
  }
}

export class EventFiles {
  readonly settings: Record<string, Setting> = Object.create(null) as Record<string, Setting>;
  readonly tags: Readonly<Record<Kind, Map<string, Items>>> = {
    histograms: new Map(),
    images: new Map(),
    texts: new Map(),
  };
  started: number | null = null;
  updated: number | null = null;
  step = 0;
  readonly #own = new Set<string>();

  /** @param log - Gets the scalars. What it knows from `events.jsonl` counts more. */
  constructor(
    readonly log: RunLog,
    /** Whether a scalar is in `events.jsonl` as well. */
    readonly known: (tag: string) => boolean,
  ) {}

  /** What reads a file. A file that is replaced starts anew, and its items with it. */
  records(file: string): Records {
    return new Records(
      file,
      (bytes, place) => this.#take(bytes, place),
      () => this.#forget(file),
    );
  }

  #forget(file: string): void {
    for (const tags of Object.values(this.tags)) {
      for (const { list } of tags.values()) {
        list.splice(0, list.length, ...list.filter(({ place }) => place.file !== file));
      }
    }
  }

  #take(bytes: Buffer, place: Place): void {
    const event = eventOf(bytes);
    if (event === null) return;
    const time = typeof event.wallTime === 'number' && event.wallTime > 0 ? event.wallTime * 1000 : null;
    const step = stepOf(event.step);
    if (time !== null) {
      this.started = Math.min(this.started ?? time, time);
      this.updated = Math.max(this.updated ?? time, time);
    }
    for (const value of event.summary?.value ?? []) this.#value(value, { step, time, place });
  }

  #value(value: Value, item: Item): void {
    const tag = String(value.tag ?? '').slice(0, 1000);
    const plugin = value.metadata?.pluginData?.pluginName;
    if (plugin === 'hparams') return this.#hyperParameters(value.metadata?.pluginData?.content);
    const number = value.kind === 'simpleValue' ? (value.simpleValue ?? 0) : scalarOf(value);
    if (number !== null) {
      this.step = Math.max(this.step, item.step);
      this.#scalar(tag, number, item);
    } else if (value.kind === 'histo') this.#keep('histograms', tag, item);
    else if (value.kind === 'image') this.#keep('images', tag, item);
    else if (textOf(value) !== null) this.#keep('texts', tag.replace(/\/text_summary$/, ''), item);
  }

  #scalar(tag: string, number: number, { time, step }: Item): void {
    if (!this.#own.has(tag)) {
      if (this.known(tag)) return;
      this.#own.add(tag);
    }
    this.log.add(tag, number, time, step);
  }

  #keep(kind: Kind, tag: string, item: Item): void {
    const tags = this.tags[kind];
    let items = tags.get(tag);
    if (!items) {
      if (tags.size >= MOST_TAGS) return;
      tags.set(tag, (items = new Items()));
    }
    items.add(item);
  }

  #hyperParameters(content: Uint8Array | undefined): void {
    if (!content) return;
    try {
      const { sessionStartInfo } = decode('HParams', content) as {
        sessionStartInfo?: { hparams?: Readonly<Record<string, Readonly<Record<string, unknown>>>> };
      };
      const entries = Object.entries(sessionStartInfo?.hparams ?? {}).slice(0, MOST_SETTINGS);
      for (const [name, value] of entries) this.settings[name] = parameterOf(value);
    } catch {
      // What is no message says nothing.
    }
  }

  /** Where the items of a tag lie, in the order of their steps. */
  items(kind: Kind, tag: string): readonly Item[] {
    return [...(this.tags[kind].get(tag)?.list ?? [])].sort((a, b) => a.step - b.step);
  }

  histograms(tag: string, most: number): HistogramRow[] {
    const items = this.items('histograms', tag);
    const stride = Math.max(1, Math.ceil(items.length / most));
    // The last one is always there.
    const shown = items.filter((_, i) => (items.length - 1 - i) % stride === 0);
    return shown.flatMap((item) => {
      const histo = valueOf(item, tag)?.histo;
      return histo ? [histogramRow(item, histo)] : [];
    });
  }

  texts(tag: string): TextRow[] {
    return this.items('texts', tag).flatMap((item) => {
      const found = valueOf(item, tag, `${tag}/text_summary`);
      const text = found && textOf(found);
      return text == null ? [] : [{ step: item.step, time: item.time, text: text.slice(0, MOST_TEXT) }];
    });
  }

  images(tag: string): ImageRow[] {
    return this.items('images', tag).flatMap((item, at) => {
      const image = valueOf(item, tag)?.image;
      return image
        ? [{ step: item.step, time: item.time, width: image.width ?? 0, height: image.height ?? 0, at }]
        : [];
    });
  }

  /** The bytes of one picture, as they are in the file; null where there is none. */
  image(tag: string, at: number): Uint8Array | null {
    const item = this.items('images', tag)[at];
    return (item && valueOf(item, tag)?.image?.encodedImageString) ?? null;
  }
}

function eventOf(bytes: Uint8Array): Event | null {
  try {
    return decode('Event', bytes);
  } catch {
    return null;
  }
}

/** Reads a value again from where it lies. A file that has changed meanwhile has none. */
function valueOf({ place }: Item, ...tags: readonly string[]): Value | null {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(place.file, 'r');
    const bytes = Buffer.alloc(place.length);
    readFully('board', place.file, descriptor, place.position, bytes);
    return eventOf(bytes)?.summary?.value?.find(({ tag }) => tags.includes(tag ?? '')) ?? null;
  } catch {
    return null;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** protobufjs gives integers of 64 bits as objects. */
function stepOf(step: unknown): number {
  if (typeof step === 'number') return step;
  const number = (step as { toNumber?: () => number } | undefined)?.toNumber?.() ?? 0;
  return Number.isFinite(number) ? number : 0;
}

const numbers = (list: unknown): number[] => (Array.isArray(list) ? list.slice(0, MOST_BUCKETS).map(Number) : []);

function histogramRow({ step, time }: Item, histo: Readonly<Record<string, unknown>>): HistogramRow {
  const [limits, counts] = [numbers(histo['bucketLimit']), numbers(histo['bucket'])];
  const figure = (name: string): number => Number(histo[name] ?? 0);
  const sound = limits.every((limit) => !Number.isNaN(limit)) && counts.every((count) => count >= 0);
  const length = sound ? Math.min(limits.length, counts.length) : 0;
  return {
    ...{ step, time, min: figure('min'), max: figure('max'), count: figure('num') },
    // The last limit of TensorFlow's own histograms is the greatest double.
    limits: limits.slice(0, length).map((limit) => Math.max(-1e300, Math.min(1e300, limit))),
    counts: counts.slice(0, length),
  };
}

function parameterOf(value: Readonly<Record<string, unknown>>): Setting {
  if (value['kind'] === 'numberValue') return Number(value['numberValue']);
  if (value['kind'] === 'boolValue') return Boolean(value['boolValue']);
  return String(value['stringValue'] ?? '');
}

const DT_STRING = 7;

/** A text; null where the value is none. */
function textOf({ tensor }: Value): string | null {
  if (tensor?.['dtype'] !== DT_STRING || !Array.isArray(tensor['stringVal'])) return null;
  return tensor['stringVal'].map((bytes) => Buffer.from(bytes as Uint8Array).toString('utf8')).join('\n');
}

/** TensorFlow 2 writes scalars as tensors of one number. */
function scalarOf({ tensor, metadata }: Value): number | null {
  if (!tensor || metadata?.pluginData?.pluginName !== 'scalars') return null;
  for (const name of ['floatVal', 'doubleVal', 'intVal'] as const) {
    const values = tensor[name];
    if (Array.isArray(values) && values.length === 1) return Number(values[0]);
  }
  const content = tensor['tensorContent'];
  if (!(content instanceof Uint8Array) || content.length !== 4) return null;
  return Buffer.from(content).readFloatLE(0);
}
