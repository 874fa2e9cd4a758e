/** Our own words, in the language of the page; those with a number have a form for each plural. */

/** `close`; `entries.one` and `entries.other`, or `entries` if one form serves all numbers. */
export type Words = Record<string, string>;

/** Return a text with a number in the form that the number asks for. */
export function counted(words: Words, key: string, count: number): string {
  const language = document.documentElement.lang || "en";
  const form = new Intl.PluralRules(language).select(count);
  const text = words[`${key}.${form}`] ?? words[`${key}.other`] ?? words[key] ?? "";
  return text.replace("{count}", count.toLocaleString(language));
}
