/** What a file of Pascal VOC says of a picture. */
import { messageOf } from '../../arguments/describe';
import { dataError } from '../../errors';
import { optionalPackage } from '../../install/packages';

/** What is used of the package `sax`. */
interface Sax {
  parser(strict: boolean): {
    onopentag: (tag: { readonly name: string }) => void;
    onclosetag: (name: string) => void;
    ontext: (text: string) => void;
    oncdata: (text: string) => void;
    onerror: (error: Error) => void;
    write(text: string): { close(): unknown };
  };
}

/** A text, what is inside, or several of them where a name occurs more than once. */
export type XmlValue = string | readonly XmlValue[] | { readonly [name: string]: XmlValue };

interface Element {
  readonly name: string;
  readonly children: Map<string, XmlValue[]>;
  hasChildren: boolean;
  /** What stands before the first child. */
  text: string;
}

/** The value of an element; nothing where it is empty. */
function valueOf({ name, children, hasChildren, text }: Element): XmlValue | undefined {
  if (!hasChildren) return text === '' ? undefined : text.trim();
  if (name === 'annotation') children.set('object', [children.get('object') ?? []]);
  const entries = [...children].map(([key, values]) => [key, values.length === 1 ? values[0] : values] as const);
  return Object.fromEntries(entries) as XmlValue;
}

/** The bytes as text, in the encoding that the first line names. */
function textOf(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const named = /^<\?xml[^>]*?encoding=["']([\w.:-]+)["']/.exec(start)?.[1];
  return new TextDecoder(named ?? 'utf-8').decode(bytes);
}

/**
 * XML as torchvision's `parse_voc_xml` gives it: texts by the names of elements; elements that occur several times are an
 * array, and objects always are.
 */
export function parseVocXml(file: string, bytes: Uint8Array): Readonly<Record<string, XmlValue>> {
  const parser = optionalPackage<Sax>('sax').parser(true);
  const open: Element[] = [];
  let result: Readonly<Record<string, XmlValue>> | undefined;
  const add = (text: string): void => {
    const current = open.at(-1);
    if (current && !current.hasChildren) current.text += text;
  };
  parser.onopentag = ({ name }) => {
    const parent = open.at(-1);
    if (parent) parent.hasChildren = true;
    open.push({ name, children: new Map(), hasChildren: false, text: '' });
  };
  parser.onclosetag = (name) => {
    const value = valueOf(open.pop() as Element);
    const parent = open.at(-1);
    if (!parent) result = value === undefined ? {} : { [name]: value };
    else if (value !== undefined) parent.children.set(name, [...(parent.children.get(name) ?? []), value]);
  };
  parser.ontext = add;
  parser.oncdata = add;
  parser.onerror = (error) => {
    throw error;
  };
  try {
    parser.write(textOf(bytes)).close();
  } catch (cause) {
    throw dataError(`${file} is not XML that can be read: ${messageOf(cause).replace(/\n/g, ', ')}`, { cause });
  }
  if (result === undefined) throw dataError(`${file} has no XML element`);
  return result;
}
