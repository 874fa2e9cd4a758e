/** Text as HTML, the words in it marked that were asked for. */

import type { Query } from "./query";
import type { Answer } from "./ranking";
import { fold, isUnparted, words } from "./terms";

export type Marker = (text: string) => string;

/** Return what escapes a text and marks the words that were asked for in it. */
export function marker(query: Query, answer: Answer): Marker {
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
