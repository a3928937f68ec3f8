import { dataError } from '../../errors';
import type { Tensor } from '../../index';
import * as torch from '../../index';
import { decodeImage } from './read-image';

/** The first bytes of a PNG file. */
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** The colours of a PNG file that has a table of them, three bytes each; null for others. */
function paletteOf(file: string, bytes: Uint8Array): Uint8Array | null {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!data.subarray(0, 8).equals(SIGNATURE)) throw dataError(`${file} is no PNG file`);
  for (let at = 8; at + 8 <= data.length; ) {
    const length = data.readUInt32BE(at);
    const kind = data.toString('latin1', at + 4, at + 8);
    if (kind === 'PLTE') return data.subarray(at + 8, at + 8 + length);
    if (kind === 'IDAT') return null;
    at += 12 + length;
  }
  return null;
}

/**
 * The numbers of the colours of a PNG file with a table, `[1, H, W]`, or its values where it is gray. Decoders give the
 * colours themselves, so that numbers are found by them; of two equal colours it is the first.
 */
export async function readIndices(file: string, bytes: Uint8Array): Promise<Tensor> {
  const palette = paletteOf(file, bytes);
  const image = await decodeImage(bytes, { mode: palette ? 'rgb' : 'unchanged' });
  if (palette) return torch.scope(() => torch.keep(indicesIn(image, palette)));
  if (image.shape[0] === 1) return image;
  throw dataError(`${file} has ${image.shape[0]} channels and no table of colours: it is no mask of classes`);
}

function indicesIn(image: Tensor, palette: Uint8Array): Tensor {
  const codes = Array.from({ length: Math.floor(palette.length / 3) }, (_, i) => {
    const [r, g, b] = palette.subarray(3 * i, 3 * i + 3) as unknown as [number, number, number];
    return r * 65536 + g * 256 + b;
  });
  const first = new Map<number, number>();
  codes.forEach((code, i) => void (first.has(code) || first.set(code, i)));
  const known = [...first].sort(([a], [b]) => a - b);
  const int32 = { dtype: torch.int32 };
  const [red, green, blue] = image.to(torch.int32).unbind(0) as [Tensor, Tensor, Tensor];
  const code = red.mul(65536).add(green.mul(256)).add(blue).contiguous();
  const places = torch.searchsorted(
    torch.tensor(
      known.map(([one]) => one),
      int32,
    ),
    code,
  );
  const numbers = torch.tensor(
    known.map(([, i]) => i),
    { dtype: torch.uint8 },
  );
  return numbers.index(places.clamp({ max: known.length - 1 })).unsqueeze(0);
}
