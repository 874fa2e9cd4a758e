/** What of a page's text is shown: the sections with the words, of each the sentence. */

import type { Section } from "./data";
import type { Answer } from "./ranking";
import { fold, words } from "./terms";

const SENTENCE = /(?<=[.!?:;])\s+|(?<=[。！？])/u;
const WORD = /[\p{L}\p{M}\p{Nd}]+/gu;
const LONGEST = 220; // characters of what is shown of a text
const MORE = 4; // further sections of a page

/** Return the sections with most of the words, the best first. */
export function bestSections(sections: readonly Section[], answer: Answer): Section[] {
  return sections
    .map((section, place) => ({ section, place, worth: worthOf(section, answer) }))
    .filter(({ worth }) => worth > 0)
    .sort((a, b) => b.worth - a.worth || a.place - b.place)
    .slice(0, MORE + 1)
    .map(({ section }) => section);
}

function worthOf([, heading, text]: Section, answer: Answer): number {
  const inHeading = wordsIn(heading, answer);
  const inText = wordsIn(text, answer);
  return new Set([...inHeading, ...inText]).size * 4 + inHeading.size;
}

/** Return which words of the query a text has, by their places in it. */
export function wordsIn(text: string, { terms }: Answer): Set<number> {
  const there = new Set(words(fold(text)));
  const folded = fold(text).replace(/[-_]/g, "");
  const found = new Set<number>();
  terms.forEach((wanted, at) => {
    for (const term of wanted) {
      const has = /\p{L}\p{Nd}/u.test(term) ? folded.includes(term) : there.has(term);
      if (has) found.add(at);
    }
  });
  return found;
}

/** Return the sentence with most of the words, and what follows it as long as there is room. */
export function sentence(text: string, answer: Answer): string {
  const sentences = text.split(SENTENCE);
  let best = 0;
  let most = -1;
  sentences.forEach((one, at) => {
    const count = wordsIn(one, answer).size;
    if (count > most) [best, most] = [at, count];
  });
  let shown = sentences[best] ?? "";
  for (let at = best + 1; at < sentences.length; at++) {
    const longer = `${shown} ${sentences[at] ?? ""}`;
    if (longer.length > LONGEST) break;
    shown = longer;
  }
  if (shown.length > LONGEST) shown = around(shown, answer);
  return best > 0 ? `… ${shown}` : shown;
}

/** Cut a sentence that is too long to what surrounds its first word that was asked for. */
function around(text: string, answer: Answer): string {
  let at = 0;
  for (const word of text.matchAll(WORD)) {
    if (wordsIn(word[0], answer).size === 0) continue;
    at = word.index;
    break;
  }
  const begin = at < LONGEST / 2 ? 0 : text.lastIndexOf(" ", at - LONGEST / 3) + 1;
  const end = text.lastIndexOf(" ", begin + LONGEST);
  return `${begin > 0 ? "… " : ""}${text.slice(begin, end > at ? end : begin + LONGEST)} …`;
}
