/** The package `sharp`, which decodes and encodes pictures off the thread. It is loaded when it is needed. */
import { optionalPackage } from '../../install/packages';
import { TorchError } from '../../errors';

/** What is used of it. */
export interface SharpImage {
  metadata(): Promise<{
    readonly width: number;
    readonly height: number;
    readonly space?: string;
    readonly hasAlpha?: boolean;
  }>;
  rotate(): SharpImage;
  resize(options: object): SharpImage;
  toColourspace(space: string): SharpImage;
  removeAlpha(): SharpImage;
  ensureAlpha(): SharpImage;
  flatten(options: object): SharpImage;
  raw(): SharpImage;
  toFormat(format: string): SharpImage;
  toBuffer(): Promise<Buffer>;
  toBuffer(options: { resolveWithObject: true }): Promise<{
    readonly data: Buffer;
    readonly info: { readonly width: number; readonly height: number; readonly channels: number };
  }>;
}
export type Sharp = ((input: string | Uint8Array, options?: object) => SharpImage) & {
  concurrency(threads: number): number;
  cache(options: boolean): unknown;
};

let loaded: Sharp | undefined;

/** The package; an error that says how to install it where it is missing. */
export function sharpPackage(): Sharp {
  if (!loaded) {
    loaded = optionalPackage<Sharp>('sharp');
    // Pictures of a data set are read once: what libvips keeps of them would only take memory.
    loaded.cache(false);
  }
  return loaded;
}

/** The package, or null where it is not installed. */
export function sharpIfThere(): Sharp | null {
  try {
    return sharpPackage();
  } catch (error) {
    if (error instanceof TorchError) return null;
    throw error;
  }
}
