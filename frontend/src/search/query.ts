/** What is typed, taken apart: words, phrases in quotes, filters, what may be a REF-ID. */

import { COLUMNS, type Column, type Data } from "./data";
import { askedWords, compact, fold, idsIn } from "./terms";

export interface Word {
  term: string;
  /** As it was typed, for Material to highlight on the page. */
  typed: string;
  /** Whether it may be the begin of a longer word: it is the last, and nothing follows it yet. */
  open: boolean;
  /** Whether a page must have it: not so small words, and those that half of the pages have. */
  required: boolean;
}

export interface Query {
  words: Word[];
  /** Folded phrases. */
  phrases: string[];
  filters: [column: Column, value: string][];
  /** The query as an ID, in the form in which spellings agree; "" if it can be none. */
  id: string;
}

const FILTER = new RegExp(`(?<!\\S)(${COLUMNS.join("|")}):(?:"([^"]*)"?|(\\S*))`, "giu");
const PHRASE = /"([^"]+)"?/gu;

export function readQuery(typed: string, data: Data): Query {
  const filters: Query["filters"] = [];
  let rest = typed.replace(FILTER, (_, column: string, quoted?: string, plain?: string) => {
    const value = fold(quoted ?? plain ?? "").trim();
    if (value !== "") filters.push([column.toLowerCase() as Column, value]);
    return " ";
  });
  const phrases: string[] = [];
  rest = rest.replace(PHRASE, (_, phrase: string) => {
    const folded = fold(phrase).trim().replace(/\s+/g, " ");
    if (folded !== "") phrases.push(folded);
    return ` ${phrase} `;
  });
  const words = wordsOf(rest, data, /[\p{L}\p{N}]$/u.test(typed));
  const id = phrases.length > 0 ? "" : compact(rest);
  return { words, phrases, filters, id };
}

function wordsOf(text: string, data: Data, open: boolean): Word[] {
  const types = new Set(Object.keys(data.written.types).map(fold));
  const words: Word[] = [];
  const add = (term: string, typed: string): void => {
    if (words.some((word) => word.term === term)) return;
    const required = !data.common.has(term) && !data.small.has(term);
    words.push({ term, typed, open: false, required });
  };
  // `LESS 22` is an ID if there is such a type.
  const joined = text.replace(/(\p{L}+)\s+(?=\p{Nd})/gu, (whole, letters: string) =>
    types.has(fold(letters)) ? `${letters}-` : whole,
  );
  for (const typed of joined.split(/\s+/u)) {
    let folded = fold(typed);
    for (const { letters, number, text: id } of idsIn(folded)) {
      if (!types.has(letters)) continue;
      folded = folded.replace(id, " ");
      add(letters + number, typed);
    }
    for (const term of askedWords(folded)) add(term, typed);
  }
  const last = words.at(-1);
  if (last && open) last.open = true;
  // Of a question in small words alone, these are all there is.
  if (!words.some((word) => word.required)) for (const word of words) word.required = true;
  return words;
}

/** Tell whether a page is one that the filters leave. */
export function isKept(page: number, query: Query, data: Data): boolean {
  return query.filters.every(([column, wanted]) => {
    const value = data.value(column, page);
    if (column === "scope") return fold(value).includes(wanted);
    const isWhole = data.written.columns[column][0].some((known) => fold(known) === wanted);
    if (isWhole) return fold(value) === wanted; // `dec` are decisions, and no `Decision trees`
    const label = column === "type" ? (data.written.types[value]?.[0] ?? "") : "";
    return fold(value).startsWith(wanted) || (label !== "" && fold(label).startsWith(wanted));
  });
}
