/** Weights of models: from files, from the network, and what does not fit. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as torch from '../../../lib/index';
import { models } from '../../../lib/vision/index';

const { squeezenet1_1: squeezenet } = models;
let folder: string;
let file: string;
let expected: number[];
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ltn-vision-'));
  const model = squeezenet({ numClasses: 7 });
  expected = model.stateDict()['features.0.bias']!.fill_(0.25).tolist() as number[];
  const plain = path.join(folder, 'plain.pth');
  torch.save(model.stateDict(), plain);
  const digits = createHash('sha256').update(readFileSync(plain)).digest('hex').slice(0, 8);
  file = path.join(folder, `squeezenet-${digits}.pth`);
  renameSync(plain, file);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bias = (model: torch.nn.Module): unknown => model.stateDict()['features.0.bias']!.tolist();

it('reads a file, by path and by URL', async () => {
  expect(bias(squeezenet({ numClasses: 7, weights: file }))).toEqual(expected);
  expect(bias(squeezenet({ numClasses: 7, weights: pathToFileURL(file) }))).toEqual(expected);
  expect(bias(await squeezenet.pretrained({ numClasses: 7, weights: file }))).toEqual(expected);
});

it('ends what it has read', async () => {
  const own = squeezenet({ numClasses: 7 });
  const size = own.parameters().reduce((sum, parameter) => sum + 4 * parameter.numel(), 0);
  for (const make of [squeezenet, squeezenet.pretrained]) {
    torch.sweep({ full: true });
    const before = torch.memory().bytes;
    const model = await make({ numClasses: 7, weights: file });
    expect(torch.memory().bytes - before).toBe(size);
    expect(bias(model)).toEqual(expected);
  }
});

it('downloads weights, checks their hash, and keeps them', async () => {
  let requests = 0;
  const server = createServer((_request, response) => {
    requests++;
    response.end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const before = torch.hub.getDir();
  torch.hub.setDir(path.join(folder, 'hub'));
  const silent = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    const options = { numClasses: 7, weights: address + path.basename(file), progress: false };
    expect(bias(await squeezenet.pretrained(options))).toEqual(expected);
    expect(bias(await squeezenet.pretrained(options))).toEqual(expected);
    expect(requests).toBe(1);
    const wrong = { ...options, weights: `${address}squeezenet-00000000.pth` };
    await expect(squeezenet.pretrained(wrong)).rejects.toThrow(/hash/);
  } finally {
    silent.mockRestore();
    torch.hub.setDir(before);
    await new Promise((resolve) => server.close(resolve));
  }
});

it('refuses a file whose bytes are not those of its name', async () => {
  const other = path.join(folder, 'squeezenet-01234567.pth');
  writeFileSync(other, readFileSync(file));
  expect(() => squeezenet({ numClasses: 7, weights: other })).toThrow('its SHA-256 begins with');
  await expect(squeezenet.pretrained({ numClasses: 7, weights: other })).rejects.toThrow('its SHA-256 begins with');
  expect(() => squeezenet({ weights: path.join(folder, 'none-01234567.pth') })).toThrow(
    expect.objectContaining({ code: 'ERR_TORCH_FILE' }),
  );
});

it('says what does not fit', async () => {
  expect(() => squeezenet({ numClasses: 9, weights: file })).toThrow(
    'is for another number of classes: classifier.1.weight is [7, 512, 1, 1] in the file and [9, 512, 1, 1] in the model, ' +
      'classifier.1.bias is [7] in the file and [9] in the model. Make squeezenet1_1 with numClasses: 7,',
  );
  expect(() => models.resnet18({ numClasses: 7, weights: file })).toThrow('does not hold the weights of resnet18');
  expect(() => squeezenet({ weights: 'DEFAULT' })).toThrow(
    "use await squeezenet1_1.pretrained({ weights: 'DEFAULT' })",
  );
  expect(() => squeezenet({ weights: 'IMAGENET1K_V9' })).toThrow(
    "there are no weights called 'IMAGENET1K_V9': it has IMAGENET1K_V1",
  );
  await expect(models.resnet50.pretrained({ weights: 'IMAGENET1K_V9' })).rejects.toThrow(
    'it has IMAGENET1K_V2, IMAGENET1K_V1',
  );
  expect(() => squeezenet({ numClass: 7 } as object)).toThrow("did you mean 'numClasses'");
  expect(() => models.getModel('resnet19')).toThrow('Unknown model resnet19: did you mean resnet18?');
});

it('says which model a file is of, and what it holds besides', async () => {
  const save = (name: string, state: object): string => {
    const file = path.join(folder, name);
    torch.save(state, file);
    return file;
  };
  const state = squeezenet({ numClasses: 7 }).stateDict();
  const other = save('squeezenet1_1-own.pth', state);
  const message =
    /names are not the model's \(features\.0\.weight \[64, 3, 3, 3\], .* and \d+ more\); the model's conv1\.weight \[64, 3, 7, 7\]/;
  expect(() => models.resnet18({ numClasses: 7, weights: other })).toThrow(message);
  expect(() => models.resnet18({ weights: other })).toThrow(
    "speaks of squeezenet1_1: models.getModel('squeezenet1_1', {",
  );
  expect(() => models.resnet18({ weights: save('own.pth', state) })).toThrow('models.listModels() has the names');
  await expect(models.resnet18.pretrained({ weights: other })).rejects.toThrow(message);
  const { 'features.0.bias': _, ...less } = state;
  expect(() => squeezenet({ numClasses: 7, weights: save('less.pth', less) })).toThrow(
    "does not hold the weights of squeezenet1_1: the model's features.0.bias [64] are not in it",
  );
  const checkpoint = save('checkpoint.pth', { model: state, epoch: 3 });
  expect(() => squeezenet({ numClasses: 7, weights: checkpoint })).toThrow(
    "but an object with 'model', 'epoch': the weights are under 'model'",
  );
  expect(() => squeezenet({ weights: save('list.pth', [1, 2]) })).toThrow('does not hold weights by their names');
  const wide = { ...state, 'features.0.weight': torch.zeros([64, 4, 3, 3]) };
  expect(() => squeezenet({ numClasses: 7, weights: save('wide.pth', wide) })).toThrow(
    'features.0.weight is [64, 4, 3, 3] in the file and [64, 3, 3, 3] in the model',
  );
  const two = models.deeplabv3MobilenetV3Large({ numClasses: 2, auxLoss: true }).stateDict();
  expect(() => models.deeplabv3MobilenetV3Large({ numClasses: 2, weights: save('aux.pth', two) })).toThrow(
    /has a second head that the model lacks \(aux_classifier.*auxLoss: true/,
  );
});

it('lists the models, and knows their weights', () => {
  expect(models.listModels()).toHaveLength(98);
  expect(models.getModelBuilder('vit_b_16').weights).toEqual([
    'IMAGENET1K_V1',
    'IMAGENET1K_SWAG_E2E_V1',
    'IMAGENET1K_SWAG_LINEAR_V1',
  ]);
  for (const name of models.listModels()) expect(models.getModelBuilder(name).weights.length).toBeGreaterThan(0);
});

it('gives what children give', () => {
  const getter = new models.IntermediateLayerGetter(models.resnet18({ numClasses: 2 }), {
    layer1: 'early',
    layer3: 'late',
  });
  const out = getter.forward(torch.ones([1, 3, 32, 32]));
  expect(Object.entries(out).map(([name, { shape }]) => [name, [...shape]])).toEqual([
    ['early', [1, 64, 8, 8]],
    ['late', [1, 256, 2, 2]],
  ]);
  expect(Object.keys(getter.stateDict()).some((key) => key.startsWith('layer4'))).toBe(false);
  expect(() => new models.IntermediateLayerGetter(models.resnet18(), { layer9: 'x' })).toThrow(
    'not present in model: layer9',
  );
});

it('takes another head in the place of the last layer', () => {
  const model = models.resnet18();
  model.fc = new torch.nn.Linear(512, 3);
  expect(model.forward(torch.ones([2, 3, 32, 32])).shape).toEqual([2, 3]);
  expect(model.stateDict()['fc.weight']!.shape).toEqual([3, 512]);
});
