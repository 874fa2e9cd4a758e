/** How a text becomes terms; plugins/mkdocs_sima/site/search/instant/terms.py says it for the index. */

const WORD = /[\p{L}\p{M}]+|\p{Nd}+/gu;
const ID = /(\p{L}+)[-_]?0*(\p{Nd}+)/gu;
/** Scripts without blanks between words: Chinese, Japanese, Thai, Lao, Khmer, Burmese. */
const UNPARTED =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]+/gu;
/** Letters that Unicode doesn't take apart into a plain one and its accent. */
const PLAIN: Record<string, string> = {
  ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ı: "i",
}; // prettier-ignore

/** Return a text in lower case and without accents, so that `Über` finds `uber`. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]+/g, "")
    .toLowerCase()
    .replace(/[ßæœøłđı]/g, (letter) => PLAIN[letter] ?? letter)
    .normalize("NFC");
}

function plainNumber(digits: string): string {
  return digits.replace(/^0+(?=.)/, "");
}

/** Return an ID in the one form in which all its spellings agree: `awslambdadec4`. */
export function compact(text: string): string {
  return (fold(text).match(WORD) ?? []).map(plainNumber).join("");
}

/** Return each two neighbouring characters of a run without blanks, and the last alone. */
function pairs(run: string): string[] {
  const chars = [...run];
  return chars.map((_, at) => chars.slice(at, at + 2).join(""));
}

/** Return the words of a folded text; runs without blanks as pairs. */
export function words(folded: string): string[] {
  const found: string[] = [];
  for (const word of folded.match(WORD) ?? []) {
    let end = 0;
    for (const run of word.matchAll(UNPARTED)) {
      found.push(word.slice(end, run.index), ...pairs(run[0]));
      end = run.index + run[0].length;
    }
    found.push(word.slice(end));
  }
  return found.filter((word) => word !== "").map(plainNumber);
}

/** Return the words of which a query asks for all: of a run without blanks the pairs alone. */
export function askedWords(folded: string): string[] {
  return words(folded).filter((word, at, all) => {
    const before = all[at - 1];
    // The last character of a run stands alone in the index; its pair says more.
    return !(before !== undefined && [...word].length === 1 && isUnparted(word) && before.endsWith(word));
  });
}

export function isUnparted(word: string): boolean {
  return word.search(UNPARTED) >= 0;
}

/** Return what in a folded text may be a REF-ID: [letters, number] of `LESS-22`, `less022`. */
export function idsIn(folded: string): { letters: string; number: string; text: string }[] {
  return [...folded.matchAll(ID)].map(([text, letters = "", number = ""]) => ({
    letters,
    number,
    text,
  }));
}
