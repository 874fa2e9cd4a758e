/**
 * What Material's search is asked, in place of what is typed. It looks for every word that begins
 * like one of the query, so `a` finds all that begins with an A and `LESS 22` every `22nd`.
 *
 * Its worker reads `word^7` as the very word, weighed so much. Both are said with that: a REF-ID
 * gets the spelling under which the index keeps its bearer (see site/search/material.py), and a short word
 * means no more than itself. What stands in the field stays as it was typed.
 */

const FIELD = ".md-search__input";
/** Outweighs any number of words that a title shares with the query. */
const DECISIVE = 20_000;
const SHORT = String.raw`(?<!\S)\p{Script=Latin}{1,3}(?=\s+\S)`;

/** Return the pattern of REF-IDs and short words, for the types that the stylesheet names. */
function pattern(): RegExp {
  const listed = getComputedStyle(document.documentElement).getPropertyValue("--sima-types");
  const types = listed.match(/[\p{L}\d_-]+/gu) ?? ["(?!)"];
  const stem = String.raw`(?<stem>(?:[\p{L}\d]+[-_])*(?:${types.join("|")}))`;
  return new RegExp(
    String.raw`(?<![\p{L}\d])${stem}[-_\s]?0*(?<number>\d+)(?![\p{L}\d-])|${SHORT}`,
    "giu",
  );
}

/** Return the query for Material's worker. */
export function asked(typed: string, known: RegExp): string {
  return typed.replace(known, (text, ...rest) => {
    const { stem, number } = rest.at(-1) as Partial<Record<string, string>>;
    if (stem === undefined) return `${text}^1`;
    return `${text} ${stem.replace(/[-_]/g, "")}${number}^${DECISIVE}`;
  });
}

/** Tell whether Material's own worker answers, and not ours. */
export function isMaterials(): boolean {
  return /javascripts\/workers\/search/.test(document.getElementById("__config")?.textContent ?? "");
}

export function mendSearch(): void {
  let ours = false;
  document.addEventListener(
    "keyup",
    (event) => {
      const input = event.target;
      if (ours || !(input instanceof HTMLInputElement) || !input.matches(FIELD)) return;
      // Material searches for a bare `*` while `LESS-` is typed on the way to `LESS-22`: every word
      // of every page, which freezes the search where suggestions are on. So a hyphen waits.
      if (/\S-+$/.test(input.value)) event.stopImmediatePropagation();
      else if (!event.isComposing && say(input)) event.stopImmediatePropagation();
    },
    true,
  );
  // A query may stand there already: in the address of the page, or from before.
  document.addEventListener("focusin", (event) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || !input.matches(FIELD)) return;
    setTimeout(() => say(input), 10); // Material's own handler waits for 1
  });

  // What is typed while the index is loaded Material asks as it stands, as soon as that is there.
  const state = document.querySelector(".md-search-result__meta");
  if (state !== null) {
    const ready = new MutationObserver(() => {
      ready.disconnect();
      const input = document.querySelector<HTMLInputElement>(FIELD);
      if (input !== null) say(input);
    });
    ready.observe(state, { childList: true, characterData: true, subtree: true });
  }

  /** Let Material read the query as it should be; false if it is so already. */
  function say(input: HTMLInputElement): boolean {
    const query = asked(input.value, pattern());
    if (query === input.value) return false;
    ours = true;
    // A property that hides the field's own for a moment: selection and undo stay as they are.
    Object.defineProperty(input, "value", { configurable: true, get: () => query });
    input.dispatchEvent(new KeyboardEvent("keyup"));
    delete (input as { value?: string }).value;
    ours = false;
    return true;
  }
}
