/** A type of numpy, as a pickle describes it. */
export interface NumpyType {
  /** A letter and a width in bytes, such as `f8`; in characters for `U`. */
  readonly code: string;
  readonly bigEndian: boolean;
  /** (version, byte order, (type, shape), names, fields, width, ..., (dict, unit)), or null. */
  readonly state: unknown;
}

/** How one value is read from its bytes; null where the type is not known, or does not fit into `width`. */
export type Decoder = (bytes: DataView, at: number) => unknown;

export interface Decoding {
  readonly width: number;
  readonly decode: Decoder;
}
