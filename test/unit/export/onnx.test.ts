/** torch.onnx.export without a runtime: names, sizes, what is refused. test/interop/models-out.test.ts runs the models. */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as torch from '../../../lib/index';

const { nn } = torch;
type T = torch.Tensor;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ltn-onnx-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const x = torch.randn([4, 6]);
const file = (name: string): string => path.join(folder, name);

function model(forward: (x: T) => unknown): torch.nn.Module {
  class Model extends nn.Module {
    override forward(input: T): unknown {
      return forward(input);
    }
  }
  return new Model();
}

describe('torch.onnx.export', () => {
  it('writes names and the bytes of parameters', () => {
    const linear = new nn.Linear(6, 2);
    const names = { inputNames: ['features'], outputNames: ['scores'] };
    const program = torch.onnx.export(linear, [x], file('linear.onnx'), {
      ...names,
      dynamicAxes: { features: { 0: 'rows' }, scores: { 0: 'rows' } },
    });
    expect(program).toMatchObject(names);
    const bytes = readFileSync(file('linear.onnx'));
    for (const text of ['features', 'scores', 'rows', 'weight', 'MatMul']) expect(bytes.includes(text)).toBe(true);
    expect(bytes.includes(Buffer.from(linear.weight.detach().toTypedArray().buffer as ArrayBuffer))).toBe(true);
    expect(Buffer.from(program.toBytes()).equals(bytes)).toBe(true);
    expect(program.exportedProgram.rangeConstraints.size).toBe(1);
  });

  it('puts parameters into a file of their own', () => {
    const wide = new nn.Linear(6, 200);
    torch.onnx.export(wide, [x], file('wide.onnx'));
    expect(statSync(file('wide.onnx')).size).toBeLessThan(3000);
    const data = readFileSync(file('wide.onnx.data'));
    torch.onnx.export(wide, [x], file('one.onnx'), { externalData: false });
    expect(existsSync(file('one.onnx.data'))).toBe(false);
    expect(data.includes(Buffer.from(wide.weight.detach().toTypedArray().buffer as ArrayBuffer))).toBe(true);
  });

  it('names the operator and the line that ONNX lacks', () => {
    const net = model((a) => torch.linalg.svdvals(a));
    const run = (): unknown => torch.onnx.export(net, [x], file('none.onnx'));
    expect(run).toThrow(/no rule for aten\.linalg_svdvals\.default \(.*onnx\.test\.ts:\d+\)/);
    expect(existsSync(file('none.onnx'))).toBe(false);
    expect(() => torch.onnx.export(new nn.Dropout(), [x])).toThrow(/call model\.eval\(\) before the export/);
    const random = new nn.FractionalMaxPool2d(2, { outputSize: 2 });
    expect(() => torch.onnx.export(random, [torch.randn([1, 1, 6, 6])])).toThrow(/aten\.rand draws random numbers/);
  });

  it.each([
    [{ opsetVersion: 17 }, /opsetVersion has to be from 18 to 23, got 17/],
    [{ inputNames: ['a', 'b'] }, /inputNames has 2 names, and the model takes 1 tensors/],
    [{ inputNames: ['a'], outputNames: ['a'] }, /two inputs or outputs are called 'a'/],
    [{ outputName: ['a'] }, /did you mean 'outputNames'/],
    [{ dynamicAxes: { input: ['batch'] } }, /dynamicAxes of input has to be \{ axis: name \}/],
    [{ dynamicAxes: {}, dynamicShapes: [null] }, /not both/],
  ])('%j is an error', (options, text) => {
    expect(() => torch.onnx.export(new nn.Linear(6, 2), [x], null, options as never)).toThrow(text);
  });

  it('takes programs', () => {
    const program = torch.export.export(new nn.Linear(6, 2), [x]);
    expect(torch.onnx.export(program).inputNames).toEqual(['input']);
    expect(() => torch.onnx.export(program, null, null, { dynamicAxes: {} })).toThrow(/fixed already/);
    expect(() => torch.onnx.export(new nn.Linear(6, 2))).toThrow(/example inputs, is missing/);
  });
});
