/** Rewrites libtorch's messages, which use the words of Python and C++, in those of this package. */
import { camelCase, closest } from '../arguments/names';

/** The parts of a message that name places in libtorch's sources, which do not help here. */
const SOURCE_PLACES: readonly RegExp[] = [
  /\n?Exception raised from [\s\S]*$/,
  /^frame #\d+:.*$\n?/gm,
  // The table of kernels behind "Could not run 'aten::…'".
  /^\w+: (?:registered|fallthrough registered) at .*$\n?/gm,
  /\[enforce fail at [^\]]*\] ?/g,
  /\s*\(Triggered internally at [^)]*\)/g,
  /,? at "?[\w./+\\-]+\.(?:cpp|cc|cxx|cu|cuh|h|hpp)"?:\d+/g,
  /\(anonymous namespace\)::|<unnamed>::/g,
  /\b(?:at|c10|torch|caffe2|std)::(?:[a-z]\w*::)*(?=[A-Za-z_])/g,
];

const VALUES: Readonly<Record<string, string>> = { True: 'true', False: 'false', None: 'null' };

/** Dtypes keep their underscores. */
const DTYPE = /^(?:float8_|float4_|quint)/;

function camelPath(path: string): string {
  return path
    .split('.')
    .map((part) => (DTYPE.test(part) ? part : camelCase(part)))
    .join('.');
}

/** Options that libtorch names in messages of operators that do not have them. */
const OPTIONS =
  /\b(?:requires_grad|retain_graph|create_graph|allow_unused|grad_outputs|grad_fn|weights_only|return_complex|check_invariants)\b/g;

/** Python's `retain_graph=True`, `torch.no_grad()`, `.is_leaf` as they are written here. */
function inJavaScript(message: string): string {
  return message
    .replace(/\bwith torch\.(\w+)\(\):?/g, (_, name: string) => `torch.${camelCase(name)}(() => …)`)
    .replace(/\[(CPU|CUDA)(\w+)Type (?=\[)/g, (_, device: string, type: string) => {
      return `[torch.${device === 'CUDA' ? 'cuda.' : ''}${type}Tensor `;
    })
    .replace(/\b([a-z]\w*) ?= ?(True|False|None)\b/g, (_, name: string, value: string) => {
      return `${camelCase(name)}: ${VALUES[value]}`;
    })
    .replace(/\btorch((?:\.[A-Za-z_]\w*)+)/g, (_, path: string) => `torch${camelPath(path)}`)
    .replace(/(?<=[\w)])\.[a-z]\w*_\w*(?=\()/g, (method) => camelPath(method))
    .replace(OPTIONS, camelCase);
}

/** The types of devices, as libtorch lists them in its message about a text that names none. */
const DEVICE_TYPES = /^Expected one of ([\w, ]+) device type at start of device string: ([^:\s]+)/m;

/** Adds to libtorch's list of device types the one that was meant: many write `gpu`. */
export function withDeviceMeant(message: string): string {
  const [all, types = '', given = ''] = DEVICE_TYPES.exec(message) ?? [];
  if (all === undefined) return message;
  const name = given.toLowerCase();
  const meant = name === 'gpu' ? 'cuda' : closest(name, types.split(', '));
  return meant === undefined ? message : message.replace(all, `${all}: did you mean '${meant}'?`);
}

/** A message of libtorch as users of this package read it; `names` are the arguments of the operator called. */
export function libtorchMessage(message: string, names: readonly string[] = []): string {
  const plain = SOURCE_PLACES.reduce((text, place) => text.replace(place, ''), message);
  const known = new Set(names.filter((name) => camelCase(name) !== name));
  const translated = withDeviceMeant(inJavaScript(plain.trimEnd()));
  return known.size
    ? translated.replace(/\b[a-z]\w*_\w+\b/g, (word) => (known.has(word) ? camelCase(word) : word))
    : translated;
}

/** The names of a schema's arguments. */
export function argumentNames(schema: string): string[] {
  return [...schema.matchAll(/ (\w+)(?==|,|\))/g)].map((match) => match[1] as string);
}
