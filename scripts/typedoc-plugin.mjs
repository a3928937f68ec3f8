// What the pages that `npm run docs` makes need beyond typedoc's options.
import { Comment, Converter, ReflectionKind } from 'typedoc';

export function load(app) {
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
