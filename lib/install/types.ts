/** Where a libtorch came from, in the order in which the places are tried. */
export type LibtorchSource = 'option' | 'LIBTORCH' | 'python' | 'cache' | 'system';

/** A build of libtorch: `cpu`, or CUDA with its major and minor version, as in `cu130`. */
export type Flavour = 'cpu' | `cu${number}`;

/** A libtorch on this machine whose version is known and whose files are all there. */
export interface Libtorch {
  /** The folder that holds `lib` and `include`. */
  readonly root: string;
  readonly libDir: string;
  /** Absent where only the libraries are installed; a build from source needs it. */
  readonly includeDir: string | undefined;
  /** Without the local part: `2.13.0`. */
  readonly version: string;
  readonly flavour: Flavour;
  readonly source: LibtorchSource;
}

/** A pair of libtorch minor version and kind that one of our binaries was built for. */
export interface LibtorchRequirement {
  /** `2.13`; every patch release of it fits. */
  readonly minor: string;
  readonly kind: 'cpu' | 'cuda';
}

/** One place that was looked at, and why it did not fit. */
export interface LibtorchAttempt {
  readonly source: LibtorchSource;
  readonly path: string;
  readonly reason: string;
}

export interface LocateOptions {
  /** A libtorch folder, instead of the variable `LIBTORCH`. */
  readonly path?: string;
  /** Look into a Python installation, instead of the variable `LIBTORCH_USE_PYTORCH=1`. */
  readonly usePython?: boolean;
  /** What fits, best first. The default is the pinned CPU version. */
  readonly accepts?: readonly LibtorchRequirement[];
  /** For tests: the environment to read instead of `process.env`. */
  readonly env?: NodeJS.ProcessEnv;
  /** For tests: the system folders to look into. */
  readonly systemRoots?: readonly string[];
}

export type LocateResult =
  | { readonly found: true; readonly libtorch: Libtorch }
  | {
      readonly found: false;
      readonly code: 'ERR_LIBTORCH_NOT_FOUND';
      readonly accepts: readonly LibtorchRequirement[];
      readonly attempts: readonly LibtorchAttempt[];
    };

/** The result of {@link LocateResult} when nothing fits. */
export type LocateFailure = Extract<LocateResult, { found: false }>;
