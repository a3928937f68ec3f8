/** What SummaryWriter writes is read by TensorBoard's own reader, and equals what Python's writer has written. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as torch from '../../../lib/index';
import type { Tensor } from '../../../lib/index';
import { runPython } from '../../support/python';

const { SummaryWriter } = torch.utils.tensorboard;

const READER = `
import glob, os
from tensorboard.backend.event_processing.event_file_loader import EventFileLoader
from google.protobuf.json_format import MessageToDict
from PIL import Image
import io
def pixels(png): return Image.open(io.BytesIO(png)).convert('RGB').tobytes().hex()
def value_of(v):
    d = MessageToDict(v)
    strings = v.tensor.string_val
    if len(strings) == 3 and strings[2].startswith(b'\\x89PNG'):
        d['tensor'].pop('stringVal'); d['picture'] = [strings[0].decode(), strings[1].decode(), pixels(strings[2])]
    return d
def read(folder):
    found = {}
    for file in sorted(glob.glob(os.path.join(folder, '**', 'events.*'), recursive=True)):
        for event in EventFileLoader(file).Load():
            for v in event.summary.value: found[os.path.relpath(os.path.dirname(file), folder) + '|' + v.tag + '|' + str(event.step)] = value_of(v)
    return found
def text(folder):
    return {os.path.relpath(f, folder): open(f).read() for f in sorted(glob.glob(os.path.join(folder, '**', '*.*'), recursive=True))
            if f.endswith(('.tsv', '.pbtxt'))}
`;

const WRITER = `
from torch.utils.tensorboard import SummaryWriter
i = input
w = SummaryWriter(i['theirs'])
w.add_scalar('s', 0.25, 3); w.add_scalar('t', torch.tensor([2.5]), 4, new_style=True); w.add_scalar('d', 0.1, 4, new_style=True, double_precision=True)
w.add_scalars('m/n', {'a': 1, 'b': 2}, 5)
w.add_histogram('h', i['x'], 1); w.add_histogram('h10', i['x'], 1, bins=10); w.add_histogram('hm', i['x'], 1, max_bins=20)
w.add_histogram_raw('hr', 0, 2, 3, 4, 5, [1, 2], [3, 0], 1)
w.add_image('i', i['image'], 1); w.add_image('ib', (i['image'] * 255).to(torch.uint8), 1); w.add_image('hw', i['image'][0], 1, dataformats='HW')
w.add_images('is', i['images'], 1)
w.add_audio('a', i['sound'], 1, sample_rate=8000)
w.add_text('x', 'some *text*', 1)
w.add_pr_curve('pr', i['labels'], i['scores'], 1, num_thresholds=11); w.add_pr_curve('prw', i['labels'], i['scores'], 1, weights=0.5)
w.add_pr_curve_raw('prr', *[torch.tensor([1., 2.])] * 6, 1, num_thresholds=2)
w.add_custom_scalars({'c': {'one': ['Multiline', ['s', 't']], 'two': ['Margin', ['s', 't', 'd']]}})
w.add_mesh('mesh', i['mesh'], colors=(i['mesh'] * 255).int(), faces=i['mesh'].int(), global_step=1)
w.add_tensor('ten', i['x'][:4], 1); w.add_tensor('tei', torch.arange(3), 1); w.add_tensor('teb', torch.tensor([True, False]), 1)
w.add_tensor('teh', i['x'][:2].half(), 1)
w.add_hparams({'lr': 0.1, 'name': 'n', 'flag': True, 'none': None}, {'loss': 0.5}, {'name': ['n', 'o']}, run_name='run', global_step=2)
w.add_embedding(i['points'], metadata=['p', 'q', 'r'], label_img=i['images'], global_step=2, tag='e/f')
w.add_embedding(i['points'], metadata=[['1', '2']] * 3, metadata_header=['u', 'v'])
w.close()
output = [read(i['ours']), read(i['theirs']), text(i['ours']), text(i['theirs'])]
`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tensorboard-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Dict = Record<string, unknown>;

test('all summaries are those of Python', () => {
  torch.manualSeed(1);
  const ours = path.join(folder, 'ours');
  const x = torch.randn([200]);
  const image = torch.rand([3, 4, 5]);
  const images = torch.rand([3, 3, 2, 2]);
  const sound = torch.rand([1, 20]).mul(2).sub(1) as Tensor;
  const labels = torch.rand([40]).gt(0.5).to(torch.int64);
  const scores = torch.rand([40]);
  const mesh = torch.rand([1, 3, 3]);
  const points = torch.rand([3, 4]);
  const pair = torch.tensor([1, 2], { dtype: torch.float32 });
  const w = new SummaryWriter(ours);
  w.addScalar('s', 0.25, 3);
  w.addScalar('t', torch.tensor([2.5]), 4, { newStyle: true });
  w.addScalar('d', 0.1, 4, { newStyle: true, doublePrecision: true });
  w.addScalars('m/n', { a: 1, b: 2 }, 5);
  w.addHistogram('h', x, 1);
  w.addHistogram('h10', x, 1, 10);
  w.addHistogram('hm', x, 1, { maxBins: 20 });
  w.addHistogramRaw('hr', 0, 2, 3, 4, 5, [1, 2], [3, 0], 1);
  w.addImage('i', image, 1);
  w.addImage('ib', image.mul(255).to(torch.uint8), 1);
  w.addImage('hw', image.select(0, 0), 1, { dataformats: 'HW' });
  w.addImages('is', images, 1);
  w.addAudio('a', sound, 1, { sampleRate: 8000 });
  w.addText('x', 'some *text*', 1);
  w.addPrCurve('pr', labels, scores, 1, { numThresholds: 11 });
  w.addPrCurve('prw', labels, scores, 1, { weights: 0.5 });
  w.addPrCurveRaw('prr', pair, pair, pair, pair, pair, pair, 1, { numThresholds: 2 });
  w.addCustomScalars({ c: { one: ['Multiline', ['s', 't']], two: ['Margin', ['s', 't', 'd']] } });
  const mm = {
    colors: mesh.mul(255).to(torch.int32),
    faces: mesh.to(torch.int32),
    globalStep: 1,
  };
  w.addMesh('mesh', mesh, mm);
  w.addTensor('ten', x.narrow(0, 0, 4), 1);
  w.addTensor('tei', torch.arange(3), 1);
  w.addTensor('teb', torch.tensor([true, false]), 1);
  w.addTensor('teh', x.narrow(0, 0, 2).half(), 1);
  const settings = { lr: 0.1, name: 'n', flag: true, none: null };
  w.addHparams(settings, { loss: 0.5 }, { name: ['n', 'o'] }, 'run', 2);
  w.addEmbedding(points, { metadata: ['p', 'q', 'r'], labelImg: images, globalStep: 2, tag: 'e/f' });
  const rows = [0, 1, 2].map(() => ['1', '2']);
  w.addEmbedding(points, { metadata: rows, metadataHeader: ['u', 'v'] });
  w.close();
  const input = { ours, theirs: path.join(folder, 'theirs'), x, image, images, sound, labels, scores, mesh, points };
  const [found, expected, files, theirFiles] = runPython<[Dict, Dict, Dict, Dict]>(READER + WRITER, input);
  expect(Object.keys(found).sort()).toEqual(Object.keys(expected).sort());
  for (const key of Object.keys(expected)) {
    if (key.includes('_hparams_/')) continue;
    expect([key, found[key]]).toEqual([key, close(found[key], expected[key])]);
  }
  const points_ = (texts: Dict): Dict =>
    Object.fromEntries(
      Object.entries(texts).map(([name, text]) => [
        name,
        String(text).replace(/\d+\.\d+(e-\d+)?/g, (n) => Number(n).toFixed(5)),
      ]),
    );
  expect(points_(files)).toEqual(points_(theirFiles));
});

/** The expected value, but with our figure in the place of one that is the same up to rounding. */
function close(found: unknown, expected: unknown): unknown {
  if (typeof found === 'number' && typeof expected === 'number')
    return Math.abs(found - expected) <= 1e-9 * Math.max(1, Math.abs(expected)) ? found : expected;
  if (Array.isArray(found) && Array.isArray(expected)) return expected.map((one, i) => close(found[i], one));
  if (typeof found === 'object' && typeof expected === 'object' && found && expected)
    return Object.fromEntries(Object.entries(expected).map(([key, one]) => [key, close((found as Dict)[key], one)]));
  return expected;
}

const DRAWER = `
from torch.utils.tensorboard import SummaryWriter
w = SummaryWriter(input['theirs'])
w.add_image_with_boxes('boxes', input['image'], input['boxes'], 1)
w.add_image_with_boxes('rows', input['rows'], input['boxes'], 2, dataformats='HWC')
w.close()
def frames(gif):
    picture = Image.open(io.BytesIO(gif))
    found = []
    for i in range(picture.n_frames):
        picture.seek(i)
        found.append([picture.info['duration'], picture.convert('RGB').tobytes().hex()])
    return found
def drawn(folder):
    return {tag: v['picture'] for tag, v in read(folder).items() if 'picture' in v}
import struct
def raw(folder):
    file, = glob.glob(os.path.join(folder, 'events.*'))
    data = open(file, 'rb').read()
    found, at = [], 0
    while at < len(data):
        size, = struct.unpack('<Q', data[at:at + 8])
        found.append(data[at + 12:at + 12 + size]); at += 16 + size
    return found
from tensorboard.compat.proto.event_pb2 import Event
gif = next(v.image for r in raw(input['ours']) for v in Event.FromString(r).summary.value if v.tag == 'video')
with open(input['figure'], 'rb') as file: figure = pixels(file.read())
output = [drawn(input['ours']), drawn(input['theirs']), [gif.height, gif.width, gif.colorspace, frames(gif.encoded_image_string)], figure]
`;

test('boxes on an image are those of Python, figures and videos come back', () => {
  torch.manualSeed(2);
  const [ours, theirs] = [path.join(folder, 'drawn'), path.join(folder, 'their-drawn')];
  const figure = path.join(__dirname, '../../../docs/images/board-phone.png');
  const image = torch.rand([3, 12, 14]);
  const rows = torch.randint(0, 256, [12, 14, 3]).to(torch.uint8);
  const boxes = torch.tensor([
    [2, 3, 9, 8],
    [0, 0, 13, 11],
    [5.7, 5.2, 30, 30],
    [9, 8, 2, 3],
    [4, 4, 4, 4],
    [-5, 6, 3, 9],
    [20, -4, 1e9, 1e9],
  ]);
  // Two videos of three frames of one colour each, so that the palette of a GIF keeps them.
  const shades = torch.tensor([10, 90, 170, 20, 100, 180]).to(torch.uint8);
  const video = shades.reshape([2, 3, 1, 1, 1]).expand([2, 3, 3, 4, 5]).contiguous();
  const w = new SummaryWriter(ours);
  w.addImageWithBoxes('boxes', image, boxes, 1);
  w.addImageWithBoxes('rows', rows, boxes, 2, { dataformats: 'HWC' });
  w.addFigure('figure', readFileSync(figure), 3);
  w.addFigure(
    'svg',
    Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="1"><rect width="1" height="1" fill="red"/></svg>',
    ),
    3,
  );
  w.addVideo('video', video, 4, { fps: 10 });
  w.close();
  type Drawn = Readonly<Record<string, readonly [width: string, height: string, pixels: string]>>;
  type Gif = readonly [height: number, width: number, colorspace: number, frames: readonly [number, string][]];
  const input = { ours, theirs, image, rows, boxes, figure };
  const [found, expected, gif, pixels] = runPython<[Drawn, Drawn, Gif, string]>(READER + DRAWER, input);
  expect(found['.|boxes|1']).toEqual(expected['.|boxes|1']);
  expect(found['.|rows|2']).toEqual(expected['.|rows|2']);
  expect(Object.keys(expected)).toHaveLength(2);
  expect(found['.|figure|3']?.[2]).toBe(pixels);
  expect(found['.|svg|3']).toEqual(['2', '1', 'ff0000000000']);
  const line = (shade: number): string =>
    shade
      .toString(16)
      .padStart(2, '0')
      .repeat(3 * 5);
  const frames = [0, 1, 2].map((t) => (line(10 + 80 * t) + line(20 + 80 * t)).repeat(4));
  expect(gif).toEqual([4, 10, 3, frames.map((pixels) => [100, pixels])]);
});

test('what goes wrong says so', () => {
  const w = new SummaryWriter({ logDir: path.join(folder, 'bad'), purgeStep: 3, filenameSuffix: '.x' });
  expect(() => w.addScalar('s', torch.ones([2]))).toThrow('Tensor should contain one element');
  expect(() => w.addHistogram('h', [])).toThrow('The input has no element.');
  expect(() => w.addHistogram('h', [1], 1, 'fd')).toThrow("no rule 'fd'");
  expect(() => w.addHistogramRaw('h', 0, 1, 1, 1, 1, [1], [1, 2])).toThrow('see the document');
  expect(() => w.addImage('i', torch.ones([3, 2]))).toThrow('size of input tensor and input format are different');
  expect(() => w.addImage('i', torch.ones([3, 2, 2]), 1, { dataformats: 'CCH' })).toThrow(
    'same dimension shorthand twice',
  );
  expect(() => w.addEmbedding(torch.ones([3, 2]), ['a'])).toThrow('#labels should equal with #data points');
  expect(() => w.addCustomScalarsMarginchart(['a'])).toThrow('Expected 3 tags, got 1.');
  expect(() => w.addFigure('f', Buffer.from('text'))).toThrow('expected the bytes of a PNG, GIF or SVG file');
  expect(() => w.addHparams({ a: [] as never }, {})).toThrow('value should be one of');
  w.close();
  w.close();
  w.addScalar('after', 1);
});
