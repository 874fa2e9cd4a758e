/** Words in quotes: all of them side by side. */

import type { Data } from "./data";
import { fold } from "./terms";

/** Tell whether a loaded page has all folded phrases, each within one of its texts. */
export function holdsPhrases(page: number, phrases: readonly string[], data: Data): boolean {
  const [title = "", , summary = ""] = data.card(page) ?? [];
  const texts = [title, summary, ...(data.sections(page) ?? []).flatMap(([, h, text]) => [h, text])];
  const plain = texts.map((text) => ` ${evened(fold(text))} `);
  return phrases.every((phrase) => plain.some((text) => text.includes(` ${evened(phrase)}`)));
}

function evened(folded: string): string {
  return folded.replace(/[^\p{L}\p{M}\p{N}]+/gu, " ").trim();
}
