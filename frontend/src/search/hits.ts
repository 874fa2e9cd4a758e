/** Hits as Material shows them: HTML of what was found, all that comes from a page escaped. */

import type { Data } from "./data";
import { bestSections, sentence, wordsIn } from "./excerpts";
import { escape, marker, type Marker } from "./marks";
import type { Query } from "./query";
import type { Answer, Ranked } from "./ranking";

/** What Material's script makes a hit of: the page first, then its sections. */
export interface Item {
  location: string;
  title: string;
  text: string;
  terms: Record<string, boolean>;
  score: number;
}

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
    if (word.required) terms[word.typed] = !answer.isPartial || seen.has(at);
  });
  const parent: Item = {
    location: url,
    title: `${named(ranked.page, id, title, data, mark)}${note(ranked.page, data)}`,
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

function named(page: number, id: string, title: string, data: Data, mark: Marker): string {
  if (id === "") return mark(title);
  const [, className] = data.written.types[data.value("type", page)] ?? ["", ""];
  const bearer = `<span class="sima-hit-id ${escape(className)}">${escape(id)}</span>`;
  return title === id ? bearer : `${bearer}: ${mark(title)}`;
}

function note(page: number, data: Data): string {
  const successor = data.written.superseded[page];
  if (successor === undefined) return "";
  const says = data.written.words["superseded"] ?? "";
  return ` <small class="sima-hit-note">${escape(`${says} ${successor}`)}</small>`;
}
