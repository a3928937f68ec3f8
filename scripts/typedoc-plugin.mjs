// What the pages that `npm run docs` makes need beyond typedoc's options.
import { Converter, ReflectionKind } from 'typedoc';

/** Classes with hundreds of members: a page of a class that extends one links to it instead of repeating them. */
const LARGE = /^(?:nn\.)?(?:Tensor|Module|Layer|NativeLayer)\./;

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

function leaveOutInherited(project) {
  for (const one of project.getReflectionsByKind(ReflectionKind.ClassMember)) {
    if (one.inheritedFrom && LARGE.test(one.inheritedFrom.name)) project.removeReflection(one);
  }
}
