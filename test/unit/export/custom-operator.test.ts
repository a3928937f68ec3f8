/** Programs that call operators of a library: they run where it is loaded. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as torch from '../../../lib/index';

const { nn } = torch;
type T = torch.Tensor;

let folder: string;
beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), 'ltn-operator-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('calls an operator of a library, and names the one that is not loaded', () => {
  const file = path.join(folder, 'model.pt2');
  const x = torch.randn([2, 3]);
  const library = new torch.library.Library('exported', 'FRAGMENT');
  let wanted: T;
  try {
    library.define('scaled(Tensor x, float by=2) -> Tensor');
    library.impl('scaled', (a: T, by: number) => a.mul(by), 'CompositeExplicitAutograd');
    class Scaling extends nn.Module {
      override forward(input: T): T {
        const { scaled } = torch.ops.exported as unknown as { scaled(x: T, by?: number): T };
        return scaled(input, 3).add(scaled(input));
      }
    }
    const program = torch.export.export(new Scaling(), [x]);
    const targets = program.graph.nodes.map(({ target }) => target);
    expect(targets.filter((target) => target === 'torch.ops.exported.scaled.default').length).toBe(2);
    torch.export.save(program, file);
    wanted = new Scaling().forward(x);
    expect((torch.export.load(file).module().forward(x) as T).equal(wanted)).toBe(true);
    expect(wanted.equal(x.mul(3).add(x.mul(2)))).toBe(true);
  } finally {
    library.destroy();
  }
  expect(() => torch.export.load(file).module()).toThrow(
    /node 'scaled'.*: this libtorch has no operator torch\.ops\.exported\.scaled\.default; load the library that has it/,
  );
});
