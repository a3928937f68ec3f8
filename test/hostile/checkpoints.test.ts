import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as torch from '../../lib/index';

const folder = join(__dirname, 'samples');
const names = readdirSync(folder).map((name) => name.replace('.sample', ''));

/** Samples that are odd but harmless: they open. */
const harmless: Readonly<Record<string, (value: unknown) => void>> = {
  'cyclic-list': (value) => expect((value as unknown[])[0]).toBe(value),
  'depth-lists': (value) => expect(depthOf(value)).toBe(200_000),
  'depth-tuples': (value) => expect(depthOf(value)).toBe(200_000),
  'memo-huge-index': (value) => expect(value).toEqual([]),
};

/** What the refusal of each attack must say. */
const refusals: Readonly<Record<string, RegExp>> = {
  'byteorder-unknown': /byte order middle is not known/,
  'code-build-setstate': /sets the state of something that has none/,
  'code-builtins-eval': /needs builtins\.eval \(at tree\), which is not on the list of safe names/,
  'code-extension': /opcode 130 is not allowed/,
  'code-inst': /needs os\.system/,
  'code-nested-rebuild': /does not rebuild a tensor/,
  'code-obj': /needs os\.system/,
  'code-os-system': /needs os\.system/,
  'code-stack-global': /needs posix\.system/,
  'decimal-quadratic': /decimal integer is malformed or too long/,
  'depth-marks': /stack is empty/,
  'dict-odd': /key without a value/,
  'frame-too-long': /frame goes beyond the end/,
  'legacy-count-lie': /a different size than the pickle says/,
  'legacy-cut-off': /file is cut off/,
  'legacy-key-twice': /list of storages does not fit/,
  'legacy-no-storages': /lacks some of its storages/,
  'legacy-other-key': /list of storages does not fit/,
  'legacy-tar': /tar format.*torch\.save\(torch\.load\(path, weights_only=False\), path\)/,
  'legacy-wrong-magic': /not a checkpoint/,
  'long-too-long': /goes beyond the end/,
  'memo-amplification': /far more memory than its size allows/,
  'memo-empty-stack': /stack is empty/,
  'memo-unwritten': /memo 7 was never written/,
  'no-stop': /ends without a STOP/,
  'other-empty': /not a checkpoint/,
  'other-safetensors': /is safetensors; open it with torch\.loadSafetensors/,
  'other-text': /not a checkpoint/,
  'persistent-id-other': /refers to a module outside/,
  'stack-below-mark': /stack is empty/,
  'stack-underflow': /stack is empty/,
  'storage-larger-than-file': /larger than the file/,
  'storage-larger-than-record': /needs 24 bytes, its record has 16/,
  'storage-missing': /no record for storage 7/,
  'storage-negative': /negative size/,
  'storage-not-a-class': /torch\.Size is not a storage class/,
  'storage-path': /no record for storage \.\.\/\.\./,
  'storage-size-overflow': /larger than the file/,
  'storage-two-types': /described in two ways/,
  'string-8-bytes-long': /goes beyond the end/,
  'string-too-long': /goes beyond the end/,
  'tensor-beyond-storage': /needs 20 bytes of a storage of 16/,
  'tensor-many-dims': /more than 64 dimensions/,
  'tensor-negative-offset': /offset is negative/,
  'tensor-negative-size': /a size is negative/,
  'tensor-negative-stride': /a stride is negative/,
  'tensor-offset-beyond-storage': /needs 20 bytes of a storage of 16/,
  'tensor-quantized-channels': /different numbers of scales and channels/,
  'tensor-size-overflow': /size overflows/,
  'tensor-sparse-index': /size is inconsistent with indices/,
  'tensor-stride-count': /different numbers of strides and sizes/,
  'tensor-stride-overflow': /size overflows/,
  'zip-bomb': /compressed to less than half/,
  'zip-count-lie': /more records than its directory can hold/,
  'zip-cut-off': /no directory; perhaps it is cut off/,
  'zip-deflate-garbage': /checksum differs/,
  'zip-half': /no directory; perhaps it is cut off/,
  'zip-names-differ': /two names differ/,
  'zip-no-pickle': /no data\.pkl/,
  'zip-record-outside': /lies outside of the file/,
  'zip-record-shared': /overlaps another one/,
  'zip-record-too-long': /goes beyond the end of the file/,
  'zip-record-twice': /is there twice/,
  'zip-records-overlap': /overlaps another one/,
  'zip-torchscript': /TorchScript archive/,
  'zip-two-sizes': /has two sizes/,
  'zip64-count-lie': /more records than its directory can hold/,
  'zip64-size-lie': /directory lies outside of the file/,
  'zip64-start-lie': /directory lies outside of the file/,
};

function depthOf(value: unknown): number {
  let depth = 0;
  for (let at = value; Array.isArray(at); at = at[0]) depth++;
  return depth;
}

const messageOf = (open: () => unknown): string => {
  try {
    open();
  } catch (error) {
    expect(error).toBeInstanceOf(torch.TorchError);
    return (error as Error).message;
  }
  return 'it opened';
};

describe('a hostile checkpoint', () => {
  it('of every kind has an expectation', () => {
    expect([...Object.keys(refusals), ...Object.keys(harmless)].sort()).toEqual([...names].sort());
  });

  it.each(Object.keys(refusals))('%s is refused, from a file, mapped and from bytes', (name) => {
    const file = join(folder, `${name}.sample`);
    const expected = refusals[name] as RegExp;
    expect(messageOf(() => torch.load(file))).toMatch(expected);
    expect(messageOf(() => torch.load(readFileSync(file)))).toMatch(expected);
    if (name !== 'other-empty') expect(messageOf(() => torch.load(file, { mmap: true }))).toMatch(expected);
  });

  it.each(Object.keys(harmless))('%s opens as what it is', (name) => {
    harmless[name]?.(torch.load<unknown>(join(folder, `${name}.sample`)));
  });

  it.each(names)('%s runs nothing as a tree', async (name) => {
    const load = torch.loadAsync<unknown>(join(folder, `${name}.sample`), { weightsOnly: false });
    await load.catch((error: unknown) => expect(error).toBeInstanceOf(torch.TorchError));
  });
});
