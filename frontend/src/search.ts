/**
 * Entry point of the worker that takes the place of Material's. It is given the index and queries,
 * and answers with hits: those by names at once, those by text below them when their parts are
 * there.
 */

import { Data, type Written } from "./search/data";
import { chipsOf, type Chip } from "./search/facets";
import { itemOf, type Item } from "./search/hits";
import { escape } from "./search/marks";
import { holdsPhrases } from "./search/phrases";
import { isKept, readQuery, type Query, type Word } from "./search/query";
import { answer, type Answer, type Ranked } from "./search/ranking";

/** Kinds of messages of Material's script. */
const SETUP = 0;
const READY = 1;
const QUERY = 2;
const RESULT = 3;

const SHOWN = 10; // hits, with the text of their pages
const MOST = 100; // hits in all
const CANDIDATES = 30; // pages that are looked through for a phrase

type Message = { type: number; data: unknown };

const site = new URL("../../../", self.location.href);
let data: Data | undefined;
let latest = 0;
let asked = "";
let suggests = false;

self.addEventListener("message", (event: MessageEvent<Message>) => {
  const { type, data: content } = event.data;
  if (type === SETUP) {
    const { docs, options } = content as { docs: Written[]; options?: { suggest?: boolean } };
    suggests = options?.suggest ?? false;
    if (docs[0]) data = new Data(docs[0], site, once(reload));
    post(READY);
  } else if (type === QUERY) {
    asked = String(content);
    void find(asked, ++latest);
  }
});

function once(act: () => Promise<void>): () => void {
  let isDone = false;
  return () => {
    if (!isDone) void act();
    isDone = true;
  };
}

/** Get the index of the site as it is now, and answer from that. */
async function reload(): Promise<void> {
  const answered = await fetch(new URL("search/search_index.json", site), { cache: "reload" });
  const { docs } = (await answered.json()) as { docs: Written[] };
  if (docs[0]) data = new Data(docs[0], site, () => undefined);
  void find(asked, ++latest);
}

function post(type: number, content?: unknown): void {
  (self as unknown as { postMessage(message: Message): void }).postMessage({ type, data: content });
}

async function find(typed: string, turn: number): Promise<void> {
  if (data === undefined || typed.trim() === "") return post(RESULT, { items: [] });
  const query = readQuery(typed, data);
  const { names, text: texts } = data;
  await names.get(query.words.flatMap(({ term, open }) => names.partsOf(term, open)));
  if (turn !== latest) return;
  const text = query.words.flatMap(({ term, open }) =>
    texts.partsOf(term, open && term.length > 2),
  );
  if (!data.text.has(text)) {
    const first = answer(query, data);
    const byNames = first.hits.filter(({ byText }) => !byText);
    const sure = { ...first, hits: kept(byNames, query, data) };
    if (!first.isPartial && query.phrases.length === 0) show(sure, query, data);
    await data.text.get(text);
    if (turn !== latest) return;
  }
  const unknown = unknownWords(query, data);
  if (unknown.length > 0) await names.get(unknown.flatMap(({ term }) => names.partsAround(term)));
  if (turn !== latest) return;
  const all = answer(query, data);
  const chips = chipsOf(all.hits, query, data);
  all.hits = kept(all.hits, query, data);
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
  if (turn === latest) show(all, query, data, chips);
}

function kept(hits: readonly Ranked[], query: Query, index: Data): Ranked[] {
  return hits.filter(({ page }) => isKept(page, query, index));
}

/** Return the words that nothing begins with: they may be mistyped. */
function unknownWords(query: Query, { names, text }: Data): Word[] {
  return query.words.filter(
    ({ term }) => names.beginning(term).length === 0 && text.beginning(term).length === 0,
  );
}

/** Show hits; none at all, and chips to filter by, only when all has been looked through. */
function show(found: Answer, query: Query, index: Data, chips?: Chip[]): void {
  const items: Item[][] = [];
  for (const hit of found.hits.slice(0, MOST)) {
    const item = itemOf(hit, items.length, found, query, index);
    if (item) items.push(item);
  }
  const first = items[0]?.[0];
  if (first && chips) first.title += chipsFor(chips, index.written.words["filters"] ?? "");
  if (items.length > 0 || chips) post(RESULT, { items, suggest: suggestion(query, index) });
}

/** Return the word of most names that begins with the one that is typed, as Material wants it. */
function suggestion(query: Query, { names }: Data): string[] {
  const word = query.words.at(-1);
  if (!suggests || word?.open !== true || word.term.length < 2) return [];
  const count = (term: string): number => names.postings(term).length;
  const best = names.beginning(word.term).reduce((a, b) => (count(b) > count(a) ? b : a), "");
  return best === "" ? [] : [best];
}

/** Return what tells the page, which gets nothing but hits from here, which chips to show. */
function chipsFor(chips: Chip[], label: string): string {
  return `<data class="sima-hit-chips" hidden value="${escape(JSON.stringify({ label, chips }))}"></data>`;
}
