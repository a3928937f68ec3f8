// What the pages that `npm run docs` makes need beyond typedoc's options.
import { Comment, Converter, ParameterReflection, ReflectionFlag, ReflectionKind } from 'typedoc';
import ts from 'typescript';

export function load(app) {
  nameArguments(app.converter);
  app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_, page) => takeTitle(page));
  // After typedoc has found out what is inherited (100), before it groups what is there (-100).
  app.converter.on(Converter.EVENT_RESOLVE_END, ({ project }) => leaveOutInherited(project), 0);
}

/** A page is called as its heading says, not as its file. */
function takeTitle(page) {
  const [first] = page.content;
  const heading = /^\s*# (.+)\n/.exec(first?.text ?? '');
  if (!heading) return;
  page.name = heading[1];
  first.text = first.text.slice(heading[0].length);
}

/**
 * `(...args: [path: string, gzip?: boolean])` is shown as `(path: string, gzip?: boolean)`, as editors show it. So the
 * `@param` tags of the comment can name `path` and `gzip`. Types are converted together with the signature. The parameters
 * are replaced when all of lib/ is converted, and before comments are read.
 */
function nameArguments(converter) {
  const named = [];
  converter.on(Converter.EVENT_CREATE_SIGNATURE, (context, signature, declaration) => {
    const last = declaration?.parameters?.at(-1);
    if (!last?.dotDotDotToken || !last.type || !ts.isTupleTypeNode(last.type)) return;
    const { elements } = last.type;
    if (elements.length === 0 || !elements.every(ts.isNamedTupleMember)) return;
    const parameters = elements.map((member) => parameterOf(context, signature, member));
    named.push({ signature, rest: signature.parameters.at(-1), parameters });
  });
  converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const { signature, rest, parameters } of named.splice(0)) {
      project.removeReflection(rest);
      signature.parameters = [...(signature.parameters ?? []), ...parameters];
    }
  });
}

function parameterOf(context, signature, { name, type, questionToken, dotDotDotToken }) {
  const parameter = new ParameterReflection(name.text, ReflectionKind.Parameter, signature);
  context.registerReflection(parameter, undefined);
  parameter.type = context.converter.convertType(context.withScope(signature).withScope(parameter), type);
  parameter.setFlag(ReflectionFlag.Optional, questionToken !== undefined);
  parameter.setFlag(ReflectionFlag.Rest, dotDotDotToken !== undefined);
  return parameter;
}

/** Tensor has some 700 members and Module 60: a class that extends one links to it instead of repeating them. */
function leaveOutInherited(project) {
  const classes = project.getReflectionsByKind(ReflectionKind.Class);
  const named = (name) => classes.find((one) => one.name === name);
  const [tensor, module] = [named('Tensor'), named('Module')];
  for (const one of classes) {
    const isTensor = one.name === 'Parameter' || one.name === 'Buffer';
    const base = isTensor ? tensor : one.getChildByName('forward') ? module : undefined;
    if (base && base !== one) leaveOut(project, one, base);
  }
}

function leaveOut(project, one, base) {
  const repeated = (one.children ?? []).filter(
    // Every module has a forward of its own, be it from a class between the two that is not public.
    ({ inheritedFrom, name }) => inheritedFrom && name !== 'forward' && base.getChildByName(name),
  );
  if (repeated.length === 0) return;
  for (const member of repeated) project.removeReflection(member);
  one.comment ??= new Comment();
  one.comment.summary.push(
    { kind: 'text', text: '\n\nIt has the members of ' },
    { kind: 'inline-tag', tag: '@link', text: base.name, target: base },
    { kind: 'text', text: ', too.' },
  );
}
