/**
 * Which pages answer a query, the best first: the bearer of an ID, then pages whose names have all
 * words, then those with the rest in their text. Where none has all, some words must do.
 */

import type { Data } from "./data";
import { inNames, inText, type Found } from "./matching";
import type { Query, Word } from "./query";
import { compact } from "./terms";

export interface Ranked {
  page: number;
  /** Whether the sentence that has the words is worth showing; else what the page is about. */
  byText: boolean;
}

export interface Answer {
  hits: Ranked[];
  /** For each word of the query, all terms that were taken for it. */
  terms: Set<string>[];
  /** Whether no page has all words. */
  isPartial: boolean;
}

/** Fewer IDs than this that begin as typed come before words. */
const FEW_IDS = 3;
/** A page that was superseded counts for less, and stands below the one in its place. */
const SUPERSEDED = 0.5;

/** Return what answers a query, whatever its filters. */
export function answer(query: Query, data: Data): Answer {
  const names = query.words.map((word) => inNames(data.names, word.term, word.open));
  const texts = query.words.map((word) => inText(data.text, word.term, word.open));
  const terms = names.map((found, at) => new Set([...found.terms, ...(texts[at] as Found).terms]));
  if (query.words.length === 0) {
    const hits = data.written.ids.map((_, page) => ({ page, byText: false }));
    return { hits: query.filters.length > 0 ? hits : [], terms, isPartial: false };
  }
  const ids = pagesByID(query, data);
  const scores = scored(query.words, names, texts, data);
  const isPartial = !scores.some(({ missing }) => missing === 0) && ids.pages.length === 0;
  const left = scores.filter(({ missing }) => missing === 0 || isPartial);
  left.sort((a, b) => Number(a.byText) - Number(b.byText) || b.score - a.score || a.page - b.page);
  const byWords = belowSuccessors(left, data);
  const byID = ids.pages.map((page) => ({ page, byText: false }));
  const all = ids.first ? [...byID, ...byWords] : [...byWords.filter((h) => !h.byText), ...byID, ...byWords];
  const seen = new Set<number>();
  const hits = all.filter(({ page }) => !seen.has(page) && seen.add(page));
  return { hits, terms, isPartial };
}

interface Scored extends Ranked {
  score: number;
  missing: number;
}

function scored(
  words: Word[],
  names: Found[],
  texts: Found[],
  data: Data,
): Scored[] {
  const rarity = words.map((_, at) => {
    const pages = new Set([...keys(names[at]), ...keys(texts[at])]).size;
    return Math.log((data.size + 1) / (pages + 0.5)) + 0.3;
  });
  const pages = new Set([...names, ...texts].flatMap((found) => [...found.matches.keys()]));
  const result: Scored[] = [];
  for (const page of pages) {
    let score = 0;
    let missing = 0;
    let onlyInText = 0;
    let met = 0;
    words.forEach((word, at) => {
      const name = names[at]?.matches.get(page) ?? 0;
      const text = texts[at]?.matches.get(page) ?? 0;
      score += (name + text) * (rarity[at] as number) * (word.required ? 1 : 0.3);
      if (!word.required) return;
      if (name + text > 0) met += rarity[at] as number;
      else if (!data.common.has(word.term)) missing += 1;
      if (name === 0) onlyInText += 1;
    });
    if (met === 0) continue;
    if (missing > 0) score *= (met / sumOf(words, rarity)) ** 2;
    score *= data.written.weights[page] ?? 1;
    if (data.written.superseded[page] !== undefined) score *= SUPERSEDED;
    result.push({ page, score, missing, byText: onlyInText > 0 });
  }
  return result;
}

function keys(found: Found | undefined): Iterable<number> {
  return found?.matches.keys() ?? [];
}

function sumOf(words: Word[], rarity: number[]): number {
  return words.reduce((sum, word, at) => sum + (word.required ? (rarity[at] as number) : 0), 0) || 1;
}

/** Put what was superseded below what holds in its place, if both are found. */
function belowSuccessors(hits: Scored[], data: Data): Scored[] {
  const places = new Map(hits.map(({ page }, place) => [data.written.ids[page] ?? "", place]));
  const moved = hits.map((hit, place) => {
    const successor = places.get(data.written.superseded[hit.page] ?? "?");
    return { hit, place: successor === undefined ? place : Math.max(place, successor + 0.5) };
  });
  return moved.sort((a, b) => a.place - b.place).map(({ hit }) => hit);
}

/** Return the pages whose ID is what was typed, or begins so; and whether they come first. */
function pagesByID(query: Query, data: Data): { pages: number[]; first: boolean } {
  const { id } = query;
  if (id.length < 2) return { pages: [], first: false };
  const open = id.replace(/(?<=\p{L})0$/u, ""); // LESS-0 is the begin of LESS-02, too
  const levels = new Map<number, number>();
  const note = (page: number, full: string): void => {
    const level = Math.min(levelOf(full, id), levelOf(full, open));
    if (level < (levels.get(page) ?? 4)) levels.set(page, level);
  };
  idsOf(data).forEach((full, page) => note(page, full));
  for (const [page, alias] of data.written.aliases) note(page, alias);
  const pages = [...levels.keys()];
  const length = (page: number): number => data.written.ids[page]?.length ?? 0;
  pages.sort(
    (a, b) =>
      (levels.get(a) as number) - (levels.get(b) as number) || length(a) - length(b) || a - b,
  );
  const types = Object.keys(data.written.types).map((type) => compact(type));
  const first =
    /\p{Nd}/u.test(id) || pages.length <= FEW_IDS || types.some((type) => id.endsWith(type));
  return { pages, first };
}

/** 0: it is this one; 1: without its prefix; 2 and 3: it begins so, or does without its prefix. */
function levelOf(full: string, id: string): number {
  if (full === "" || full === id) return full === "" ? 4 : 0;
  const bare = /\p{L}+\p{Nd}+$/u.test(full) ? full : "";
  if (full.startsWith(id)) return 2;
  return bare !== "" && /\p{Nd}$/u.test(id) && bare.endsWith(id) ? 1 : 4;
}

const compacted = new WeakMap<Data, string[]>();

function idsOf(data: Data): string[] {
  let ids = compacted.get(data);
  if (!ids) compacted.set(data, (ids = data.written.ids.map(compact)));
  return ids;
}
