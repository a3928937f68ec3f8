import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { nn } from '../../lib/index';
import { camelCase, snakeCase } from '../../lib/arguments/names';
import { runPython } from '../support/python';

/** What an editor shows: each option has a line of documentation, and parameters have names. */

const fileOf = (name: string): string => path.resolve(__dirname, '../../lib', name);

/** What the package exports, and what its names begin with here: `serving.Predictor`. */
const ENTRIES: Readonly<Record<string, string>> = {
  '': fileOf('index.ts'),
  'serving.': fileOf('serving/index.ts'),
  'vision.': fileOf('vision/index.ts'),
  'language.': fileOf('language/index.ts'),
};

const program = ts.createProgram(Object.values(ENTRIES), {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.Node16,
  moduleResolution: ts.ModuleResolutionKind.Node16,
  strict: true,
  skipLibCheck: true,
  types: ['node'],
  noEmit: true,
});
const checker = program.getTypeChecker();

const isOurs = (symbol: ts.Symbol): boolean =>
  (symbol.declarations ?? []).some((d) => d.getSourceFile().fileName.includes('/lib/') && !isForeign(d));
/** A member of a class, which is an object that is passed, not an option. */
const isMember = (symbol: ts.Symbol): boolean => (symbol.declarations ?? []).some((d) => ts.isClassLike(d.parent));
const isForeign = (d: ts.Declaration): boolean => d.getSourceFile().fileName.includes('node_modules');
const isHidden = (symbol: ts.Symbol): boolean =>
  (symbol.declarations ?? []).some(
    (d) =>
      (ts.getCombinedModifierFlags(d) & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected)) !== 0 ||
      ts.getJSDocTags(d).some((tag) => tag.tagName.text === 'internal') ||
      ts.getNameOfDeclaration(d)?.kind === ts.SyntaxKind.PrivateIdentifier,
  );
const isDocumented = (symbol: ts.Symbol): boolean =>
  symbol.getDocumentationComment(checker).some((part) => part.text.trim() !== '') ||
  // `{ @inheritDoc }` and tags alone do not count.
  false;

interface Found {
  readonly options: Map<string, boolean>;
  readonly signatures: Map<string, string>;
  /** What is stated as the default of an option. */
  readonly defaults: Map<string, string>;
  /** Whether a function, class or constant has an example. */
  readonly examples: Map<string, boolean>;
}

/** The options that a parameter takes, through unions, tuples and arrays. */
function optionsOf(type: ts.Type, where: string, found: Found, depth = 0): void {
  if (depth > 4) return;
  if (type.isUnion()) {
    for (const one of type.types) optionsOf(one, where, found, depth + 1);
    return;
  }
  if (checker.isTupleType(type) || checker.isArrayType(type)) {
    for (const one of checker.getTypeArguments(type as ts.TypeReference)) optionsOf(one, where, found, depth + 1);
    return;
  }
  const isObject = (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0;
  if (!isObject || type.isClass() || ((type.symbol as ts.Symbol | undefined)?.flags ?? 0) & ts.SymbolFlags.Class)
    return;
  if (type.getCallSignatures().length > 0 || type.getConstructSignatures().length > 0) return;
  const properties = type.getProperties().filter((p) => isOurs(p) && !isMember(p));
  if (!properties.some((p) => p.flags & ts.SymbolFlags.Optional)) return;
  for (const property of properties) {
    found.options.set(`${where} ${property.name}`, isDocumented(property));
    const stated = property.getJsDocTags(checker).find((tag) => tag.name === 'defaultValue');
    if (stated) found.defaults.set(`${where} ${property.name}`, ts.displayPartsToString(stated.text));
  }
}

function signaturesOf(signatures: readonly ts.Signature[], where: string, found: Found): void {
  for (const signature of signatures) {
    found.signatures.set(where, checker.signatureToString(signature));
    for (const parameter of signature.getParameters()) optionsOf(checker.getTypeOfSymbol(parameter), where, found);
  }
}

function classOf(symbol: ts.Symbol, where: string, found: Found): void {
  const members = checker.getDeclaredTypeOfSymbol(symbol).getProperties();
  const statics = checker.getPropertiesOfType(checker.getTypeOfSymbol(symbol));
  for (const member of [...members, ...statics]) {
    // What is inherited is looked at where it is declared.
    if ((member as { parent?: ts.Symbol }).parent !== symbol && statics.indexOf(member) < 0) continue;
    if (!isOurs(member) || isHidden(member) || !(member.flags & ts.SymbolFlags.Method)) continue;
    signaturesOf(checker.getTypeOfSymbol(member).getCallSignatures(), `${where}.${member.name}`, found);
  }
}

function walk(given: ts.Symbol, where: string, found: Found, seen: Set<ts.Symbol>): void {
  const symbol = given.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(given) : given;
  if (!isOurs(symbol) || seen.has(symbol)) return;
  seen.add(symbol);
  if (symbol.flags & ts.SymbolFlags.Module && !(symbol.flags & ts.SymbolFlags.Class)) {
    for (const one of checker.getExportsOfModule(symbol)) walk(one, `${where}.${one.name}`, found, seen);
    return;
  }
  if (symbol.flags & ts.SymbolFlags.Value) {
    found.examples.set(
      where,
      symbol.getJsDocTags(checker).some(({ name }) => name === 'example'),
    );
    const type = checker.getTypeOfSymbol(symbol);
    signaturesOf([...type.getCallSignatures(), ...type.getConstructSignatures()], where, found);
  }
  if (symbol.flags & ts.SymbolFlags.Class) classOf(symbol, where, found);
  if (symbol.flags & ts.SymbolFlags.Interface && !(symbol.flags & ts.SymbolFlags.Class)) {
    for (const p of checker.getDeclaredTypeOfSymbol(symbol).getProperties()) {
      // A class's members, which it inherits, are looked at there.
      if (isOurs(p) && !isHidden(p) && !isMember(p) && !p.name.startsWith('__@'))
        found.options.set(`${where} ${p.name}`, isDocumented(p));
    }
  }
}

const symbolOf = (file: string): ts.Symbol =>
  checker.getSymbolAtLocation(program.getSourceFile(file) as ts.SourceFile) as ts.Symbol;
const entry = symbolOf(fileOf('index.ts'));
const found: Found = { options: new Map(), signatures: new Map(), defaults: new Map(), examples: new Map() };
const seen = new Set<ts.Symbol>();
for (const [prefix, file] of Object.entries(ENTRIES)) {
  for (const one of checker.getExportsOfModule(symbolOf(file))) walk(one, `${prefix}${one.name}`, found, seen);
}

test('a hover on an option says what it does', () => {
  expect(found.options.size).toBeGreaterThan(3000);
  const silent = [...found.options].filter(([, documented]) => !documented);
  expect(silent.map(([name]) => name)).toEqual([]);
});

test('a hover on a name of the larger packages shows an example', () => {
  const all = [...found.examples].filter(([name]) => /^(vision|language|serving|distributed)\./.test(name));
  expect(all.length).toBeGreaterThan(500);
  expect(all.filter(([, has]) => !has).map(([name]) => name)).toEqual([]);
});

test('a hover on a call shows names of parameters', () => {
  const unnamed = [...found.signatures].filter(([, shown]) => /\bRest<|\.\.\.(rest|options):/.test(shown));
  expect(unnamed.map(([name]) => name)).toEqual([]);
  expect(found.signatures.get('nn.functional.relu')).toBe(
    '(input: Tensor, inplace?: boolean | InplaceOptions | undefined): Tensor',
  );
});

test('names and order of the parameters are those that the function reads', () => {
  const wrong: string[] = [];
  for (const [name, value] of Object.entries({ ...nn.functional, ...nn.init })) {
    const table = (value as { table?: Record<string, { keyword?: boolean }> }).table;
    const shown = found.signatures.get(`nn.functional.${name}`) ?? found.signatures.get(`nn.init.${name}`);
    if (!table || !shown) continue;
    const names = Object.keys(table);
    const first = names.findIndex((one) => table[one]?.keyword);
    const read = first < 0 ? names : [...names.slice(0, first), 'options'];
    const labels = positions(name);
    if (labels.join() !== read.join().replace(/\bvar\b/, 'variance'))
      wrong.push(`${name}: ${labels.join()} ≠ ${read.join()}`);
  }
  expect(wrong).toEqual([]);
});

/** The names of a function's parameters in its first signature. */
function positions(name: string): string[] {
  const shown = firstSignature(name);
  return shown.getParameters().flatMap((p) => {
    const type = checker.getTypeOfSymbol(p);
    if (!checker.isTupleType(type)) return [p.name];
    const labels = ((type as ts.TypeReference).target as ts.TupleType).labeledElementDeclarations ?? [];
    return labels.map((label) => (label?.name as ts.Identifier | undefined)?.text ?? '?');
  });
}

function firstSignature(name: string): ts.Signature {
  for (const room of ['functional', 'init']) {
    const nnSymbol = checker.getExportsOfModule(entry).find((one) => one.name === 'nn') as ts.Symbol;
    const inner = checker.getExportsOfModule(checker.getAliasedSymbol(nnSymbol)).find((one) => one.name === room);
    const list = checker.getExportsOfModule(checker.getAliasedSymbol(inner as ts.Symbol));
    const symbol = list.find((one) => one.name === name);
    const type =
      symbol &&
      checker.getTypeOfSymbol(symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol);
    const signature = type?.getCallSignatures()[0];
    if (signature) return signature;
  }
  throw new Error(`${name} has no signature`);
}

/** The defaults of a function or class of Python, by name; nothing where Python cannot tell. */
const PYTHON = `
${readFileSync(path.resolve(__dirname, '../support/import_torchvision.py'), 'utf8')}
import importlib, inspect

def defaults(path):
    module, _, name = path.rpartition('.')
    try:
        found = getattr(importlib.import_module(module), name)
        parameters = inspect.signature(found).parameters.values()
    except (ImportError, AttributeError, ValueError, TypeError):
        return {}
    plain = (bool, int, float, str, tuple, list, type(None))
    return {p.name: p.default for p in parameters if isinstance(p.default, plain)}

output = {path: defaults(path) for path in input}
`;

/**
 * Python's `'cuda'` is the current GPU, which null means here. Functions and classes of these models share their options, and so
 * do the configs of BERT and RoBERTa.
 */
const OTHERWISE =
  /^cuda\.[gs]etRngState device$|^vision\.models\.(GoogLeNet|Inception3) transformInput$|^language\.RobertaConfig vocabSize$/;

/** The literal with which a stated default begins: `null, which means …`; undefined where it begins with words. */
function literalOf(stated: string): unknown {
  const text = /^(\[[^\]]*\]|'[^']*'|[-+\w./]+)(?=$|[ ,;])/.exec(stated)?.[1] ?? '';
  const [, over, under] = /^(\d+)\/(\d+)$/.exec(text) ?? [];
  if (under) return Number(over) / Number(under);
  try {
    return JSON.parse(text.replaceAll("'", '"')) as unknown;
  } catch {
    return undefined;
  }
}

/** Where Python has what begins like this; everything else is in `torch`. */
const PACKAGES = {
  'vision.transforms.': 'torchvision.transforms.v2.',
  'vision.': 'torchvision.',
  'language.': 'transformers.',
};

/** `optim.lrScheduler.StepLR` is `torch.optim.lr_scheduler.StepLR`. */
function pythonPath(where: string): string {
  const [prefix, start] = Object.entries(PACKAGES).find(([one]) => where.startsWith(one)) ?? ['', 'torch.'];
  const parts = where.slice(prefix.length).split('.');
  return start + parts.map((part) => (/^[A-Z]/.test(part) ? part : snakeCase(part))).join('.');
}

test("a default that is stated is Python's", () => {
  const stated = [...found.defaults].map(([key, text]) => ({ key, text, where: key.split(' ')[0] as string }));
  const paths = [...new Set(stated.map(({ where }) => pythonPath(where)))];
  const python = runPython<Record<string, Record<string, unknown>>>(PYTHON, paths);
  const inPackage = { torch: 0, vision: 0, language: 0 };
  const wrong: string[] = [];
  for (const { key, text, where } of stated) {
    const option = key.slice(where.length + 1);
    const named = Object.entries(python[pythonPath(where)] ?? {}).find(([name]) => camelCase(name) === option);
    const ours = literalOf(text);
    // Choices are spelled as names are.
    const theirs = typeof named?.[1] === 'string' && ours !== named[1] ? camelCase(named[1]) : named?.[1];
    if (!named || ours === undefined || OTHERWISE.test(key)) continue;
    // torchvision chooses a value inside where its default is None.
    if (theirs === null && where.startsWith('vision.')) continue;
    const [first] = where.split('.');
    inPackage[first === 'vision' || first === 'language' ? first : 'torch']++;
    if (JSON.stringify(ours) !== JSON.stringify(theirs)) wrong.push(`${key}: ${text}, in Python ${String(theirs)}`);
  }
  expect(wrong).toEqual([]);
  expect(inPackage.torch).toBeGreaterThan(500);
  expect(inPackage.vision).toBeGreaterThan(150);
  expect(inPackage.language).toBeGreaterThan(80);
});
