import { commonFirstNames } from './first-names';

/** A place in a text that looks like somebody's name. Offsets in UTF-16 units. */
export interface NameFound {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

const title = /\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Rev|Revd|Father|Sister)\.?\s+(?:[A-Z]\.?\s+)?[A-Z][\p{L}'’-]+/gu;
const capitalised = /\b\p{Lu}[\p{Ll}'’-]+(?:-\p{Lu}\p{Ll}+)*\b/gu;

/** Capitalised words of school life that are no names, also beside one another. */
const schoolWords = new Set(
  `Academy Academies Advisory Apprenticeship Art Arts Assembly Autumn Board Book Books British Business Catholic
  Chair Champion Christian Church Class Coaching Computing Council Curriculum Deputy Design Designated Drama Early
  Education Educational English Executive Finance Forest France French Friday Geography German Good Governor Head
  Headteacher History Hub Improvement Inclusion Inspector Jewish Junior Key Kingdom Language Latin Lead Leader Leaders
  Learning Leadership Level Literacy London Manager Mastery Maths Mathematics Monday Multi Music Muslim National Needs Disabilities Nursery
  Ofsted Outdoor Parent Parents Peer Phase Phonics Physical Policy Power Primary Principal Progress Pupil Pupils Premium
  Reading Reception Religious Representative Review Roman Safeguarding Saturday School Schools Science Secondary Senior
  Sikh Special Spanish Sports Spring Stage Standards Summer Sunday Support Teacher Teachers Teaching Team Technology
  Thursday Trust Trustee Tuesday Union United Visit Wednesday Welsh Whole Writing Year Years
  January February March April May June July August September October November December
  Christmas Easter Ramadan Eid Diwali Hanukkah
  The This That These Those There Then They Their Them We Our Us You Your It Its In On At By For From With Without To Of
  And Or But If When While Where Which Who Why How What As An A All Some Any Each Every Both Many Most More Several Few
  No Not Nobody One Two Three Four Five Six Seven Eight Nine Ten First Second Third Next Last After Before During Since
  Until Because Children Pupils Staff Adults Governors Books Evidence Lessons Marking Feedback Questions Discussion`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/**
 * Places that look like the name of a pupil or colleague, to be pointed out before a text is saved: a title with a
 * name, a common first name, or two capitalised words that are not at home in schools. It hints and never decides:
 * names it does not know pass, and words such as "Grace" or "Mark" are pointed out only where they look like names.
 *
 * @example findNames('We saw Mrs Harris teach Year 4.') // [{ start: 7, end: 17, words: 'Mrs Harris' }]
 */
export function findNames(text: string): readonly NameFound[] {
  const found = [...titled(text), ...capitalisedNames(text)].sort((one, other) => one.start - other.start);
  return found.filter((one, index) => !found.slice(0, index).some((before) => before.end > one.start));
}

function titled(text: string): readonly NameFound[] {
  return [...text.matchAll(title)].map((match) => toFound(match.index, match[0]));
}

function toFound(start: number, words: string): NameFound {
  return { start, end: start + words.length, words };
}

interface Word {
  readonly start: number;
  readonly word: string;
  readonly opensSentence: boolean;
}

function capitalisedNames(text: string): readonly NameFound[] {
  const words = [...text.matchAll(capitalised)].map((match) => toWord(text, match.index, match[0]));
  return words.flatMap((word, index) => {
    const next = words[index + 1];
    const together = next !== undefined && /^ $/.test(text.slice(word.start + word.word.length, next.start));
    if (together && isNameOfTwo(word, next))
      return [toFound(word.start, text.slice(word.start, next.start + next.word.length))];
    return isFirstName(word) ? [toFound(word.start, word.word)] : [];
  });
}

function toWord(text: string, start: number, written: string): Word {
  const word = written.replace(/['’]s$/, '');
  return { start, word, opensSentence: /(^|[.!?:;\n•–-]\s*|["“‘(]\s*)$/.test(text.slice(0, start)) };
}

/** "Aisha Khan": the first may stand at the start of a sentence only if it is a first name. */
function isNameOfTwo(first: Word, second: Word): boolean {
  if (schoolWords.has(first.word) || schoolWords.has(second.word)) return false;
  return commonFirstNames.has(first.word) || !first.opensSentence;
}

/** First names that are also words count only in the middle of a sentence. */
const alsoWords = new Set([
  'Grace',
  'Mark',
  'Rose',
  'Hope',
  'Faith',
  'Will',
  'Joy',
  'Ivy',
  'Lily',
  'Daisy',
  'Poppy',
  'Harmony',
  'Frank',
  'Bill',
  'Rob',
  'Sue',
  'Pat',
  'Jack',
]);

function isFirstName({ word, opensSentence }: Word): boolean {
  return commonFirstNames.has(word) && !(opensSentence && alsoWords.has(word)) && !schoolWords.has(word);
}
