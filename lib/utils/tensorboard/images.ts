import { optionalPackage } from '../../install/packages';
import { valueError } from '../../errors';
import { type Pixels, encodePng } from './png';
import { type Numbers, transpose } from './array-like';

/** Images and videos as TensorBoard shows them. */

/** Images beside each other, eight in a row: `[N, C, H, W]` to `[3, H, W]`. */
function makeGrid(images: Numbers, columns = 8): Numbers {
  const [n = 0, channels = 0, height = 0, width = 0] = images.shape;
  if (channels !== 1 && channels !== 3) throw valueError('Input should be a 4D numpy array with 3 channels');
  const wide = Math.min(n, columns);
  const high = Math.ceil(n / wide);
  const shape = [3, height * high, width * wide];
  const data = new Float64Array(3 * height * high * width * wide);
  const size = height * width;
  for (let i = 0; i < n; i++) {
    const [top, left] = [Math.floor(i / wide) * height, (i % wide) * width];
    for (let c = 0; c < 3; c++) {
      const from = (i * channels + (channels === 1 ? 0 : c)) * size;
      for (let y = 0; y < height; y++) {
        const to = (c * height * high + top + y) * width * wide + left;
        data.set(images.data.subarray(from + y * width, from + (y + 1) * width), to);
      }
    }
  }
  return { shape, data, bytes: images.bytes };
}

/** One channel as three. */
function colored(image: Numbers): Numbers {
  if (image.shape[2] !== 1) return image;
  const data = new Float64Array(image.data.length * 3);
  image.data.forEach((value, i) => data.fill(value, 3 * i, 3 * i + 3));
  return { shape: [...image.shape.slice(0, 2), 3], data, bytes: image.bytes };
}

/** Any format of dimensions to `[H, W, C]`. */
function toRows(image: Numbers, format: string): Numbers {
  const letters = [...format.toUpperCase()];
  if (new Set(letters).size !== letters.length)
    throw valueError(`You can not use the same dimension shorthand twice. input_format: ${format}`);
  if (letters.length !== image.shape.length)
    throw valueError(
      `size of input tensor and input format are different. tensor shape: (${image.shape.join(', ')}), input_format: ${format}`,
    );
  const order = (names: string): number[] => [...names].map((letter) => letters.indexOf(letter));
  if (letters.length === 4) return transpose(makeGrid(transpose(image, order('NCHW'))), [1, 2, 0]);
  if (letters.length === 3) return colored(transpose(image, order('HWC')));
  const plane = transpose(image, order('HW'));
  return colored({ ...plane, shape: [...plane.shape, 1] });
}

/** Bytes of colors: from 0 to 1, or bytes already. */
function toBytes({ data, bytes }: Numbers): Uint8Array {
  const factor = bytes ? 1 : 255;
  return Uint8Array.from(data, (value) => Math.min(Math.max(Math.fround(Math.fround(value) * factor), 0), 255));
}

/** An image of a format of dimensions, such as `CHW`. */
export function pixelsOf(image: Numbers, format: string): Pixels {
  const rows = toRows(image, format);
  const [height = 0, width = 0, channels = 0] = rows.shape;
  return { height, width, channels, data: toBytes(rows) };
}

/** The message of an image. */
export function imageOf(pixels: Pixels): object {
  const { height, width, channels } = pixels;
  return { height, width, colorspace: channels, encodedImageString: encodePng(pixels) };
}

/**
 * Red frames around boxes `[xmin, ymin, xmax, ymax]`. Pillow, which draws them for Python, walks around a box, and gives each edge a
 * second line of pixels on its left hand.
 */
export function withBoxes(pixels: Pixels, boxes: Numbers): Pixels {
  if (boxes.shape.length !== 2 || boxes.shape[1] !== 4)
    throw valueError(`addImageWithBoxes: boxes should be of shape [N, 4], got [${boxes.shape.join(', ')}]`);
  const data = pixels.data.slice();
  const paint = (x: number, y: number): void => {
    if (x < 0 || y < 0 || x >= pixels.width || y >= pixels.height) return;
    data.set(pixels.channels === 4 ? [255, 0, 0, 255] : [255, 0, 0], (y * pixels.width + x) * pixels.channels);
  };
  const edge = (fromX: number, fromY: number, toX: number, toY: number): void => {
    const [besideX, besideY] = [Math.sign(toY - fromY), Math.sign(toX - fromX)];
    const [left, right] = within(Math.min(fromX, toX), Math.max(fromX, toX), pixels.width);
    const [top, bottom] = within(Math.min(fromY, toY), Math.max(fromY, toY), pixels.height);
    for (let y = top; y <= bottom; y++) {
      for (let x = left; x <= right; x++) {
        paint(x, y);
        paint(x + besideX, y + besideY);
      }
    }
  };
  for (let i = 0; i < (boxes.shape[0] ?? 0); i++) {
    const corners = [...boxes.data.subarray(4 * i, 4 * i + 4)].map(Math.trunc);
    const [left, top, right, bottom] = corners as [number, number, number, number];
    edge(left, top, left, bottom);
    edge(left, bottom, right, bottom);
    edge(right, bottom, right, top);
    edge(right, top, left, top);
  }
  return { ...pixels, data };
}

/** The part of a range that can be seen: one pixel more on both sides, for the second line of an edge. */
function within(from: number, to: number, size: number): [from: number, to: number] {
  return [Math.max(from, -1), Math.min(to, size)];
}

interface Gifenc {
  GIFEncoder(): {
    writeFrame(indices: Uint8Array, width: number, height: number, options: object): void;
    finish(): void;
    bytes(): Uint8Array;
  };
  quantize(rgba: Uint8Array, most: number): number[][];
  applyPalette(rgba: Uint8Array, palette: number[][]): Uint8Array;
}

/** Videos of a batch beside each other: `[N, T, C, H, W]` to frames. */
function framesOf(video: Numbers): Pixels[] {
  if (video.shape.length !== 5)
    throw valueError(`addVideo: expected a shape of [N, T, C, H, W], got [${video.shape.join(', ')}]`);
  const [batch = 0, time = 0, channels = 0, height = 0, width = 0] = video.shape;
  const count = batch > 0 && (batch & (batch - 1)) === 0 ? batch : 2 ** Math.ceil(Math.log2(batch + 1));
  const rows = 2 ** ((batch.toString(2).length - 1) >> 1);
  const columns = count / rows;
  const padded = new Float64Array(count * time * channels * height * width);
  padded.set(video.data);
  const cells = { shape: [rows, columns, time, channels, height, width], data: padded, bytes: video.bytes };
  const { data } = transpose(cells, [2, 0, 4, 1, 5, 3]);
  const bytes = toBytes({ shape: [], data, bytes: video.bytes });
  const size = rows * height * columns * width * channels;
  return Array.from({ length: time }, (_, i) => ({
    ...{ height: rows * height, width: columns * width, channels },
    data: bytes.subarray(i * size, (i + 1) * size),
  }));
}

function withAlpha({ channels, data }: Pixels): Uint8Array {
  const count = data.length / channels;
  const out = new Uint8Array(count * 4).fill(255);
  for (let i = 0; i < count; i++) {
    for (let c = 0; c < 3; c++) out[4 * i + c] = data[i * channels + (channels === 1 ? 0 : c)] as number;
  }
  return out;
}

/** The message of a video: an animated GIF. */
export function videoOf(video: Numbers, fps: number): object {
  const { GIFEncoder, quantize, applyPalette } = optionalPackage<Gifenc>('gifenc');
  const frames = framesOf(video);
  const [first] = frames;
  if (!first) throw valueError('addVideo: there is no frame');
  const gif = GIFEncoder();
  for (const frame of frames) {
    const rgba = withAlpha(frame);
    const palette = quantize(rgba, 256);
    gif.writeFrame(applyPalette(rgba, palette), frame.width, frame.height, { palette, delay: 1000 / fps });
  }
  gif.finish();
  const { height, width, channels } = first;
  return { height, width, colorspace: channels, encodedImageString: gif.bytes() };
}

/** What the first bytes of a picture say of its format, and its size. */
export function pictureOf(bytes: Uint8Array): object {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (text.length > 24 && text.readUInt32BE(0) === 0x89504e47)
    return { width: text.readUInt32BE(16), height: text.readUInt32BE(20), colorspace: 4, encodedImageString: text };
  if (text.length > 10 && text.toString('latin1', 0, 3) === 'GIF')
    return { width: text.readUInt16LE(6), height: text.readUInt16LE(8), colorspace: 3, encodedImageString: text };
  if (/^\s*<(\?xml|svg|!--)/.test(text.toString('utf8', 0, 200))) return renderedSvg(text);
  throw valueError('addFigure: expected the bytes of a PNG, GIF or SVG file');
}

interface Resvg {
  readonly Resvg: new (svg: string) => {
    render(): { readonly width: number; readonly height: number; asPng(): Buffer };
  };
}

function renderedSvg(svg: Buffer): object {
  const { Resvg } = optionalPackage<Resvg>('@resvg/resvg-js');
  const image = new Resvg(svg.toString()).render();
  return { width: image.width, height: image.height, colorspace: 4, encodedImageString: image.asPng() };
}
