/** The pages that have a word: as it is, as the begin of another, or with a typing mistake. */

import type { Parts } from "./parts";

/** Page → how well the word fits there. */
export type Matches = Map<number, number>;

/** What a word is worth in the title, the keywords, the summary: the bits 4, 2 and 1. */
const NAMES = [0, 3, 6, 9, 10, 12, 14, 15].map((worth) => worth);
const TEXT = [0, 0.6, 0.9, 1.2, 1.5, 1.8, 2.1, 3.5];
const BEGINNING = 0.6;
const MISTAKE = 0.45;
const HAS_DIGIT = /\p{Nd}/u;

export interface Found {
  matches: Matches;
  /** The terms that were taken for the word, itself included. */
  terms: Set<string>;
}

/** Return the pages whose names have a word. */
export function inNames(parts: Parts, term: string, open: boolean): Found {
  const found = start(parts, term, NAMES);
  addBeginnings(found, parts, term, open, NAMES);
  if (mayBeMistaken(term)) addMistakes(found, parts, term, NAMES);
  return found;
}

/** Return the pages whose text has a word; mistakes are looked for only if none has it. */
export function inText(parts: Parts, term: string, open: boolean): Found {
  const found = start(parts, term, TEXT);
  addBeginnings(found, parts, term, open, TEXT);
  if (found.matches.size === 0 && mayBeMistaken(term)) addMistakes(found, parts, term, TEXT);
  return found;
}

function start(parts: Parts, term: string, worth: number[]): Found {
  const found: Found = { matches: new Map(), terms: new Set([term]) };
  add(found, parts, term, 1, worth);
  return found;
}

function addBeginnings(found: Found, parts: Parts, term: string, open: boolean, worth: number[]) {
  // LESS-2 is the begin of LESS-22 only while it is typed; `lock` is one of `locks` at any time.
  const least = open ? 2 : 3;
  if (term.length < least || (HAS_DIGIT.test(term) && !open)) return;
  for (const other of parts.beginning(term)) {
    if (other === term) continue;
    const likeness = open ? BEGINNING + 0.3 * (term.length / other.length) : BEGINNING;
    if (!open && other.length > term.length + 4) continue;
    add(found, parts, other, likeness, worth);
  }
}

function addMistakes(found: Found, parts: Parts, term: string, worth: number[]): void {
  const most = term.length >= 8 ? 2 : 1;
  for (const other of parts.around(term)) {
    if (found.terms.has(other) || HAS_DIGIT.test(other)) continue;
    if (isNear(term, other, most)) add(found, parts, other, MISTAKE, worth);
  }
}

function mayBeMistaken(term: string): boolean {
  return term.length >= 4 && !HAS_DIGIT.test(term);
}

function add(found: Found, parts: Parts, term: string, likeness: number, worth: number[]): void {
  const postings = parts.postings(term);
  if (postings.length > 0) found.terms.add(term);
  for (const [page, weight] of postings) {
    const value = (worth[weight] as number) * likeness;
    if (value > (found.matches.get(page) ?? 0)) found.matches.set(page, value);
  }
}

/** Tell whether one word becomes another by so many letters put in, left out, changed or swapped. */
export function isNear(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (last[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (last[j - 1] as number) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] as number) + 1);
      }
      row.push(cost);
    }
    if (Math.min(...row) > most) return false;
    before = last;
    last = row;
  }
  return (last[b.length] as number) <= most;
}
