/**
 * Entry point of the worker that takes the place of Material's. It is given the index and queries,
 * and answers with hits: those by names at once, those by text below them when their parts are
 * there.
 */

import { Data, type Written } from "./search/data";
import { itemOf, type Item } from "./search/hits";
import { holdsPhrases } from "./search/phrases";
import { readQuery, type Query } from "./search/query";
import { answer, type Answer } from "./search/ranking";

/** Kinds of messages of Material's script. */
const SETUP = 0;
const READY = 1;
const QUERY = 2;
const RESULT = 3;

const SHOWN = 10; // hits, with the text of their pages
const MOST = 40; // hits in all
const CANDIDATES = 30; // pages that are looked through for a phrase

type Message = { type: number; data: unknown };

const site = new URL("../../../", self.location.href);
let data: Data | undefined;
let latest = 0;

self.addEventListener("message", (event: MessageEvent<Message>) => {
  const { type, data: content } = event.data;
  if (type === SETUP) {
    const [written] = (content as { docs: Written[] }).docs;
    if (written) data = new Data(written, site);
    post(READY);
  } else if (type === QUERY) {
    void find(String(content), ++latest);
  }
});

function post(type: number, content?: unknown): void {
  (self as unknown as { postMessage(message: Message): void }).postMessage({ type, data: content });
}

async function find(typed: string, turn: number): Promise<void> {
  if (data === undefined || typed.trim() === "") return post(RESULT, { items: [] });
  const query = readQuery(typed, data);
  const names = query.words.flatMap(({ term, open }) => [
    ...(data as Data).names.partsOf(term, open),
    ...(data as Data).names.partsOf(term.slice(0, 1), false), // where one with a mistake is
  ]);
  const text = query.words.flatMap(({ term, open }) =>
    (data as Data).text.partsOf(term, open && term.length > 2),
  );
  await data.names.get(names);
  if (turn !== latest) return;
  if (!data.text.has(text)) {
    const first = answer(query, data);
    const sure = { ...first, hits: first.hits.filter(({ byText }) => !byText) };
    if (!first.isPartial && query.phrases.length === 0) show(sure, query, data);
    await data.text.get(text);
  }
  if (turn !== latest) return;
  const all = answer(query, data);
  if (query.phrases.length > 0) {
    const candidates = all.hits.slice(0, CANDIDATES);
    await data.getPages(candidates.map(({ page }) => page));
    all.hits = candidates.filter(({ page }) => holdsPhrases(page, query.phrases, data as Data));
    for (const hit of all.hits) hit.byText = true;
  } else {
    const shown = all.hits.slice(0, SHOWN);
    const isCold = shown.some(({ page, byText }) => byText || !data?.card(page));
    if (isCold) await data.getPages(shown.filter((h) => h.byText || !data?.card(h.page)).map(({ page }) => page));
  }
  if (turn === latest) show(all, query, data, true);
}

/** Show hits; none at all only when all has been looked through. */
function show(found: Answer, query: Query, index: Data, isLast = false): void {
  const items: Item[][] = [];
  for (const hit of found.hits.slice(0, MOST)) {
    const item = itemOf(hit, items.length, found, query, index);
    if (item) items.push(item);
  }
  if (items.length > 0 || isLast) post(RESULT, { items });
}
