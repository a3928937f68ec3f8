import { Records } from '../export/archive/records';
import { type FileOutline, Note, outlineArchive } from '../serialization/outline';

/** More methods than these are not listed. */
const MOST = 50;

/** The pickle of the model. */
const DATA = 'data.pkl';

/** What a TorchScript archive holds: its tensors and attributes, and its methods with what they take. None of its code is run. */
export function outlineScript(file: string): FileOutline {
  const outline = outlineArchive(file);
  return { ...outline, values: { ...methodsIn(file), ...outline.values } };
}

/** The methods of the model, by the text of its class. `torch::save` in C++ writes none. */
function methodsIn(file: string): Record<string, Note> {
  const records = Records.open({ label: 'inspect', file });
  if (!records.has(DATA)) return {};
  // The first class that a pickle of a module names is the module's own.
  const [, path, name] = /c(__torch__[\w.]*)\n(\w+)\n/.exec(records.bytes(DATA).toString('latin1')) ?? [];
  if (path === undefined || name === undefined) return {};
  const code = `code/${path.replaceAll('.', '/')}.py`;
  if (!records.has(code)) return {};
  const methods = signaturesOf(bodyOf(records.text(code), name));
  return Object.fromEntries(methods.slice(0, MOST).map(([method, text]) => [`${method}()`, new Note(text)]));
}

/** The lines of one class. */
function bodyOf(code: string, name: string): string {
  const lines = code.split('\n');
  const start = lines.findIndex((line) => line.startsWith(`class ${name}(`));
  if (start < 0) return '';
  const length = lines.slice(start + 1).findIndex((line) => /^\S/.test(line));
  return lines.slice(start + 1, length < 0 ? undefined : start + 1 + length).join('\n');
}

/** `(x: Tensor) -> Tensor` by the names of the methods. */
function signaturesOf(body: string): [name: string, text: string][] {
  return [...body.matchAll(/^ {2}def (\w+)\(self: [\w.]+,?\s*([^]*?)\) -> (.+):$/gm)].map(([, name, args, result]) => {
    const given = (args as string).replace(/\s+/g, ' ').trim();
    return [name as string, `(${given}) -> ${result as string}`];
  });
}
