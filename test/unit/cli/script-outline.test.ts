/** `inspect` of TorchScript: methods and what they take, by the text of the code. */
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as torch from '../../../lib/index';
import { outlineAny } from '../../../lib/cli/formats';
import { Note } from '../../../lib/serialization/outline';
import { runPython } from '../../support/python';

const { nn } = torch;

let folder: string;
beforeAll(() => (folder = fs.mkdtempSync(join(tmpdir(), 'ltn-script-'))));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

async function methodsOf(file: string): Promise<[string, string][]> {
  const { values } = await outlineAny(file);
  return Object.entries(values as Record<string, unknown>).flatMap(([name, value]) =>
    value instanceof Note && name.endsWith('()') ? [[name, value.text] as [string, string]] : [],
  );
}

it('lists the forward of what was traced here', async () => {
  const file = join(folder, 'traced.pt');
  torch.jit.save(torch.jit.trace(new nn.Sequential(new nn.Linear(3, 2), new nn.ReLU()), torch.ones([4, 3])), file);
  const methods = await methodsOf(file);
  expect(methods).toEqual([['forward()', expect.stringMatching(/^\(\w+: Tensor\) -> Tensor$/) as string]]);
});

it("lists every method of what Python's script compiled, and not those of its parts", async () => {
  const file = join(folder, 'scripted.pt');
  runPython(
    `
import sys, tempfile, os, importlib.util
source = '''
import torch
from typing import Dict, List, Optional, Tuple
class Part(torch.nn.Module):
    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x + 1
class Net(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.part = Part()
        self.scale = 2.0
    def forward(self, x: torch.Tensor, names: Dict[str, int], last: Optional[torch.Tensor] = None) -> Tuple[torch.Tensor, List[str]]:
        return self.part(x) * self.scale, list(names.keys())
    @torch.jit.export
    def count(self, n: int) -> int:
        return n + 1
'''
path = os.path.join(tempfile.mkdtemp(), 'made.py')
open(path, 'w').write(source)
spec = importlib.util.spec_from_file_location('made', path)
made = importlib.util.module_from_spec(spec)
sys.modules['made'] = made
spec.loader.exec_module(made)
import warnings
warnings.simplefilter('ignore')
torch.jit.save(torch.jit.script(made.Net()), input)
output = None
`,
    file,
  );
  const methods = Object.fromEntries(await methodsOf(file));
  expect(methods).toEqual({
    'forward()': expect.stringMatching(
      /^\(x: Tensor, names: Dict\[str, int\], last: Optional\[Tensor\](=None)?\) -> Tuple\[Tensor, List\[str\]\]$/,
    ) as string,
    'count()': '(n: int) -> int',
  });
});
