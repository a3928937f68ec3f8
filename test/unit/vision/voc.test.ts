/** Pascal VOC's files where something is wrong with them, and pictures that cannot be read in any data set. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import * as torch from '../../../lib/index';
import { datasets, io, utils } from '../../../lib/vision/index';

let folder: string;
const at = (...names: string[]): string => path.join(folder, ...names);
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'ltn-voc-'));
  for (const one of ['JPEGImages', 'SegmentationClass', 'Annotations', 'ImageSets/Main', 'ImageSets/Segmentation']) {
    mkdirSync(at(one), { recursive: true });
  }
  for (const list of ['Main', 'Segmentation']) writeFileSync(at('ImageSets', list, 'train.txt'), 'a\n\n b \nc\n');
  for (const name of ['a', 'b', 'c']) {
    await utils.saveImage(torch.rand([3, 6, 8]), at('JPEGImages', `${name}.jpg`));
    await utils.saveImage(torch.rand([3, 6, 8]), at('SegmentationClass', `${name}.png`));
    writeFileSync(at('Annotations', `${name}.xml`), `<annotation><filename>${name}</filename></annotation>`);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('takes the folder of a year, and gives objects even where there are none', async () => {
  const found = new datasets.VOCDetection(folder);
  expect([found.length, found.year, found.imageSet]).toEqual([3, '2012', 'train']);
  const [image, said] = await found.get(1);
  expect([image.shape, said]).toEqual([[3, 6, 8], { annotation: { filename: 'b', object: [] } }]);
});

it('names what is missing, and where it is from', () => {
  expect(() => new datasets.VOCDetection(at('Annotations'), '2007')).toThrow(
    /neither .*VOCdevkit.*VOC2007.* get the archive/,
  );
  expect(() => new datasets.VOCDetection(folder, { imageSet: 'val' })).toThrow('val.txt');
  expect(() => new datasets.VOCDetection(folder, '2012', 'test')).toThrow('of 2007 also test');
  expect(() => new datasets.VOCDetection(folder, '2013' as never)).toThrow("'year' should be");
  writeFileSync(at('ImageSets', 'Main', 'trainval.txt'), '\n');
  expect(() => new datasets.VOCDetection(folder, { imageSet: 'trainval' })).toThrow('names no pictures');
});

it('names a file that is not XML, or no mask', async () => {
  const xml = async (text: string | Buffer): Promise<unknown> => {
    writeFileSync(at('Annotations', 'c.xml'), text);
    return (await new datasets.VOCDetection(folder).get(2))[1];
  };
  await expect(xml('<annotation><a></annotation>')).rejects.toThrow(
    /c\.xml is not XML that can be read: .*[Uu]nexpected close tag/i,
  );
  await expect(xml('')).rejects.toThrow('c.xml');
  await expect(xml('<annotation>')).rejects.toThrow(/c\.xml is not XML/);
  await expect(xml('<!DOCTYPE a [<!ENTITY e "x">]><annotation><a>&e;</a></annotation>')).rejects.toThrow('c.xml');
  await expect(xml('<?xml version="1.0" encoding="none-such"?><annotation/>')).rejects.toThrow('none-such');
  expect(await xml('<annotation><__proto__>x</__proto__></annotation>')).toEqual({
    annotation: JSON.parse('{"__proto__": "x", "object": []}') as object,
  });
  const latin = Buffer.from(
    '<?xml version="1.0" encoding="latin1"?><annotation><name>gr\u00fcn</name></annotation>',
    'latin1',
  );
  expect(await xml(latin)).toEqual({ annotation: { name: 'grün', object: [] } });
  const deep = `${'<a>'.repeat(20_000)}x${'</a>'.repeat(20_000)}`;
  expect(Object.keys((await xml(deep)) as object)).toEqual(['a']);
  await expect(new datasets.VOCSegmentation(folder).get(0)).rejects.toThrow(
    /a\.png has 3 channels and no table of colours/,
  );
  writeFileSync(at('SegmentationClass', 'b.png'), 'no picture');
  await expect(new datasets.VOCSegmentation(folder).get(1)).rejects.toThrow('b.png is no PNG file');
});

it('leaves out what cannot be read, on demand', async () => {
  writeFileSync(at('Annotations', 'c.xml'), '<annotation/>');
  writeFileSync(at('JPEGImages', 'b.jpg'), 'broken');
  const files: string[] = [];
  const onSkip = ({ file, error }: datasets.SkippedSample): void =>
    void files.push(`${path.basename(file)}: ${error.message}`);
  const lenient = new datasets.VOCDetection(folder, { onError: 'skip', onSkip });
  expect((await lenient.get(1))[0].shape).toEqual([3, 6, 8]);
  expect(files).toEqual([expect.stringMatching(/^b\.jpg: .*b\.jpg cannot be decoded/)]);
  await expect(new datasets.VOCDetection(folder).get(1)).rejects.toThrow('b.jpg cannot be decoded');
  const images = ['b', 'a'].map((name, id) => ({ id, file_name: `${name}.jpg` }));
  writeFileSync(at('coco.json'), JSON.stringify({ images, annotations: [] }));
  const coco = new datasets.CocoDetection(at('JPEGImages'), at('coco.json'), { onError: 'skip', onSkip });
  expect((await coco.get(0))[0].shape).toEqual([3, 6, 8]);
  expect(files).toHaveLength(2);
});

function checksumOf(data: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** A PNG file of a few bytes that claims to be large. */
async function bomb(width: number, height: number): Promise<Buffer> {
  const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
    .png()
    .toBuffer();
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  bytes.writeUInt32BE(checksumOf(bytes.subarray(12, 29)), 29);
  return bytes;
}

it('refuses a picture that claims to be huge before it takes memory, and skips it on demand', async () => {
  const bytes = await bomb(60_000, 60_000);
  const before = torch.memory().peak;
  await expect(io.decodeImage(bytes)).rejects.toThrow(/pixel limit/);
  await expect(io.decodeImage(bytes, { mode: 'unchanged' })).rejects.toThrow(/pixel limit/);
  await expect(io.decodeImage(bytes, { minSize: 8 })).rejects.toThrow(/pixel limit/);
  expect(torch.memory().peak - before).toBeLessThan(1e6);
  mkdirSync(at('classes', 'x'), { recursive: true });
  writeFileSync(at('classes', 'x', '1.png'), bytes);
  await utils.saveImage(torch.rand([3, 6, 8]), at('classes', 'x', '2.png'));
  await expect(new datasets.ImageFolder(at('classes')).get(0)).rejects.toThrow(/1\.png cannot be decoded/);
  expect((await new datasets.ImageFolder(at('classes'), { onError: 'skip' }).get(0))[0].shape).toEqual([3, 6, 8]);
  // A limit of one's own lets larger ones pass, whose pixels then have to be there.
  await expect(io.decodeImage(await bomb(20_000, 20_000), { limitPixels: 5e8 })).rejects.toThrow(/cannot be decoded/);
});

it('writes pictures in pieces as it writes them at once', async () => {
  const [width, height] = [700, 600];
  const large = torch.rand([2, 3, height, width]);
  large.requiresGrad_(true);
  const options = { normalize: true, scaleEach: true, padValue: 0.3 };
  let saved = Promise.resolve();
  torch.scope(() => {
    saved = utils.saveImage(large, at('large.png'), options);
  });
  const grid = utils.makeGrid(large, options);
  await saved;
  const expected = grid.mul(255).add(0.5).clamp(0, 255).to(torch.uint8);
  expect(torch.equal(await io.readImage(at('large.png')), expected)).toBe(true);
  const gray = torch.rand([1, height, width]);
  const pending = utils.saveImage([gray, gray], at('gray.png'), { nrow: 1, padding: 0 });
  const rows = gray.mul(255).add(0.5).to(torch.uint8);
  // What is given may go while it is written.
  gray.dispose();
  await pending;
  const column = torch.cat([rows, rows], 1);
  expect(torch.equal(await io.readImage(at('gray.png')), torch.cat([column, column, column]))).toBe(true);
  expect(torch.equal(await io.readImage(at('gray.png'), { mode: 'gray' }), column)).toBe(true);
});
