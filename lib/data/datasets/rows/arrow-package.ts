/** The optional package apache-arrow, made ready to read what may be damaged. */
import type * as Arrow from 'apache-arrow';
import { optionalPackage, packageWithin } from '../../../install/packages';
import { registerCodecs } from './arrow-codecs';
import { Corrupt } from './unreadable';

interface ByteBuffer {
  capacity(): number;
  readInt32(offset: number): number;
  __vector_len(offset: number): number;
}

const guarded = new WeakSet<ByteBuffer>();

/** apache-arrow with codecs for compressed buffers. */
export function loadArrow(): typeof Arrow {
  const arrow = optionalPackage<typeof Arrow>('apache-arrow');
  registerCodecs(arrow);
  const { prototype } = packageWithin<{ ByteBuffer: { prototype: ByteBuffer } }>(
    'apache-arrow',
    'flatbuffers',
  ).ByteBuffer;
  if (!guarded.has(prototype)) guardLengths(prototype);
  return arrow;
}

/**
 * A list in the tables of an Arrow file says how many elements it has, which apache-arrow believes: a changed byte made it
 * collect billions of nothing until the memory was full and the process died. Flatbuffers of JavaScript have no verifier, as
 * those of C++ have; that a list is not longer than what it is in, which no valid file is, is asked where its length is read.
 */
function guardLengths(prototype: ByteBuffer): void {
  const read = prototype.__vector_len;
  prototype.__vector_len = function (this: ByteBuffer, offset: number): number {
    const length = read.call(this, offset);
    if (length >= 0 && length <= this.capacity()) return length;
    throw new Corrupt(`a table says that it has ${length} elements`);
  };
  guarded.add(prototype);
}
