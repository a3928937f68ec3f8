import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { bool } from '../../arguments/fields';
import { fileFailure, pathOf, regularFile } from '../../arguments/files';
import { messageOf } from '../../arguments/describe';
import { readArguments } from '../../arguments/read';
import type { Mixed } from '../../arguments/signature';
import { dataError, fileError } from '../../errors';
import type { Tensor } from '../../index';
import * as torch from '../../index';
import { Image } from '../tv-tensors/index';
import type { Callable } from '../transforms/types';
import { readPickle } from './pickle';
import { filesOfTar } from './tar';
import { type TransformOptions, VisionDataset, rootField, transformField } from './vision-dataset';

export interface CIFAROptions extends TransformOptions {
  /** The training set; false means the test set. @defaultValue true */
  readonly train?: boolean;
  /** Compare files with the checksums of the published ones. @defaultValue true */
  readonly checkHash?: boolean;
}

const TABLE = {
  root: rootField,
  train: bool(true),
  transform: transformField,
  targetTransform: transformField,
  checkHash: bool(true),
};

/** A file and its MD5. */
type Part = readonly [name: string, md5: string];

interface Published {
  readonly name: string;
  readonly folder: string;
  readonly archive: string;
  readonly train: readonly Part[];
  readonly test: readonly Part[];
  readonly meta: Part;
  /** The key of the names of the classes. */
  readonly names: string;
  /** The key of the numbers of the classes. */
  readonly labels: string;
}

const ADDRESS = 'https://www.cs.toronto.edu/~kriz/';
const SIDE = 32;
const PIXELS = 3 * SIDE * SIDE;

/** Finds the bytes of a part: in the folder that the archive unpacks to, or in the archive itself. */
function partsOf(label: string, root: string, { folder, archive }: Published): (name: string) => Buffer {
  const unpacked = path.join(root, folder);
  const packed = path.join(root, archive);
  if (existsSync(unpacked)) return (name) => bytesOf(label, path.join(unpacked, name));
  if (existsSync(packed)) {
    const files = filesOfTar(packed, bytesOf(label, packed));
    return (name) => {
      const bytes = files.get(`${folder}/${name}`);
      if (bytes) return bytes;
      throw dataError(`${label}: ${JSON.stringify(packed)} has no ${folder}/${name}`);
    };
  }
  throw fileError(
    `${label}: there is neither the folder ${folder} nor ${archive} in ${JSON.stringify(root)}; ` +
      `get it from ${ADDRESS}${archive}`,
  );
}

function bytesOf(label: string, file: string): Buffer {
  const name = regularFile(label, file);
  try {
    return readFileSync(name);
  } catch (cause) {
    throw fileFailure(label, name, cause);
  }
}

/** Small pictures with three channels, from the pickles that CIFAR consists of. */
abstract class CIFAR<S, T> extends VisionDataset<S, T> {
  /** Whether this is the training set. */
  readonly train: boolean;
  /** All pictures, `[N, 3, 32, 32]` of bytes. */
  readonly data: Tensor;
  readonly targets: readonly number[];
  readonly classes: readonly string[];

  constructor(published: Published, given: { readonly root: string | URL } & Required<CIFAROptions>) {
    const label = published.name;
    const folder = pathOf(label, given.root);
    super(folder, given);
    this.train = given.train;
    const bytes = partsOf(label, folder, published);
    const read = ([name, md5]: Part): ReturnType<typeof readPickle> => {
      const part = bytes(name);
      if (given.checkHash) checkHash(label, name, part, md5);
      try {
        return readPickle(part);
      } catch (cause) {
        throw dataError(`${label}: ${name}: ${messageOf(cause)}`, { cause });
      }
    };
    const parts = (given.train ? published.train : published.test).map((part) => [part[0], read(part)] as const);
    const all = (): Tensor[] => parts.map(([name, part]) => pictures(`${label}: ${name}`, part.array('data')));
    this.data = torch.keep(torch.scope(() => torch.cat(all(), 0)));
    this.targets = parts.flatMap(([, part]) => part.integers('labels') ?? part.integers(published.labels) ?? []);
    this.classes = read(published.meta).strings(published.names);
    if (this.targets.length !== this.data.shape[0]) {
      throw dataError(`${label}: there are ${this.data.shape[0] ?? 0} pictures and ${this.targets.length} labels`);
    }
  }

  get length(): number {
    return this.targets.length;
  }

  get classToIdx(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.classes.map((name, i) => [name, i]));
  }

  /** A picture `[3, 32, 32]` and its label. */
  get(index: number): [S, T] {
    const at = this.checkIndex(index);
    return this.transformed(new Image(this.data.index(at)), this.targets[at]);
  }
}

function pictures(
  where: string,
  { bytes, shape }: { readonly bytes: Buffer; readonly shape: readonly number[] },
): Tensor {
  const [count = 0, pixels] = shape;
  if (pixels !== PIXELS || bytes.length !== count * PIXELS) {
    throw dataError(`${where}: expected rows of ${PIXELS} bytes, got ${bytes.length} bytes of [${shape.join(', ')}]`);
  }
  return torch.tensor(new Uint8Array(bytes)).reshape([count, 3, SIDE, SIDE]);
}

function checkHash(label: string, name: string, bytes: Buffer, md5: string): void {
  const found = createHash('md5').update(bytes).digest('hex');
  if (found === md5) return;
  throw dataError(
    `${label}: ${name} is not the file that was published: its MD5 is ${found}, not ${md5}; ` +
      'get it again, or pass checkHash: false if it is one of your own',
  );
}

type Arguments = Mixed<
  [root: string | URL, train?: boolean, transform?: Callable | null, targetTransform?: Callable | null],
  CIFAROptions & {
    /** The folder of the archive, or of what it unpacks to. */
    readonly root?: string | URL;
  }
>;

/**
 * Pictures of ten kinds of things, 32 × 32: 50000 for training and 10000 for tests.
 *
 * @throws TorchError where files are missing (it says where to get them), or are not those that were published.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.datasets.CIFAR10.html
 * @example
 * const things = new vision.datasets.CIFAR10('cifar', { train: false });
 * const [image, label] = things.get(0);
 */
export class CIFAR10<S = Image, T = number> extends CIFAR<S, T> {
  constructor(...args: Arguments) {
    const train: Part[] = [
      ['data_batch_1', 'c99cafc152244af753f735de768cd75f'],
      ['data_batch_2', 'd4bba439e000b95fd0a9bffe97cbabec'],
      ['data_batch_3', '54ebc095f3ab1f0389bbae665268c751'],
      ['data_batch_4', '634d18415352ddfa80567beed471001a'],
      ['data_batch_5', '482c414d41f54cd18b22e5b47cb7c3cb'],
    ];
    const files = { name: 'CIFAR10', folder: 'cifar-10-batches-py', archive: 'cifar-10-python.tar.gz', train };
    const test: Part[] = [['test_batch', '40351d587109b95175f43aff81a1287e']];
    const meta: Part = ['batches.meta', '5ff9c542aee3614f3951f8cda6e48888'];
    const keys = { names: 'label_names', labels: 'labels' };
    super({ ...files, test, meta, ...keys }, readArguments('CIFAR10', TABLE, args));
  }
}

/**
 * Pictures of a hundred kinds of things, 32 × 32: 50000 for training and 10000 for tests.
 *
 * @throws TorchError as {@link CIFAR10} does.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.datasets.CIFAR100.html
 * @example
 * const things = new vision.datasets.CIFAR100('cifar');
 */
export class CIFAR100<S = Image, T = number> extends CIFAR<S, T> {
  constructor(...args: Arguments) {
    const train: Part[] = [['train', '16019d7e3df5f24257cddd939b257f8d']];
    const files = { name: 'CIFAR100', folder: 'cifar-100-python', archive: 'cifar-100-python.tar.gz', train };
    const test: Part[] = [['test', 'f0ef6b0ae62326f3e7ffdfab6717acfc']];
    const meta: Part = ['meta', '7973b15100ade9c7d40fb424638fde48'];
    const keys = { names: 'fine_label_names', labels: 'fine_labels' };
    super({ ...files, test, meta, ...keys }, readArguments('CIFAR100', TABLE, args));
  }
}
