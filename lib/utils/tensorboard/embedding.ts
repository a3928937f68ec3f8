import fs from 'node:fs';
import path from 'node:path';
import { fileFailure } from '../../arguments/files';
import { floatText } from '../../ops/print/numbers';
import { valueError } from '../../errors';
import { pixelsOf } from './images';
import { encodePng } from './png';
import type { Numbers } from './array-like';

/** The files of TensorBoard's projector. */

/** Points, and what is shown for each. */
export interface Embedding {
  readonly points: Numbers;
  readonly metadata: readonly unknown[] | null;
  readonly header: readonly string[] | null;
  readonly images: Numbers | null;
  readonly step: number;
  readonly tag: string;
}

const encodeTag = (tag: string): string => tag.replaceAll('%', '%25').replaceAll('/', '%2f').replaceAll('\\', '%5c');

function rowsOf(metadata: readonly unknown[], header: readonly string[] | null): string {
  if (!header) return `${metadata.map(String).join('\n')}\n`;
  const rows = [header, ...(metadata as readonly (readonly unknown[])[])];
  if (rows[1]?.length !== header.length)
    throw valueError('len of header must be equal to the number of columns in metadata');
  return `${rows.map((row) => row.map(String).join('\t')).join('\n')}\n`;
}

/** All images in one square. */
function sprite(images: Numbers): Buffer {
  const [n = 0, channels = 0, height = 0, width = 0] = images.shape;
  const columns = Math.ceil(Math.sqrt(n));
  const cells = columns * columns;
  const data = new Float64Array(cells * channels * height * width);
  data.set(images.data);
  // Rows of as many images as there are columns: the grid has eight of them otherwise.
  const [high, wide] = [columns * height, columns * width];
  const square = new Float64Array(channels * high * wide);
  for (let i = 0; i < n; i++) {
    const [top, left] = [Math.floor(i / columns) * height, (i % columns) * width];
    for (let c = 0; c < channels; c++) {
      for (let y = 0; y < height; y++) {
        const from = ((i * channels + c) * height + y) * width;
        square.set(data.subarray(from, from + width), (c * high + top + y) * wide + left);
      }
    }
  }
  return encodePng(pixelsOf({ shape: [channels, high, wide], data: square, bytes: images.bytes }, 'CHW'));
}

/** Writes the files of an embedding; returns its entry in the projector's list. */
export function writeEmbedding(root: string, embedding: Embedding): string {
  const { points, metadata, header, images, step, tag } = embedding;
  if (points.shape.length !== 2) throw valueError('mat should be 2D, where mat.size(0) is the number of data points');
  const [n = 0, width = 0] = points.shape;
  if (metadata && metadata.length !== n) throw valueError('#labels should equal with #data points');
  if (images && images.shape[0] !== n) throw valueError('#images should equal with #data points');
  const name = String(step).padStart(5, '0');
  const folder = `${name}/${encodeTag(tag)}`;
  const rows = Array.from({ length: n }, (_, i) =>
    [...points.data.subarray(i * width, (i + 1) * width)].map(floatText).join('\t'),
  );
  const files: [string, string | Buffer][] = [['tensors.tsv', rows.map((row) => `${row}\n`).join('')]];
  if (metadata) files.push(['metadata.tsv', rowsOf(metadata, header)]);
  if (images) files.push(['sprite.png', sprite(images)]);
  try {
    fs.mkdirSync(path.join(root, folder), { recursive: true });
    for (const [file, text] of files) fs.writeFileSync(path.join(root, folder, file), text);
  } catch (cause) {
    throw fileFailure('addEmbedding', path.join(root, folder), cause);
  }
  return [
    'embeddings {',
    `  tensor_name: ${JSON.stringify(`${tag}:${name}`)}`,
    ...(metadata ? [`  metadata_path: ${JSON.stringify(`${folder}/metadata.tsv`)}`] : []),
    ...(images
      ? [
          '  sprite {',
          `    image_path: ${JSON.stringify(`${folder}/sprite.png`)}`,
          ...[images.shape[3], images.shape[2]].map((extent) => `    single_image_dim: ${extent}`),
          '  }',
        ]
      : []),
    `  tensor_path: ${JSON.stringify(`${folder}/tensors.tsv`)}`,
    '}',
    '',
  ].join('\n');
}
