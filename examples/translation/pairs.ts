/** Pairs of sentences: a file's, or English and German ones that are made here from a small grammar. */
import * as torch from 'libtorch-node';
import { text } from 'libtorch-node';

export type Pair = [source: string, target: string];

/** A person: the pronouns, and which form of a verb belongs to them. */
const PERSONS = [
  ['i', 'ich', 0],
  ['you', 'du', 1],
  ['he', 'er', 2],
  ['she', 'sie', 2],
  ['we', 'wir', 3],
  ['they', 'sie', 3],
] as const;

/** A verb: English with and without -s, the German infinitive and its forms for ich, du, er and wir. */
const VERBS = [
  ['see', 'sees', 'sehen', ['sehe', 'siehst', 'sieht', 'sehen']],
  ['buy', 'buys', 'kaufen', ['kaufe', 'kaufst', 'kauft', 'kaufen']],
  ['find', 'finds', 'finden', ['finde', 'findest', 'findet', 'finden']],
  ['need', 'needs', 'brauchen', ['brauche', 'brauchst', 'braucht', 'brauchen']],
  ['paint', 'paints', 'malen', ['male', 'malst', 'malt', 'malen']],
  ['sell', 'sells', 'verkaufen', ['verkaufe', 'verkaufst', 'verkauft', 'verkaufen']],
  ['take', 'takes', 'nehmen', ['nehme', 'nimmst', 'nimmt', 'nehmen']],
  ['look for', 'looks for', 'suchen', ['suche', 'suchst', 'sucht', 'suchen']],
] as const;

const MODALS = [
  ['want to', 'wants to', ['will', 'willst', 'will', 'wollen']],
  ['must', 'must', ['muss', 'musst', 'muss', 'müssen']],
  ['can', 'can', ['kann', 'kannst', 'kann', 'können']],
] as const;

/** A noun: English, German and its gender. */
const NOUNS = [
  ['dog', 'hund', 'm'],
  ['table', 'tisch', 'm'],
  ['key', 'schlüssel', 'm'],
  ['garden', 'garten', 'm'],
  ['cat', 'katze', 'f'],
  ['bag', 'tasche', 'f'],
  ['clock', 'uhr', 'f'],
  ['flower', 'blume', 'f'],
  ['car', 'auto', 'n'],
  ['house', 'haus', 'n'],
  ['book', 'buch', 'n'],
  ['picture', 'bild', 'n'],
] as const;

const ADJECTIVES = [
  ['red', 'rot'],
  ['small', 'klein'],
  ['old', 'alt'],
  ['new', 'neu'],
  ['beautiful', 'schön'],
] as const;

const TIMES = [
  ['today', 'heute'],
  ['tomorrow', 'morgen'],
  ['now', 'jetzt'],
  ['often', 'oft'],
] as const;

const KINDS = ['plain', 'time first', 'modal', 'question', 'not'] as const;

/** The accusative: articles and the endings of adjectives by gender. */
const CASES = {
  the: { m: ['den', 'en'], f: ['die', 'e'], n: ['das', 'e'] },
  a: { m: ['einen', 'en'], f: ['eine', 'e'], n: ['ein', 'es'] },
} as const;

interface Phrase {
  readonly person: (typeof PERSONS)[number];
  readonly verb: (typeof VERBS)[number];
  readonly modal: (typeof MODALS)[number];
  readonly time: (typeof TIMES)[number];
  readonly object: Pair;
}

const third = (person: Phrase['person']): boolean => person[2] === 2;

/** Where German puts its words otherwise than English: the verb, the time, and the infinitive at the end. */
const SENTENCES: Readonly<Record<(typeof KINDS)[number], (phrase: Phrase) => Pair>> = {
  plain: ({ person, verb, time, object }) => [
    `${person[0]} ${verb[third(person) ? 1 : 0]} ${object[0]} ${time[0]} .`,
    `${person[1]} ${verb[3][person[2]]} ${time[1]} ${object[1]} .`,
  ],
  'time first': ({ person, verb, time, object }) => [
    `${time[0]} ${person[0]} ${verb[third(person) ? 1 : 0]} ${object[0]} .`,
    `${time[1]} ${verb[3][person[2]]} ${person[1]} ${object[1]} .`,
  ],
  modal: ({ person, verb, modal, time, object }) => [
    `${person[0]} ${modal[third(person) ? 1 : 0]} ${verb[0]} ${object[0]} ${time[0]} .`,
    `${person[1]} ${modal[2][person[2]]} ${time[1]} ${object[1]} ${verb[2]} .`,
  ],
  question: ({ person, verb, object }) => [
    `${third(person) ? 'does' : 'do'} ${person[0]} ${verb[0]} ${object[0]} ?`,
    `${verb[3][person[2]]} ${person[1]} ${object[1]} ?`,
  ],
  not: ({ person, verb, object, time }) => [
    `${time[0]} ${person[0]} ${third(person) ? 'does' : 'do'} not ${verb[0]} ${object[0]} .`,
    `${time[1]} ${verb[3][person[2]]} ${person[1]} ${object[1]} nicht .`,
  ],
};

function objectOf(article: 'the' | 'a', adjective: (typeof ADJECTIVES)[number], noun: (typeof NOUNS)[number]): Pair {
  const [german, ending] = CASES[article][noun[2]];
  const english = article === 'a' && adjective[0] === 'old' ? 'an' : article;
  return [`${english} ${adjective[0]} ${noun[0]}`, `${german} ${adjective[1]}${ending} ${noun[1]}`];
}

const ARTICLES = ['the', 'a'] as const;

/** How many sentences there are at most; some numbers give the same one. */
const SENTENCE_NUMBERS = [KINDS, PERSONS, VERBS, MODALS, TIMES, ARTICLES, ADJECTIVES, NOUNS].reduce(
  (product, { length }) => product * length,
  1,
);

/** The pair that belongs to a number: it is divided by the number of choices for each part of a sentence. */
function pairOf(number: number): Pair {
  let rest = number;
  const take = <T>(choices: readonly T[]): T => {
    const chosen = choices[rest % choices.length];
    if (chosen === undefined) throw new Error('there is nothing to choose from');
    rest = Math.floor(rest / choices.length);
    return chosen;
  };
  const kind = take(KINDS);
  const [person, verb, modal, time] = [take(PERSONS), take(VERBS), take(MODALS), take(TIMES)];
  return SENTENCES[kind]({
    person,
    verb,
    modal,
    time,
    object: objectOf(take(ARTICLES), take(ADJECTIVES), take(NOUNS)),
  });
}

/** So many different pairs, the same ones for the same seed. */
export function makePairs(count: number, seed: number): Pair[] {
  const generator = new torch.Generator();
  generator.manualSeed(seed);
  const numbers = torch.scope(() => torch.randperm(SENTENCE_NUMBERS, { generator }).tolist<number[]>());
  const found = new Map<string, Pair>();
  for (const number of numbers) {
    if (found.size === count) break;
    const pair = pairOf(number);
    // A question has neither a time nor a modal verb, for instance: several numbers give it.
    if (!found.has(pair[0])) found.set(pair[0], pair);
  }
  return [...found.values()];
}

/** Words and marks, in lower case. */
export const tokenize = text.patternTokenizer(/[\p{L}\p{N}'’-]+|[.,!?]/gu);
