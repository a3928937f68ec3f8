/** The arguments of DistributedDataParallel and what belongs to it, beside Python's. */
import { camelCase } from '../../../lib/arguments/names';
import { DDP, JOIN } from '../../../lib/nn/parallel/ddp-options';
import { runPython } from '../../support/python';

const SCRIPT = `
import inspect
from torch.nn.parallel import DistributedDataParallel as D
from torch.distributed.algorithms import Join
def names(f): return [[p.name, None if p.default is inspect._empty else p.default] for p in inspect.signature(f).parameters.values() if p.name not in ("self", "kwargs")]
output = {"ddp": names(D.__init__), "join": names(D.join)}
`;

type Named = readonly (readonly [name: string, fallback: unknown])[];

test('names, order and defaults are those of Python', () => {
  const { ddp, join } = runPython<{ readonly ddp: Named; readonly join: Named }>(SCRIPT);
  const ours = (table: Readonly<Record<string, { readonly fallback: unknown }>>): Named =>
    Object.entries(table).map(([name, { fallback }]) => [name, fallback ?? null]);
  const camel = (named: Named): Named => named.map(([name, fallback]) => [camelCase(name), fallback]);
  expect(ours(DDP)).toEqual(camel(ddp));
  expect(ours(JOIN)).toEqual(camel(join));
});
