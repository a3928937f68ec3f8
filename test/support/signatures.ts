/**
 * The walk over signatures: what Python's own `inspect` says of a function or class is tried here, by position and by
 * name, with one argument too many, with a misspelt name, and with something else where a tensor belongs.
 */
import * as torch from '../../lib/index';
import { camelCase } from '../../lib/arguments/names';
import { runPython } from './python';
import { bytesOf } from './wire';

export interface PythonParameter {
  readonly name: string;
  readonly keywordOnly: boolean;
  readonly required: boolean;
  /** What JSON can say of the default. */
  readonly fallback: unknown;
  readonly float: boolean;
}

const PYTHON = `
import ast, importlib, inspect, re

def resolve(path):
    parts = path.split('.')
    found = importlib.import_module(parts[0])
    for i, part in enumerate(parts[1:], 2):
        # A function may have the name of the module that it is in.
        found = getattr(found, part) if hasattr(found, part) else importlib.import_module('.'.join(parts[:i]))
    return found

# What has no signature of its own has one in the first lines of its documentation.
def documented(path, thing):
    name = path.split('.')[-1]
    text = inspect.cleandoc(thing.__doc__ or '')
    found = re.search(re.escape(name) + r'\\((.*?)\\)', text, re.S)
    if not found: return None
    def function(): pass
    scope = {}
    exec('def function(' + re.sub(r'\\s+', ' ', found[1]) + '): pass', scope)
    return inspect.signature(scope['function'])

def signature(path):
    thing = resolve(path)
    # Which of two functions is called depends on return_indices; both take the same.
    twin = path + '_with_indices'
    try:
        if hasattr(resolve(path.rsplit('.', 1)[0]), twin.split('.')[-1]): thing = resolve(twin)
    except Exception: pass
    try: return inspect.signature(thing)
    except ValueError: return documented(path, thing)

def plain(value):
    if isinstance(value, tuple): return [plain(v) for v in value]
    return value if isinstance(value, (bool, int, float, str)) else None

def describe(path):
    found = signature(path)
    if found is None: return None
    listed = []
    for p in found.parameters.values():
        if p.kind in (p.VAR_POSITIONAL, p.VAR_KEYWORD) or p.name == 'self': continue
        required = p.default is p.empty
        listed.append({'name': p.name, 'keywordOnly': p.kind == p.KEYWORD_ONLY, 'required': required,
            'fallback': None if required else plain(p.default), 'float': isinstance(p.default, float)})
    return listed
output = {path: describe(path) for path in input}
`;

/** The parameters of Python's callables, by their dotted names; null where Python does not tell. */
export function pythonSignatures(paths: readonly string[]): Record<string, PythonParameter[] | null> {
  return runPython(PYTHON, paths);
}

/** One function, constructor or method, and what is needed to call it. */
export interface Subject {
  readonly name: string;
  readonly parameters: readonly PythonParameter[];
  readonly call: (args: unknown[]) => unknown;
  /** By our names: what is given for required arguments. */
  readonly samples: Readonly<Record<string, unknown>>;
  /** Instead of the default, in every call. */
  readonly fills?: Readonly<Record<string, unknown>>;
  /** What is tried for an optional argument, where its default does not suggest it. */
  readonly others?: Readonly<Record<string, unknown>>;
  /** Optional arguments of Python's that are not here. */
  readonly absent?: readonly string[];
  /** Arguments that are given by name here, since one that stands before them in Python is not here. */
  readonly byName?: readonly string[];
  /** Python's names of arguments that are called otherwise here. */
  readonly renamed?: Readonly<Record<string, string>>;
  /** Optional arguments that change nothing that can be seen. */
  readonly silent?: readonly string[];
  /** Optional arguments whose other value libtorch refuses: by position and by name in the same words. */
  readonly refused?: readonly string[];
  /** Optional arguments that another subject of the same name tries. */
  readonly elsewhere?: readonly string[];
  /** The first argument is an object with names of its own, so that names of arguments cannot stand in its place. */
  readonly object?: boolean;
  /** Arguments that may be a list instead of a tensor. */
  readonly lists?: readonly string[];
}

/** What can be seen of a result, as text. */
export function outcome(value: unknown, depth = 0): string {
  if (value instanceof torch.Tensor) {
    const bytes = value.device.type === 'meta' ? '' : bytesOf(value).toString('base64');
    return `${String(value.dtype)} [${value.shape.join()}] ${String(value.device)} ${value.requiresGrad} ${bytes}`;
  }
  if (value instanceof torch.nn.Module) return moduleOutcome(value);
  if (typeof value === 'function') return `function ${value.name}`;
  if (typeof value !== 'object' || value === null || depth > 6) return String(value);
  if (Array.isArray(value)) return `[${value.map((item) => outcome(item, depth + 1)).join(', ')}]`;
  return `{${Object.entries(value)
    .map(([key, item]) => `${key}: ${outcome(item, depth + 1)}`)
    .join(', ')}}`;
}

function moduleOutcome(module: torch.nn.Module): string {
  const own = Object.entries(module).filter(([, value]) => !(value instanceof torch.nn.Module));
  const below = module.children().map((child) => outcome(child));
  return [String(module), outcome(Object.fromEntries(own)), outcome(module.stateDict()), ...below].join('\n');
}

interface Attempt {
  readonly text: string;
  readonly error: Error | null;
}

function attempt(subject: Subject, args: unknown[]): Attempt {
  torch.manualSeed(5);
  try {
    return { text: outcome(subject.call(args)), error: null };
  } catch (error) {
    return { text: `${(error as Error).name}: ${(error as Error).message}`, error: error as Error };
  }
}

/** Another value of the kind that a default has. */
function otherThan({ name, fallback, float }: PythonParameter): unknown {
  if (typeof fallback === 'boolean') return !fallback;
  if (typeof fallback === 'number') return float ? (fallback === 0 ? 0.25 : fallback / 2) : fallback + 1;
  return OTHERS[camelCase(name)];
}

/** Other values of arguments whose default is null, a string or a list. */
const OTHERS: Readonly<Record<string, unknown>> = {
  ...{ reduction: 'sum', device: 'meta', dtype: torch.float64, approximate: 'tanh', dim: 0, stride: 2, foreach: true },
  ...{ paddingMode: 'reflect', nonlinearity: 'relu', activation: 'gelu', alignCorners: true },
};

/** `paddingIdx` → `padingIdx`, `p` → `pp`. */
export function misspelt(name: string): string {
  const middle = Math.floor(name.length / 2);
  return name.length < 4 ? name + name.slice(-1) : name.slice(0, middle) + name.slice(middle + 1);
}

/** Everything that is wrong with a subject, one sentence each. */
export function faultsOf(subject: Subject): string[] {
  const walk = new Walk(subject);
  return [...walk.optional(), ...walk.required(), ...walk.excess(), ...walk.misspellings(), ...walk.others()].map(
    (fault) => `${subject.name}: ${fault}`,
  );
}

type Named = Record<string, unknown>;

class Walk {
  readonly #positional: PythonParameter[];
  readonly #parameters: PythonParameter[];

  constructor(readonly subject: Subject) {
    this.#parameters = subject.parameters
      .map((one) => ({
        ...one,
        name: subject.renamed?.[one.name] ?? one.name,
        keywordOnly: one.keywordOnly || (subject.byName?.includes(camelCase(one.name)) ?? false),
      }))
      .filter(({ name }) => !subject.absent?.includes(camelCase(name)));
    this.#positional = this.#parameters.filter(({ keywordOnly }) => !keywordOnly);
  }

  #default(parameter: PythonParameter): unknown {
    const name = camelCase(parameter.name);
    const { samples, fills } = this.subject;
    return samples[name] ?? fills?.[name] ?? (parameter.required ? null : parameter.fallback);
  }

  #named(more: Named = {}): Named {
    const required = this.#parameters.filter(({ required }) => required);
    const samples = Object.fromEntries(required.map((one) => [camelCase(one.name), this.#default(one)]));
    return { ...samples, ...this.subject.fills, ...more };
  }

  /** The required ones by position, all others by name. */
  #base(more: Named = {}): unknown[] {
    const required = this.#positional.filter(({ required }) => required).map((one) => this.#default(one));
    const rest = { ...this.subject.fills, ...more };
    for (const one of this.#parameters.filter(({ required, keywordOnly }) => required && keywordOnly)) {
      rest[camelCase(one.name)] = this.#default(one);
    }
    return Object.keys(rest).length ? [...required, rest] : required;
  }

  #run(args: unknown[]): Attempt {
    return attempt(this.subject, args);
  }

  /** A value other than the default: the one that the test names, unless it is the default itself. */
  #other(parameter: PythonParameter): unknown {
    const given = this.subject.others?.[camelCase(parameter.name)];
    return given === undefined || given === this.#default(parameter) ? otherThan(parameter) : given;
  }

  /** Each optional argument by position equals the same by name, and does something. */
  optional(): string[] {
    const plain = this.#run(this.#base());
    if (plain.error) return [`fails without options: ${plain.text.slice(0, 160)}`];
    return this.#parameters.flatMap((parameter, i) => {
      if (parameter.required) return [];
      const name = camelCase(parameter.name);
      if (this.subject.elsewhere?.includes(name)) return [];
      const value = this.#other(parameter);
      if (value === undefined) return [`no other value for '${name}' is known to the test`];
      const named = this.#run(this.#base({ [name]: value }));
      if (named.error && !this.subject.refused?.includes(name))
        return [`'${name}' by name fails: ${named.text.slice(0, 160)}`];
      const inert = named.text === plain.text && !this.subject.silent?.includes(name);
      const faults = inert ? [`'${name}' by name changes nothing`] : [];
      if (parameter.keywordOnly) return faults;
      const before = this.#parameters.slice(0, i).map((one) => this.#default(one));
      const later = Object.fromEntries(
        this.#parameters
          .slice(i + 1)
          .map(({ name: other }) => camelCase(other))
          .filter((other) => other in (this.subject.fills ?? {}))
          .map((other) => [other, this.subject.fills?.[other]]),
      );
      const rest = Object.keys(later).length ? [later] : [];
      const positional = this.#run([...before, value, ...rest]);
      if (positional.text !== named.text)
        faults.push(`'${name}' by position is not what it is by name: ${positional.text.slice(0, 120)}`);
      return faults;
    });
  }

  /** Everything by name equals the same by position; what is left out is missed. */
  required(): string[] {
    const needed = this.#parameters.filter(({ required }) => required);
    if (needed.length === 0 || this.subject.object) return [];
    const faults = this.#run([this.#named()]).text === this.#run(this.#base()).text ? [] : ['fails by name alone'];
    for (const { name } of needed) {
      const named = this.#named();
      delete named[camelCase(name)];
      const { error, text } = this.#run([named]);
      if (!(error instanceof TypeError) || !text.includes(`misses '${camelCase(name)}'`)) {
        faults.push(`does not miss '${camelCase(name)}': ${text.slice(0, 120)}`);
      }
    }
    return faults;
  }

  /** One argument more than Python takes by position. */
  excess(): string[] {
    const { error, text } = this.#run([...this.#positional.map((one) => this.#default(one)), 1]);
    return error instanceof TypeError && text.includes('takes at most')
      ? []
      : [`takes one too many: ${text.slice(0, 120)}`];
  }

  /** Each name with a slip, and in Python's spelling where that is another one. */
  misspellings(): string[] {
    return this.#parameters.flatMap((parameter) => {
      const name = camelCase(parameter.name);
      const slips = [misspelt(name), ...(parameter.name === name ? [] : [parameter.name])];
      return slips.flatMap((slip) => {
        const { error, text } = this.#run(this.#base({ [slip]: this.#default(parameter) }));
        const suggested = error instanceof TypeError && text.includes(`unknown option '${slip}': did you mean '`);
        return suggested ? [] : [`takes '${slip}': ${text.slice(0, 120)}`];
      });
    });
  }

  /** An array where a tensor belongs. */
  others(): string[] {
    return this.#positional.flatMap((parameter, i) => {
      if (!(this.#default(parameter) instanceof torch.Tensor)) return [];
      if (this.subject.lists?.includes(camelCase(parameter.name))) return [];
      const args = this.#positional.slice(0, i + 1).map((one) => this.#default(one));
      args[i] = [1];
      const rest = this.#positional
        .slice(i + 1)
        .filter(({ required }) => required)
        .map((one) => this.#default(one));
      const { error, text } = this.#run([...args, ...rest]);
      const said = /expected a Tensor, got an array of integer 1; use torch\.tensor\(…\)|should be a Tensor or/.test(
        text,
      );
      return error instanceof TypeError && said
        ? []
        : [`an array as '${camelCase(parameter.name)}': ${text.slice(0, 120)}`];
    });
  }
}
