/** How text becomes search terms: words without case and accents, REF-IDs kept in one piece. */

/** One thing asked for: terms of which any will do, the best first. */
export interface Wanted {
  /** `less22` for `LESS-22`, `less22`, `LESS 22`; or the word itself. */
  term: string;
  /** What it falls apart into if nothing bears that ID: "lambda 2024" is rarely one. */
  parts: string[];
}

const WORD = /\p{Script=Han}|[\p{L}\p{M}]+|\p{N}+/gu;
/** Letters, at most one separator, digits: the end of every REF-ID. */
const ID = /(\p{L}+)[-_ .]?(\p{N}+)/gu;

/** Letters that Unicode doesn't take apart into a plain one and its accent. */
const PLAIN: Record<string, string> = {
  ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ı: "i",
}; // prettier-ignore

/** Return the text in lower case and without accents, so that `Über` finds `uber`. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .replace(/[ßæœøłđı]/g, (letter) => PLAIN[letter] ?? letter);
}

/** Return the number without leading zeros: authors write both DEC-4 and DEC-04. */
function plainNumber(digits: string): string {
  return digits.replace(/^0+(?=.)/, "");
}

/** Return an ID in the one form in which all its spellings agree: `awslambdadec4`. */
export function compactId(text: string): string {
  return fold(text)
    .replace(/\p{N}+/gu, plainNumber)
    .replace(/[^\p{L}\p{N}]/gu, "");
}

function words(folded: string): string[] {
  return (folded.match(WORD) ?? []).map(plainNumber);
}

/** Return the terms under which a text is found: its words, and each REF-ID as one term. */
export function indexTerms(text: string): string[] {
  const folded = fold(text);
  const terms = words(folded);
  for (const [, letters = "", digits = ""] of folded.matchAll(ID)) {
    terms.push(letters + plainNumber(digits));
  }
  return terms;
}

/** Return what a query asks for, in its order. */
export function wantedTerms(query: string): Wanted[] {
  const folded = fold(query);
  const wanted: Wanted[] = [];
  let end = 0;
  const plain = (text: string): void => {
    for (const term of words(text)) wanted.push({ term, parts: [] });
  };
  for (const match of folded.matchAll(ID)) {
    const [whole, letters = "", digits = ""] = match;
    plain(folded.slice(end, match.index));
    const number = plainNumber(digits);
    wanted.push({ term: letters + number, parts: [letters, number] });
    end = match.index + whole.length;
  }
  plain(folded.slice(end));
  return wanted;
}
