import { valueError, warn } from '../../errors';
import type { Numbers } from './array-like';

/** The message of a sound: a WAV file of one channel and 16 bits. */
export function audioOf({ shape, data }: Numbers, rate: number): object {
  if (shape.filter((extent) => extent !== 1).length !== 1) throw valueError('input tensor should be 1 dimensional.');
  if (data.some((value) => Math.abs(value) > 1)) warn('warning: audio amplitude out of range, auto clipped.');
  const samples = Buffer.alloc(data.length * 2);
  data.forEach((value, i) => samples.writeInt16LE(Math.trunc(Math.min(Math.max(value, -1), 1) * 32767) || 0, 2 * i));
  const header = Buffer.alloc(44);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(36 + samples.length, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(rate * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(samples.length, 40);
  const encodedAudioString = Buffer.concat([header, samples]);
  return { sampleRate: rate, numChannels: 1, lengthFrames: data.length, encodedAudioString, contentType: 'audio/wav' };
}
