/** What the board's server tells its page: plain JSON. The page imports these types, and nothing else of the server. */

/**
 * How a run is. `failed` ended with an error, `killed` did not end: its process is gone, or has not been heard of for a while.
 * `unknown` is said of event files of TensorBoard, which do not say it.
 */
export type RunState =
  | 'running'
  | 'paused'
  | 'finished'
  | 'stopped'
  | 'aborted'
  | 'failed'
  | 'killed'
  | 'unreadable'
  | 'unknown';

/** A value of a config or a hyper-parameter; whatever is not plain comes as JSON text. */
export type Setting = string | number | boolean | null;

/** One line of the list. */
export interface RunRow {
  /** Names the run in addresses: a hash of its path. */
  readonly id: string;
  /** The path below the folder that is shown. */
  readonly name: string;
  readonly state: RunState;
  /** When it began, and when it was last heard of; milliseconds since 1970. */
  readonly started: number | null;
  readonly updated: number | null;
  readonly step: number;
  readonly epoch: number;
  /** How far it is, from 0 to 1, where that is known. */
  readonly progress: number | null;
  /** The last figure of each series. */
  readonly last: Readonly<Record<string, number | null>>;
  /** The course of the loss in a few points; null is not finite. */
  readonly spark: readonly (number | null)[];
  /** What the run was started with: its config and TensorBoard's hyper-parameters. */
  readonly settings: Readonly<Record<string, Setting>>;
  /** Why it failed, or what of it cannot be read. */
  readonly problem: string | null;
  /** Grows with each change, so that a page knows what to ask again. */
  readonly version: number;
  /** Whether its files are still being read. */
  readonly reading: boolean;
  /** Whether it listens to `control.json`. */
  readonly controllable: boolean;
}

/** The list, or what has changed in it. */
export interface RunList {
  readonly folder: string;
  readonly control: boolean;
  readonly runs: readonly RunRow[];
  readonly removed: readonly string[];
  /** Whether the folder itself is there. */
  readonly found: boolean;
  /** How many runs were left out, since there are too many. */
  readonly left: number;
}

/** An epoch as the log has it. */
export interface EpochRow {
  readonly epoch: number;
  readonly step: number;
  readonly seconds: number | null;
  readonly figures: Readonly<Record<string, number | null>>;
}

/** A confusion matrix: rows are the true classes. */
export interface MatrixRow {
  readonly name: string;
  readonly step: number;
  readonly epoch: number;
  readonly counts: readonly (readonly number[])[];
}

export interface CheckpointRow {
  readonly file: string;
  readonly bytes: number;
  /** When it was written. */
  readonly time: number;
}

/** What a tag has: histograms, images or texts at so many steps. */
export interface TagRow {
  readonly tag: string;
  readonly count: number;
}

/** All there is to say about one run, besides its curves. */
export interface RunDetail extends RunRow {
  readonly path: string;
  readonly parameters: number | null;
  readonly series: readonly { readonly name: string; readonly points: number }[];
  readonly epochs: readonly EpochRow[];
  readonly matrices: readonly MatrixRow[];
  readonly checkpoints: readonly CheckpointRow[];
  readonly histograms: readonly TagRow[];
  readonly images: readonly TagRow[];
  readonly texts: readonly TagRow[];
  readonly warnings: readonly { readonly step: number; readonly time: number | null; readonly message: string }[];
  readonly problems: readonly string[];
}

/** One curve, thinned: in each stretch its first, least, greatest and last point. */
export interface Curve {
  readonly run: string;
  readonly name: string;
  /** How many points the log has. */
  readonly points: number;
  readonly steps: readonly number[];
  /** Milliseconds since 1970; null where the log has no time. */
  readonly times: readonly (number | null)[];
  /** null is NaN or infinite. */
  readonly values: readonly (number | null)[];
}

export interface HistogramRow {
  readonly step: number;
  readonly time: number | null;
  readonly min: number;
  readonly max: number;
  readonly count: number;
  readonly limits: readonly number[];
  readonly counts: readonly number[];
}

export interface ImageRow {
  readonly step: number;
  readonly time: number | null;
  readonly width: number;
  readonly height: number;
  /** Which of them, for `/api/image`. */
  readonly at: number;
}

export interface TextRow {
  readonly step: number;
  readonly time: number | null;
  readonly text: string;
}

/** What `POST /api/control` takes. */
export type Command = 'pause' | 'resume' | 'stop';
