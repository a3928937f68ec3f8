import { existsSync } from 'node:fs';
import path from 'node:path';
import { bool, choice } from '../../arguments/fields';
import { pathOf } from '../../arguments/files';
import { readArguments } from '../../arguments/read';
import type { Mixed } from '../../arguments/signature';
import { dataError, fileError } from '../../errors';
import { type Tensor, datasets } from '../../index';
import * as torch from '../../index';
import { Image } from '../tv-tensors/index';
import type { Callable } from '../transforms/types';
import { checkFile } from './check-file';
import { type TransformOptions, VisionDataset, rootField, transformField } from './vision-dataset';

export interface MNISTOptions extends TransformOptions {
  /** The training set; false means the test set. @defaultValue true */
  readonly train?: boolean;
  /** Compare compressed files with the checksums of the published ones. @defaultValue true */
  readonly checkHash?: boolean;
}

const TABLE = {
  root: rootField,
  train: bool(true),
  transform: transformField,
  targetTransform: transformField,
  checkHash: bool(true),
};

/** What is known of a published data set. */
interface Published {
  /** The name of its folder. */
  readonly name: string;
  /** Where its files are. */
  readonly address: string;
  readonly images: string;
  readonly labels: string;
  /** MD5 of the compressed files. */
  readonly hashes: Readonly<Record<string, string>>;
}

/** The file of a part, plain or compressed, in the folder itself or where torchvision puts it. */
function find(folder: string, { name, address }: Published, file: string): string {
  const places = [path.join(folder, name, 'raw'), folder];
  const candidates = places.flatMap((place) => [path.join(place, file), path.join(place, `${file}.gz`)]);
  const found = candidates.find((candidate) => existsSync(candidate));
  if (found !== undefined) return found;
  throw fileError(
    `${name}: there is neither ${file} nor ${file}.gz in ${JSON.stringify(places[0])} or ${JSON.stringify(folder)}; ` +
      `get it from ${address}${address.endsWith('/') ? `${file}.gz` : ''}`,
  );
}

function load(folder: string, published: Published, file: string, dims: number, check: boolean): Tensor {
  const found = find(folder, published, file);
  const hash = published.hashes[`${file}.gz`];
  if (check && hash !== undefined && found.endsWith('.gz')) checkFile(published.name, found, hash);
  const tensor = datasets.loadIdx(found);
  if (tensor.ndim === dims && tensor.dtype === torch.uint8) return tensor;
  throw dataError(`${found}: expected bytes in ${dims} dimensions, got ${tensor.ndim} of ${tensor.dtype.name}`);
}

/** Pictures of one channel from idx files. */
abstract class IdxPictures<S, T> extends VisionDataset<S, T> {
  /** Whether this is the training set. */
  readonly train: boolean;
  /** All pictures, `[N, H, W]` of bytes. */
  readonly data: Tensor;
  /** Their labels, `[N]` of int64. */
  readonly targets: Tensor;
  abstract readonly classes: readonly string[];

  constructor(published: Published, given: { readonly root: string | URL } & Required<MNISTOptions>) {
    const folder = pathOf(published.name, given.root);
    super(folder, given);
    this.train = given.train;
    const [images, labels] = torch.scope((): [Tensor, Tensor] => [
      load(folder, published, published.images, 3, given.checkHash),
      load(folder, published, published.labels, 1, given.checkHash).to(torch.int64),
    ]);
    if (images.shape[0] !== labels.shape[0]) {
      throw dataError(
        `${published.name}: there are ${images.shape[0] ?? 0} pictures and ${labels.shape[0] ?? 0} labels`,
      );
    }
    this.data = torch.keep(images);
    this.targets = torch.keep(labels);
  }

  get length(): number {
    return this.data.shape[0] as number;
  }

  get classToIdx(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.classes.map((name, i) => [name, i]));
  }

  /** A picture `[1, H, W]` and its label. */
  get(index: number): [S, T] {
    const at = this.checkIndex(index);
    return this.transformed(new Image(this.data.index(at)), this.targets.index(at).item());
  }
}

const parts = (train: boolean) => ({
  images: `${train ? 'train' : 't10k'}-images-idx3-ubyte`,
  labels: `${train ? 'train' : 't10k'}-labels-idx1-ubyte`,
});

const hashesOf = (...md5: readonly [string, string, string, string]): Readonly<Record<string, string>> => ({
  'train-images-idx3-ubyte.gz': md5[0],
  'train-labels-idx1-ubyte.gz': md5[1],
  't10k-images-idx3-ubyte.gz': md5[2],
  't10k-labels-idx1-ubyte.gz': md5[3],
});

type Arguments = Mixed<
  [root: string | URL, train?: boolean, transform?: Callable | null, targetTransform?: Callable | null],
  MNISTOptions & {
    /** The folder of the files. */
    readonly root?: string | URL;
  }
>;

/** The handwritten digits: 60000 for training and 10000 for tests, 28 × 28.
 *
 * @throws TorchError where files are missing (it says where to get them), or are not those that were published.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.datasets.MNIST.html
 * @example
 * const digits = new vision.datasets.MNIST('mnist', { transform: new vision.transforms.ToDtype(torch.float32, true) });
 * const [image, label] = digits.get(0);
 */
export class MNIST<S = Image, T = number> extends IdxPictures<S, T> {
  readonly classes: readonly string[] = [
    ...['0 - zero', '1 - one', '2 - two', '3 - three', '4 - four', '5 - five', '6 - six', '7 - seven'],
    ...['8 - eight', '9 - nine'],
  ];

  constructor(...args: Arguments) {
    const read = readArguments('MNIST', TABLE, args);
    const hashes = hashesOf(
      'f68b3c2dcbeaaa9fbdd348bbdeb94873',
      'd53e105ee54ea40749a09fcbcd1e9432',
      '9fb629c4189551a2d022fa330f9573f3',
      'ec29112dd5afa0611ce80d1b7f02629c',
    );
    const address = 'https://ossci-datasets.s3.amazonaws.com/mnist/';
    super({ name: 'MNIST', address, hashes, ...parts(read.train) }, read);
  }
}

/**
 * Pictures of clothes in the form of MNIST.
 *
 * @throws TorchError as {@link MNIST} does.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.datasets.FashionMNIST.html
 * @example
 * const clothes = new vision.datasets.FashionMNIST('mnist', { train: false });
 */
export class FashionMNIST<S = Image, T = number> extends IdxPictures<S, T> {
  readonly classes: readonly string[] = [
    ...['T-shirt/top', 'Trouser', 'Pullover', 'Dress', 'Coat', 'Sandal', 'Shirt', 'Sneaker', 'Bag', 'Ankle boot'],
  ];

  constructor(...args: Arguments) {
    const read = readArguments('FashionMNIST', TABLE, args);
    const hashes = hashesOf(
      '8d4fb7e6c68d591d4c3dfef9ec88bf0d',
      '25c81989df183df01b3e8a0aad5dffbe',
      'bef4ecab320f06d8554ea6380940ec79',
      'bb300cfdad3c16e7a12a480ee83cd310',
    );
    const address = 'http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/';
    super({ name: 'FashionMNIST', address, hashes, ...parts(read.train) }, read);
  }
}

/**
 * Japanese characters in the form of MNIST.
 *
 * @throws TorchError as {@link MNIST} does.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.datasets.KMNIST.html
 * @example
 * const characters = new vision.datasets.KMNIST('mnist');
 */
export class KMNIST<S = Image, T = number> extends IdxPictures<S, T> {
  readonly classes: readonly string[] = ['o', 'ki', 'su', 'tsu', 'na', 'ha', 'ma', 'ya', 're', 'wo'];

  constructor(...args: Arguments) {
    const read = readArguments('KMNIST', TABLE, args);
    const hashes = hashesOf(
      'bdb82020997e1d708af4cf47b453dcf7',
      'e144d726b3acfaa3e44228e80efcd344',
      '5c965bf0a639b31b8f53240b1b52f4d7',
      '7320c461ea6c1c855c0b718fb2a4b134',
    );
    const address = 'http://codh.rois.ac.jp/kmnist/dataset/kmnist/';
    super({ name: 'KMNIST', address, hashes, ...parts(read.train) }, read);
  }
}

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const SMALL = [...'abcdefghijklmnopqrstuvwxyz'];
const DIGITS = [...'0123456789'];
/** Small letters that look like large ones. */
const MERGED = new Set('cijklmopsuvwxyz');
const apart = [...DIGITS, ...LETTERS, ...SMALL.filter((letter) => !MERGED.has(letter))];

/** The parts of EMNIST, with their classes. */
const SPLITS = {
  byclass: [...DIGITS, ...LETTERS, ...SMALL],
  bymerge: apart,
  balanced: apart,
  letters: ['N/A', ...SMALL],
  digits: DIGITS,
  mnist: DIGITS,
} as const;
export type EMNISTSplit = keyof typeof SPLITS;

const { root: ROOT, ...REST } = TABLE;
const EXTENDED = { root: ROOT, split: choice(Object.keys(SPLITS) as EMNISTSplit[]), ...REST };

/**
 * Handwritten digits and letters in the form of MNIST. Pictures lie on their side, as in the files.
 *
 * @throws TorchError as {@link MNIST} does.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.datasets.EMNIST.html
 * @example
 * const letters = new vision.datasets.EMNIST('mnist', 'letters');
 */
export class EMNIST<S = Image, T = number> extends IdxPictures<S, T> {
  readonly split: EMNISTSplit;
  readonly classes: readonly string[];

  constructor(
    ...args: Mixed<
      [
        root: string | URL,
        split: EMNISTSplit,
        train?: boolean,
        transform?: Callable | null,
        targetTransform?: Callable | null,
      ],
      MNISTOptions & {
        /** Which part of it. */
        readonly split?: EMNISTSplit;
      }
    >
  ) {
    const read = readArguments('EMNIST', EXTENDED, args);
    const prefix = `emnist-${read.split}-${read.train ? 'train' : 'test'}`;
    const files = { images: `${prefix}-images-idx3-ubyte`, labels: `${prefix}-labels-idx1-ubyte` };
    const address = 'https://biometrics.nist.gov/cs_links/EMNIST/gzip.zip (unpacked)';
    super({ name: 'EMNIST', address, hashes: {}, ...files }, read);
    this.split = read.split;
    this.classes = SPLITS[read.split];
  }
}
