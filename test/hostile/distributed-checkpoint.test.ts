import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as torch from '../../lib/index';
import { pickleMetadata } from '../../lib/distributed/checkpoint/metadata-pickle';

/** Folders that are damaged, or made to do harm: each is an error that says what is wrong, and nothing else happens. */

const dcp = torch.distributed.checkpoint;
const { ChunkStorageMetadata, MetadataIndex, TensorProperties, TensorStorageMetadata } = dcp;

let folder: string;
let good: torch.distributed.checkpoint.Metadata;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dcp-hostile-'));
  good = dcp.save({ w: torch.arange(6, { dtype: torch.float32 }), n: 5 }, { checkpointId: folder, noDist: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const metadataFile = (): string => join(folder, '.metadata');

/** What reading the folder says. */
function readError(state: Record<string, unknown> = { w: torch.zeros([6]), n: 0 }): Error & { code?: string } {
  try {
    dcp.load(state, { checkpointId: folder, noDist: true });
  } catch (error) {
    return error as Error;
  }
  throw new Error('it was read');
}

/** Replaces where `w` is said to lie. */
function place(info: Partial<torch.distributed.checkpoint.StorageInfo>): void {
  const storageData = new Map([...(good.storageData ?? [])]);
  const key = new MetadataIndex('w', [0]).key;
  const entry = storageData.get(key);
  if (!entry) throw new Error('w is not there');
  storageData.set(key, { index: entry.index, info: { ...entry.info, ...info } });
  writeFileSync(metadataFile(), pickleMetadata(good.with({ storageData })));
}

const text = (value: string): Buffer => {
  const bytes = Buffer.from(value);
  const head = Buffer.alloc(5);
  head.write('X');
  head.writeUInt32LE(bytes.length, 1);
  return Buffer.concat([head, bytes]);
};
const global = (module: string, name: string): Buffer => Buffer.from(`c${module}\n${name}\n`);
const METADATA = 'torch.distributed.checkpoint.metadata';

/** `.metadata` with one attribute: a value of pickle opcodes. */
function write(attribute: string, ...value: readonly (Buffer | string)[]): void {
  const parts = [
    Buffer.from([0x80, 2]),
    global(METADATA, 'Metadata'),
    Buffer.from([0x29, 0x81, 0x7d]),
    text('state_dict_metadata'),
    Buffer.from('}s'),
    text(attribute),
    ...value.map((part) => Buffer.from(part)),
    Buffer.from('sb.'),
  ];
  writeFileSync(metadataFile(), Buffer.concat(parts));
}

describe('files', () => {
  it('that are missing, cut off or replaced', () => {
    truncateSync(join(folder, '__0_0.distcp'), 900);
    expect(readError().message).toMatch(/__0_0\.distcp".*goes beyond the end of the file, which has 900/s);
    writeFileSync(join(folder, '__0_0.distcp'), Buffer.alloc(5000));
    expect(readError().code).toBe('ERR_TORCH_SERIALIZATION');
    rmSync(join(folder, '__0_0.distcp'));
    expect(readError()).toMatchObject({ code: 'ERR_TORCH_FILE' });
    expect(readError().message).toContain('there is no such file');
    mkdirSync(join(folder, '__0_0.distcp'));
    expect(readError().message).toContain('is a folder, not a regular file');
  });

  it('are never looked for outside of the folder', () => {
    const paths = ['../x', '/etc/passwd', 'a/../../x', '..', '', 'a//b', 'C:\\x', '..\\x', 'a\0b'];
    for (const relativePath of paths) {
      place({ relativePath });
      expect(readError().message).toContain('names a file outside of its folder');
    }
  });

  it('whose entries lie elsewhere, are too short, or were transformed', () => {
    place({ offset: 2 ** 52 });
    expect(readError().message).toContain('goes beyond the end of the file');
    place({ length: 5 });
    expect(readError().message).toContain('w needs 24 bytes, its entry in __0_0.distcp has 5');
    place({ offset: 7 });
    expect(readError().code).toBe('ERR_TORCH_SERIALIZATION');
    const n = good.storageData?.get(new MetadataIndex('n').key)?.info;
    place({ ...n });
    expect(readError().message).toContain('w should be a tensor, and is not');
  });

  it('that have another shape than they should', () => {
    const entry = new TensorStorageMetadata(
      new TensorProperties(torch.float32),
      [3, 2],
      [new ChunkStorageMetadata([0, 0], [3, 2])],
    );
    const info = good.storageData?.get(new MetadataIndex('w', [0]).key)
      ?.info as torch.distributed.checkpoint.StorageInfo;
    const index = new MetadataIndex('w', [0, 0]);
    const metadata = good.with({
      stateDictMetadata: new Map([['w', entry]]),
      storageData: new Map([[index.key, { index, info }]]),
    });
    writeFileSync(metadataFile(), pickleMetadata(metadata));
    expect(readError({ w: torch.zeros([3, 2]) }).message).toContain('w has the shape [6], of which the piece [3, 2]');
  });

  it('do not make more memory than they fill', () => {
    const size = [2 ** 40];
    const entry = new TensorStorageMetadata(new TensorProperties(torch.float32), size, [
      new ChunkStorageMetadata([0], size),
    ]);
    place({ length: 2 ** 43 });
    const storageData = new Map([...(good.storageData ?? [])]);
    const key = new MetadataIndex('w', [0]).key;
    const { index, info } = storageData.get(key) as { index: torch.distributed.checkpoint.MetadataIndex; info: never };
    storageData.set(key, { index, info: { ...(info as object), length: 2 ** 43 } as never });
    writeFileSync(
      metadataFile(),
      pickleMetadata(good.with({ stateDictMetadata: new Map([['w', entry]]), storageData })),
    );
    expect(() => dcp.dcpToTorchSave(folder, join(folder, 'x.pt'))).toThrow(
      /is cut off: it has \d+ bytes, \d+ are needed/,
    );
  });
});

describe('.metadata', () => {
  it('that is missing, empty, cut off, a folder, or a link in a circle', () => {
    const bytes = readFileSync(metadataFile());
    for (const length of [0, 1, 2, 50, bytes.length - 1]) {
      writeFileSync(metadataFile(), bytes.subarray(0, length));
      expect(readError().code).toBe('ERR_TORCH_SERIALIZATION');
    }
    rmSync(metadataFile());
    expect(readError()).toMatchObject({ code: 'ERR_TORCH_FILE' });
    symlinkSync('.metadata', metadataFile());
    expect(readError()).toMatchObject({ code: 'ERR_TORCH_FILE' });
    rmSync(metadataFile());
    mkdirSync(metadataFile());
    expect(readError().message).toContain('is a folder');
  });

  it('that names what is not of the format', () => {
    const foreign = [
      ['os', 'system'],
      ['builtins', 'eval'],
      ['torch._utils', '_rebuild_tensor_v2'],
      ['collections', 'OrderedDict'],
      ['torch.distributed.checkpoint.metadata', 'os.system'],
      ['torch', 'FloatStorage'],
      ['numpy', 'dtype'],
      ['copyreg', '_reconstructor'],
    ] as const;
    for (const [module, name] of foreign) {
      write('planner_data', global(module, name), text('echo'), Buffer.from([0x85]), 'R');
      expect(readError().message).toContain('which is not on the list of names of a distributed checkpoint');
    }
  });

  it('that holds itself', () => {
    const itself = [Buffer.from('}'), Buffer.from([0x71, 200]), text('a'), Buffer.from([0x68, 200]), 's'];
    for (const attribute of ['state_dict_metadata', 'planner_data', 'storage_data', 'version']) {
      write(attribute, ...itself);
      expect(readError().code).toBe('ERR_TORCH_SERIALIZATION');
    }
    write('planner_data', '}', text('w'), ']', Buffer.from([0x71, 200]), Buffer.from([0x68, 200]), 'as');
    expect(readError().message).toContain('should be a count, got');
  });

  it('whose values are of another kind', () => {
    const wrong = ['N', 'K\x05', ']', ')', '}', '(K\x01t', 'X\x01\0\0\0a', global(METADATA, 'BytesStorageMetadata')];
    for (const attribute of ['state_dict_metadata', 'planner_data', 'storage_data', 'storage_meta', 'version']) {
      for (const value of wrong) {
        write(attribute, value);
        const error = readError();
        expect(error).toBeInstanceOf(dcp.CheckpointException);
        expect(error.message).not.toMatch(/Cannot read|undefined/);
      }
    }
  });

  it('that refers to something outside, or to a prototype', () => {
    write('planner_data', text('x'), 'Q');
    expect(readError().message).toContain('refers to something outside of it');
    const plannerData = new Map([['w', ['__proto__', 'polluted']]]);
    writeFileSync(metadataFile(), pickleMetadata(good.with({ plannerData })));
    expect(() => dcp.dcpToTorchSave(folder, join(folder, 'x.pt'))).toThrow('Missing key');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('whose paths lead through each other or make endless lists', () => {
    const paths = [
      [['a'], ['a', 'b']],
      [
        ['a', 'b'],
        ['a', 0],
      ],
      [['a', 3_000_000_000], ['b']],
    ] as const;
    for (const [w, n] of paths) {
      const plannerData = new Map<string, readonly (string | number)[]>([
        ['w', w],
        ['n', n],
      ]);
      writeFileSync(metadataFile(), pickleMetadata(good.with({ plannerData })));
      expect(() => dcp.dcpToTorchSave(folder, join(folder, 'x.pt'))).toThrow(torch.TorchError);
    }
  });

  it('with any byte changed is read or refused, and nothing else', () => {
    const bytes = readFileSync(metadataFile());
    const outcomes = { read: 0, refused: 0 };
    for (let i = 0; i < 600; i++) {
      const damaged = Buffer.from(bytes);
      damaged[(i * 7919) % bytes.length] = (i * 104_729) % 256;
      writeFileSync(metadataFile(), damaged);
      try {
        dcp.load({ w: torch.zeros([6]), n: 0 }, { checkpointId: folder, noDist: true });
        outcomes.read++;
      } catch (error) {
        expect(error).toBeInstanceOf(dcp.CheckpointException);
        expect((error as Error).message).not.toMatch(/Cannot read|undefined/);
        outcomes.refused++;
      }
    }
    expect(outcomes.refused).toBeGreaterThan(100);
  });
});
