/** Hits as Material shows them: HTML of what was found, all that comes from a page escaped. */

import type { Data, Section } from "./data";
import type { Query } from "./query";
import type { Answer, Ranked } from "./ranking";
import { fold, isUnparted, words } from "./terms";

/** What Material's script makes a hit of: the page first, then its sections. */
export interface Item {
  location: string;
  title: string;
  text: string;
  terms: Record<string, boolean>;
  score: number;
}

const SENTENCE = /(?<=[.!?:;])\s+|(?<=[。！？])/u;
const WORD = /[\p{L}\p{M}\p{Nd}]+/gu;
const LONGEST = 220; // characters of what is shown of a text
const MORE = 4; // further sections of a page

/** Return one hit; null if what it shows is not there yet. */
export function itemOf(ranked: Ranked, place: number, answer: Answer, query: Query, data: Data): Item[] | null {
  const card = data.card(ranked.page);
  if (card === undefined) return null;
  const [title, url, summary] = card;
  const mark = marker(query, answer);
  const id = data.written.ids[ranked.page] ?? "";
  const score = 10_000 - place;
  const seen = wordsIn(`${id} ${title} ${summary}`, answer);
  const sections = data.sections(ranked.page) ?? [];
  for (const section of sections) for (const at of wordsIn(section.join(" "), answer)) seen.add(at);
  const terms: Item["terms"] = {};
  query.words.forEach((word, at) => {
    if (word.required) terms[escape(word.typed)] = !answer.isPartial || seen.has(at);
  });
  const parent: Item = {
    location: url,
    title: `${badge(ranked.page, id, data)}${title === id ? "" : mark(title)}${note(ranked.page, data)}`,
    text: mark(summary),
    terms,
    score,
  };
  if (!ranked.byText) return [parent];
  const best = bestSections(sections, answer);
  const [first] = best;
  if (first === undefined) return [parent];
  const items = best.map((section, at) => ({
    location: section[0] ? `${url}#${section[0]}` : url,
    title: mark(section[1]),
    text: mark(sentence(section[2], answer)),
    terms: at === 0 ? terms : Object.fromEntries(Object.keys(terms).map((word) => [word, true])),
    score: at === 0 ? score : score - 0.5,
  }));
  if (first[0]) return [parent, ...items.filter(({ location }) => location !== url)];
  parent.text = items[0]?.text ?? "";
  return [parent, ...items.filter(({ location }) => location !== url)];
}

function badge(page: number, id: string, data: Data): string {
  if (id === "") return "";
  const [, className] = data.written.types[data.value("type", page)] ?? ["", ""];
  return `<span class="sima-hit-id ${escape(className)}">${escape(id)}</span> `;
}

function note(page: number, data: Data): string {
  const successor = data.written.superseded[page];
  if (successor === undefined) return "";
  const says = data.written.words["superseded"] ?? "";
  return ` <small class="sima-hit-note">${escape(`${says} ${successor}`)}</small>`;
}

/** Return the sections with most of the words, the best first. */
function bestSections(sections: readonly Section[], answer: Answer): Section[] {
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
function wordsIn(text: string, { terms }: Answer): Set<number> {
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
function sentence(text: string, answer: Answer): string {
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

/** Return what escapes a text and marks the words that were asked for in it. */
function marker(query: Query, answer: Answer): (text: string) => string {
  const wanted = answer.terms.flatMap((terms, at) => (query.words[at]?.required ? [...terms] : []));
  const whole = new Set(wanted.filter((term) => !isUnparted(term)));
  const pieces = wanted.filter((term) => isUnparted(term) && [...term].length > 1);
  const isWanted = (word: string): boolean => {
    const folded = fold(word);
    return whole.has(folded) || words(folded).some((part) => whole.has(part));
  };
  // An ID is one word here, hyphen included.
  const token = /[\p{L}\p{M}]+[-_]\p{Nd}+|[\p{L}\p{M}\p{Nd}]+/gu;
  return (text) => {
    let html = "";
    let end = 0;
    for (const { 0: word, index } of text.matchAll(token)) {
      html += escape(text.slice(end, index));
      end = index + word.length;
      const found = isWanted(word.replace(/[-_]0*/, "")) || isWanted(word);
      html += found ? `<mark>${escape(word)}</mark>` : markPieces(word, pieces);
    }
    return html + escape(text.slice(end));
  };
}

function markPieces(word: string, pieces: string[]): string {
  const marked = new Set<number>();
  for (const piece of pieces) {
    for (let at = word.indexOf(piece); at >= 0; at = word.indexOf(piece, at + 1)) {
      for (let place = at; place < at + piece.length; place++) marked.add(place);
    }
  }
  if (marked.size === 0) return escape(word);
  const html = [...word].length === word.length ? [...word] : [word];
  return html
    .map((char, at) => (marked.has(at) ? `<mark>${escape(char)}</mark>` : escape(char)))
    .join("")
    .replaceAll("</mark><mark>", "");
}

export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
