/** The records of TensorBoard's event files, one after another: length, its checksum, the bytes, their checksum. */
import { crc32c } from '../../utils/tensorboard/framing';
import type { Sink } from './tail';

const HEADER = 12;
const FOOTER = 4;
/** A longer record is skipped: no picture that a page shows is as large. */
const LONGEST = 32 * 1024 * 1024;

/** TensorFlow rotates and shifts the checksums of bytes that may hold checksums. */
export function maskedCrc(bytes: Uint8Array): number {
  const crc = crc32c(bytes);
  return (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;
}

/** Where a record lies in its file. */
export interface Place {
  readonly file: string;
  readonly position: number;
  readonly length: number;
}

export class Records implements Sink {
  /** Why nothing behind this can be read: the place of the next record is not known. */
  damage: string | null = null;
  #skip = 0;

  constructor(
    readonly file: string,
    readonly record: (bytes: Buffer, place: Place) => void,
    readonly cleared: () => void,
  ) {}

  restart(): void {
    [this.damage, this.#skip] = [null, 0];
    this.cleared();
  }

  take(bytes: Buffer, position: number): number {
    let from = 0;
    for (;;) {
      if (this.damage !== null) return bytes.length;
      if (this.#skip > 0) {
        const skipped = Math.min(this.#skip, bytes.length - from);
        this.#skip -= skipped;
        from += skipped;
      }
      const used = this.#skip > 0 ? 0 : this.#one(bytes, from, position);
      if (used === 0) return from;
      from += used;
    }
  }

  /** Takes one record; returns how long it was, or 0 where it is not all there yet. */
  #one(bytes: Buffer, from: number, position: number): number {
    if (bytes.length - from < HEADER) return 0;
    const length = Number(bytes.readBigUInt64LE(from));
    const sound = maskedCrc(bytes.subarray(from, from + 8)) === bytes.readUInt32LE(from + 8);
    if (!sound || !Number.isSafeInteger(length)) return this.#broken(position + from, bytes.length - from);
    const whole = HEADER + length + FOOTER;
    if (length > LONGEST) {
      this.#skip = whole;
      // What is skipped is counted by the caller's next round.
      const here = Math.min(whole, bytes.length - from);
      this.#skip -= here;
      return here;
    }
    if (bytes.length - from < whole) return 0;
    const data = bytes.subarray(from + HEADER, from + HEADER + length);
    if (maskedCrc(data) !== bytes.readUInt32LE(from + HEADER + length)) return this.#broken(position + from, whole);
    this.record(data, { file: this.file, position: position + from + HEADER, length });
    return whole;
  }

  #broken(at: number, length: number): number {
    this.damage = `it is damaged at byte ${at}; what stands behind that is not shown`;
    return length;
  }
}
