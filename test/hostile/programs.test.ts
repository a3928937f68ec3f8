/** Files of torch.export that lie: each is refused in a sentence with the file and the place, and none ends the process. */
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as torch from '../../lib/index';
import type { Tensor } from '../../lib/index';
import type { ProgramParts } from '../../lib/export/program-parts';
import type { Argument } from '../../lib/export/schema/graph';
import { call, graphOf, int, linear, programOf, tensor, writeProgram } from '../support/programs';
import { mutate } from './program-mutations';

let folder: string;
beforeAll(() => (folder = fs.mkdtempSync(join(tmpdir(), 'ltn-programs-'))));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

let count = 0;
const fresh = (): string => join(folder, `${count++}.pt2`);
const MODEL = 'models/model.json';
const WEIGHTS = 'data/weights/model_weights_config.json';

/** What loading a file and calling its module once says. */
function saidOf(file: string, x: unknown = torch.ones([4, 3])): string {
  try {
    const output = torch.export.load(file).module().forward(x);
    return `ran: ${String(output).slice(0, 80)}`;
  } catch (error) {
    expect(error).toBeInstanceOf(Error);
    return (error as Error).message;
  }
}

const changed = (change: Parameters<typeof writeProgram>[2]): string => writeProgram(fresh(), linear(), change);
const replaced = (from: string | RegExp, to: string) => (text: string) => {
  const out = text.replace(from, to);
  expect(out).not.toBe(text);
  return out;
};
const inFile = (parts: ProgramParts): string => saidOf(writeProgram(fresh(), parts));
const withNode = (node: ReturnType<typeof call>, result: Argument = tensor('y')): ProgramParts =>
  programOf([node], result, torch.ones([4, 3]));

it('runs where nothing is wrong', () => {
  const output = torch.export
    .load(changed({}))
    .module()
    .forward(torch.ones([4, 3])) as Tensor;
  expect(output.tolist()).toEqual([[3, 4], [3, 4], [3, 4], [3, 4]]); // prettier-ignore
});

it('reads a newer minor version, which only adds to what there is', () => {
  const newer = replaced(/"minor": \d+\}/, '"minor": 99, "patch": 1}');
  expect(saidOf(changed({ [MODEL]: newer }))).toMatch(/^ran: /);
});

describe('files', () => {
  const bytes = (text: string): string => {
    const file = fresh();
    fs.writeFileSync(file, text);
    return file;
  };

  it.each([
    ['an empty file', () => bytes(''), /this is not a program that torch.export.save wrote/],
    ['a text', () => bytes('version https://git-lfs.github.com/spec/v1\n'), /it is not a zip file/],
    [
      'a cut file',
      () => {
        const whole = fs.readFileSync(changed({}));
        const file = fresh();
        fs.writeFileSync(file, whole.subarray(0, whole.length / 2));
        return file;
      },
      /is not a program.*directory/s,
    ],
    [
      'a file of 4 GB that is no zip',
      () => {
        const file = fresh();
        fs.closeSync(fs.openSync(file, 'w'));
        fs.truncateSync(file, 4 * 2 ** 30);
        return file;
      },
      /it is not a zip file/,
    ],
    [
      'a checkpoint',
      () => {
        const file = fresh();
        torch.save({ a: torch.ones([1]) }, file);
        return file;
      },
      /a checkpoint: use torch.load/,
    ],
    ['another archive version', () => changed({ archive_version: Buffer.from('7') }), /its archive has version 7/],
    [
      'a newer schema of another form',
      () => changed({ [MODEL]: () => '{"schema_version": {"major": 9, "minor": 0}, "graph_module": [{}]}' }),
      /its schema has version 9.0, and this library reads 8; export the model again/,
    ],
    [
      'a newer schema of the same form',
      () => changed({ [MODEL]: replaced(/"schema_version": \{"major": 8/, '"schema_version": {"major": 9') }),
      /its schema has version 9\.\d+, and this library reads 8; export the model again with torch 2\.13/,
    ],
    ['no program', () => changed({ [MODEL]: null }), /it has no program/],
    ['no weights', () => changed({ 'data/weights/weight_0': null }), /'weight' has no bytes: data\/weights\/weight_0/],
    ['no table of weights', () => changed({ [WEIGHTS]: null }), /the archive has no data\/weights\/model_weights/],
    ['no JSON', () => changed({ [MODEL]: () => '{"graph_module": ' }), /models\/model.json: it is not JSON/],
    ['JSON that is too deep', () => changed({ [MODEL]: () => '['.repeat(1e6) }), /models\/model.json/],
    [
      'weights of another size',
      () => changed({ [WEIGHTS]: replaced('"as_int": 2}', '"as_int": 3}') }),
      /'weight' is \[3, 3\] of float32, and its record has 24 bytes/,
    ],
    [
      'a size beyond 2^53',
      () => changed({ [WEIGHTS]: replaced('"as_int": 2}', '"as_int": 9223372036854775807}') }),
      /'weight' has a size or stride that is not a number/,
    ],
    [
      'a negative stride',
      () => changed({ [WEIGHTS]: replaced('"strides": [{"as_int": 3}', '"strides": [{"as_int": -3}') }),
      /'weight' has a size or stride that is not a number/,
    ],
    [
      'a weight that leads out of the archive',
      () => changed({ [WEIGHTS]: replaced('weight_0', '../../../etc/passwd') }),
      /'weight' has no bytes/,
    ],
    ['a pickle', () => changed({ [WEIGHTS]: replaced('"use_pickle": false', '"use_pickle": true') }), /in a pickle/],
    ['a device', () => changed({ [WEIGHTS]: replaced('"cpu"', '"/dev/x"') }), /lies on the device/],
    [
      'a missing weight',
      () => changed({ [MODEL]: replaced('"parameter_name": "bias"', '"parameter_name": "no"') }),
      /the parameter 'no' is missing/,
    ],
    [
      'an unknown argument',
      () => changed({ [MODEL]: replaced('"as_tensor"', '"as_thought"') }),
      /an argument is of the kind "as_thought", which this library does not know/,
    ],
  ])('%s', (_, make, expected) => {
    const file = make();
    const said = saidOf(file);
    expect(said).toMatch(expected);
    expect(said).toContain(JSON.stringify(file));
  });
});

describe('graphs', () => {
  const x = { self: tensor('x') };
  it.each([
    [
      'a value that nobody makes',
      withNode(call('torch.ops.aten.sin.default', { self: tensor('z') }, [tensor('y')])),
      /'y'.*the value 'z' is used before any node has made it/,
    ],
    [
      'a circle',
      withNode(call('torch.ops.aten.sin.default', { self: tensor('y') }, [tensor('y')])),
      /the value 'y' is used before/,
    ],
    [
      'a value that is made twice',
      withNode(call('torch.ops.aten.sin.default', x, [tensor('x')])),
      /the value 'x' is made twice/,
    ],
    [
      'an operator that there is not',
      withNode(call('torch.ops.aten.nothing.default', x, [tensor('y')])),
      /this libtorch has no operator torch.ops.aten.nothing.default; export the model again/,
    ],
    [
      'an operator of a library',
      withNode(call('torch.ops.mine.nothing.default', x, [tensor('y')])),
      /load the library that has it with torch.ops.loadLibrary/,
    ],
    [
      'code of Python',
      withNode(call('os.system', { a: { type: 'as_string', value: 'true' } }, [])),
      /os.system is not an operator/,
    ],
    [
      'a function of Node',
      withNode(call('torch.ops.aten.constructor.constructor', x, [tensor('y')])),
      /has no operator/,
    ],
    [
      'an operator that opens files',
      withNode(
        call('torch.ops.aten.from_file.default', { filename: { type: 'as_string', value: '/etc/passwd' } }, [
          tensor('y'),
        ]),
      ),
      /it opens files/,
    ],
    [
      'an operator of the runtime',
      withNode(call('torch.ops.inductor._reinterpret_tensor.default', x, [tensor('y')])),
      /belongs to libtorch's runtime/,
    ],
    [
      'an argument that is unknown',
      withNode(call('torch.ops.aten.sin.default', { ...x, other: int(1) }, [tensor('y')])),
      /has no argument 'other'/,
    ],
    [
      'an argument of another type',
      withNode(call('torch.ops.aten.sum.dim_IntList', { ...x, dim: { type: 'as_string', value: 'a' } }, [tensor('y')])),
      /node 'y': argument 'dim' must be an int, got String/,
    ],
    [
      'an argument that is missing',
      withNode(call('torch.ops.aten.matmul.default', x, [tensor('y')])),
      /node 'y': argument 'other' is missing/,
    ],
    [
      'more results than there are',
      withNode(call('torch.ops.aten.sin.default', x, [tensor('y'), tensor('z')])),
      /it has 2 results, and the operator gives 1/,
    ],
    [
      'a list where there is a tensor',
      withNode(call('torch.ops.aten.sin.default', x, [{ type: 'as_tensors', value: [{ name: 'y' }] }])),
      /expects a list as a result/,
    ],
    [
      'a list of another length',
      withNode(call('torch.ops.aten.unbind.int', x, [{ type: 'as_tensors', value: [{ name: 'y' }] }])),
      /expects a list of 1 results, got 4/,
    ],
    [
      'a higher-order operator that there is not',
      withNode(call('torch.ops.higher_order.run', {}, [tensor('y')])),
      /no higher-order operator run/,
    ],
    [
      'a graph that is missing',
      withNode(call('torch.ops.higher_order.cond', { a: tensor('x') }, [tensor('y')])),
      /argument|expects|misses/,
    ],
    [
      'a kernel that trusts its arguments',
      withNode(call('torch.ops.aten.gather.default', { ...x, dim: int(1), index: tensor('x') }, [tensor('y')])),
      /gather/,
    ],
    ['a result that is not there', programOf([], tensor('y'), torch.ones([4, 3])), /the value 'y' is used before/],
  ])('%s', (_, parts, expected) => {
    expect(inFile(parts as ProgramParts)).toMatch(expected as RegExp);
  });

  it('a tensor where a number is expected, decided at run time', () => {
    const add = call('_operator.add', { a: tensor('x'), b: int(1) }, [
      { type: 'as_sym_int', value: { type: 'as_name', value: 'y' } },
    ]);
    expect(inFile(withNode(add, { type: 'as_sym_int', value: { type: 'as_name', value: 'y' } }))).toMatch(
      /takes integers, got Tensor/,
    );
  });

  it('a number where a tensor is promised', () => {
    const size = call('torch.ops.aten.sym_size.int', { self: tensor('x'), dim: int(0) }, [tensor('y')]);
    expect(inFile(withNode(size))).toBe('ran: 4');
    const sin = call('torch.ops.aten.mm.default', { self: tensor('y'), mat2: tensor('x') }, [tensor('z')]);
    expect(inFile(programOf([size, sin], tensor('z'), torch.ones([4, 3])))).toMatch(/mm/);
  });

  it('an LSTM with a state that is too short, which ends Python', () => {
    const state = { w0: torch.ones([8, 3]), w1: torch.ones([8, 2]), h: torch.ones([1, 1, 1]) };
    const lstm = call(
      'torch.ops.aten.lstm.input',
      {
        input: tensor('x'),
        hx: { type: 'as_tensors', value: [{ name: 'p_h' }, { name: 'p_h' }] },
        params: { type: 'as_tensors', value: [{ name: 'p_w0' }, { name: 'p_w1' }] },
        has_biases: { type: 'as_bool', value: false },
        num_layers: int(1),
        dropout: { type: 'as_float', value: 0 },
        train: { type: 'as_bool', value: false },
        bidirectional: { type: 'as_bool', value: false },
        batch_first: { type: 'as_bool', value: false },
      },
      [tensor('y'), tensor('h'), tensor('c')],
    );
    const file = writeProgram(fresh(), programOf([lstm], tensor('y'), torch.ones([5, 4, 3]), state));
    expect(saidOf(file, torch.ones([5, 4, 3]))).toMatch(/lstm.*(hidden|size|shape)/is);
  });

  it('arithmetic that leaves 64 bits or divides by zero', () => {
    const run = (target: string, a: number | bigint, b: number | bigint): string => {
      const result: Argument = { type: 'as_sym_int', value: { type: 'as_name', value: 'y' } };
      return inFile(withNode(call(`_operator.${target}`, { a: int(a), b: int(b) }, [result]), result));
    };
    const [most, least] = [2n ** 63n - 1n, -(2n ** 63n)];
    expect(run('add', most, 1)).toMatch(/does not fit into 64 bits/);
    expect(run('sub', least, 1)).toMatch(/does not fit into 64 bits/);
    expect(run('mul', most, 2)).toMatch(/does not fit into 64 bits/);
    expect(run('pow', 10, 19)).toMatch(/does not fit into 64 bits/);
    expect(run('lshift', 1, 63)).toMatch(/does not fit into 64 bits/);
    expect(run('floordiv', least, -1)).toMatch(/does not fit into 64 bits/);
    expect(run('floordiv', 1, 0)).toMatch(/division by zero/);
    expect(run('mod', 1, 0)).toMatch(/division by zero/);
    expect(run('truediv', 1, 0)).toMatch(/division by zero/);
    expect(['floordiv', 'mod'].map((name) => run(name, -7, 2))).toEqual(['ran: -4', 'ran: 1']);
    expect(['floordiv', 'mod'].map((name) => run(name, 7, -2))).toEqual(['ran: -4', 'ran: -1']);
    expect(run('pow', 3, 4)).toBe('ran: 81');
    expect(run('truediv', 7, 2)).toBe('ran: 3.5');
  });

  it('a function of two numbers that gets one, which is no integer', () => {
    const targets = ['add', 'sub', 'mul', 'floordiv', 'mod', 'truediv', 'pow', 'eq', 'lt'].map(
      (name) => `_operator.${name}`,
    );
    for (const target of [...targets, 'torch.sym_max', 'torch.sym_min']) {
      for (const one of [{ type: 'as_float', value: 1.5 } as const, tensor('x')]) {
        const result: Argument = { type: 'as_sym_int', value: { type: 'as_name', value: 'y' } };
        expect(inFile(withNode(call(target, { a: one }, [result]), result))).toMatch(/misses an argument/);
      }
    }
  });

  const region = (nodes: readonly ReturnType<typeof call>[], inputs: readonly string[]): Argument => ({
    type: 'as_graph',
    value: { name: 'inner', graph: graphOf(nodes, inputs, [tensor('t')]) },
  });

  it('a region that casts to a dtype that there is not', () => {
    const product = call('torch.ops.aten.matmul.default', { self: tensor('i'), other: tensor('i') }, [tensor('t')]);
    const [on, device]: Argument[] = [
      { type: 'as_bool', value: true },
      { type: 'as_string', value: 'cpu' },
    ];
    const cast = (dtype: Argument): string =>
      inFile(
        withNode(
          call(
            'torch.ops.higher_order.wrap_with_autocast',
            {
              a: device as Argument,
              b: dtype,
              c: on as Argument,
              d: on as Argument,
              e: region([product], ['i']),
              f: tensor('x'),
            },
            [tensor('y')],
          ),
        ),
      );
    for (const code of [-1, 46, 255, 9999, 2n ** 62n]) expect(cast(int(code))).toMatch(/expects a dtype/);
    expect(cast(tensor('x'))).toMatch(/expects a dtype/);
  });

  it('steps that give nothing, or go along what has no steps', () => {
    const input = torch.ones([2, 1, 1, 1]);
    const along = (node: ReturnType<typeof call>, xs: Argument): string => {
      const map = call('torch.ops.higher_order.map_impl', { a: region([node], ['r']), b: xs }, [tensor('y')]);
      return saidOf(writeProgram(fresh(), programOf([map], tensor('y'), input)), input);
    };
    const none: Argument = { type: 'as_none', value: true };
    const list = (value: number): Argument => ({ type: 'as_ints', value: [value] });
    // A gradient that is not asked for is no tensor.
    const mask: Argument = { type: 'as_bools', value: [false, false, false] };
    const transposed: Argument = { type: 'as_bool', value: false };
    const r = tensor('r');
    const given = { grad_output: r, input: r, weight: r, bias_sizes: none, stride: list(1), padding: list(0) };
    const gradients = call(
      'torch.ops.aten.convolution_backward.default',
      { ...given, dilation: list(1), transposed, output_padding: list(0), groups: int(1), output_mask: mask },
      [tensor('t'), tensor('u'), tensor('v')],
    );
    expect(along(gradients, tensor('x'))).toMatch(/expects tensors, got none/);
    const sine = call('torch.ops.aten.sin.default', { self: r }, [tensor('t')]);
    expect(along(sine, tensor('x'))).toMatch(/^ran: /);
    expect(along(sine, int(3))).toMatch(/goes along the first dimension of tensors, got Int/);
    expect(along(sine, none)).toMatch(/goes along the first dimension of tensors, got None/);
  });

  it('graphs within graphs without an end', () => {
    let inner = graphOf([], ['x'], [tensor('x')]);
    for (let i = 0; i < 60; i++) {
      const graph: Argument = { type: 'as_graph', value: { name: 'g', graph: inner } };
      inner = graphOf(
        [call('torch.ops.higher_order.wrap', { a: graph, b: tensor('x') }, [tensor('y')])],
        ['x'],
        [tensor('y')],
      );
    }
    const parts = withNode(
      call(
        'torch.ops.higher_order.wrap',
        { a: { type: 'as_graph', value: { name: 'g', graph: inner } }, b: tensor('x') },
        [tensor('y')],
      ),
    );
    expect(inFile(parts)).toMatch(/nested too deeply/);
  });
});

it('names that JavaScript has taken are names like others', () => {
  const names = ['__proto__', 'constructor', 'forward', 'state', 'hasOwnProperty', 'train.parameters'];
  const parts = programOf(
    [call('torch.ops.aten.sin.default', { self: tensor('x') }, [tensor('y')])],
    tensor('y'),
    torch.ones([2]),
    Object.fromEntries(names.map((name, i) => [name, torch.full([1], i + 0.5)])) as Record<string, Tensor>,
  );
  const file = writeProgram(fresh(), parts);
  const program = torch.export.load(file);
  const module = program.module();
  const expected = names.filter((name) => name !== '__proto__');
  expect(
    module
      .namedParameters()
      .map(([name]) => name)
      .filter((name) => name !== '__proto__'),
  ).toEqual(expected);
  expect(Object.getPrototypeOf(program.stateDict)).toBe(Object.prototype);
  expect((module.forward(torch.zeros([2])) as Tensor).tolist()).toEqual([0, 0]);
});

it('no change of a byte ends the process', () => {
  const said = new Set<string>();
  const base = fs.readFileSync(changed({}));
  for (let seed = 0; seed < 400; seed++) {
    const file = fresh();
    fs.writeFileSync(file, mutate(base, seed));
    said.add(saidOf(file).slice(0, 12));
    fs.rmSync(file);
  }
  expect(said.size).toBeGreaterThan(2);
});
