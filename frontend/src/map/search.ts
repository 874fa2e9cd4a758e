/** Finds nodes by what someone types, and offers them below the input as a combobox does. */

import { fold } from "../catalogue/terms";
import type { Graph } from "./data";
import { element } from "./dom";

const MOST = 8;

/** The best nodes for a query, the best first. */
export function search(graph: Graph, query: string, most = MOST): number[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const scored: [score: number, node: number][] = [];
  for (let n = 0; n < graph.ghosts; n++) {
    const id = fold(graph.idOf(n));
    const title = fold(graph.titleOf(n));
    let score = 0;
    for (const word of words) {
      const hit = scoreOf(word, id, title);
      if (hit === 0) {
        score = 0;
        break;
      }
      score += hit;
    }
    if (score > 0) scored.push([score + Math.min(graph.citations[n] ?? 0, 99) / 100, n]);
  }
  scored.sort((a, b) => b[0] - a[0] || a[1] - b[1]);
  return scored.slice(0, most).map(([, node]) => node);
}

function scoreOf(word: string, id: string, title: string): number {
  if (id === word) return 20;
  if (id.startsWith(word)) return 10 - Math.min(id.length - word.length, 5);
  if (id.includes(word)) return 4;
  const at = title.indexOf(word);
  if (at < 0) return 0;
  return at === 0 || /[\s\-(:]/.test(title[at - 1] ?? "") ? 3 : 1;
}

/** Offer nodes while someone types, and call `choose` with the one that is taken. */
export function offer(
  input: HTMLInputElement,
  list: HTMLElement,
  graph: Graph,
  choose: (node: number) => void,
  signal: AbortSignal,
): void {
  let found: number[] = [];
  let active = -1;

  const show = (): void => {
    list.replaceChildren(
      ...found.map((node, i) => {
        const id = graph.idOf(node);
        const option = element("li", { role: "option", id: `${list.id}-${i}` });
        if (id) option.append(element("b", {}, id), " ");
        if (graph.titleOf(node) !== id) option.append(graph.titleOf(node));
        option.setAttribute("aria-selected", String(i === active));
        option.addEventListener("pointerdown", (event) => {
          event.preventDefault();
          take(node);
        });
        return option;
      }),
    );
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    if (active >= 0) input.setAttribute("aria-activedescendant", `${list.id}-${active}`);
    else input.removeAttribute("aria-activedescendant");
  };
  const close = (): void => {
    found = [];
    active = -1;
    show();
  };
  const take = (node: number): void => {
    input.value = "";
    close();
    choose(node);
  };

  input.addEventListener(
    "input",
    () => {
      found = search(graph, input.value);
      active = -1;
      show();
    },
    { signal },
  );
  input.addEventListener("blur", close, { signal });
  input.addEventListener(
    "keydown",
    (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const node = found[Math.max(active, 0)];
      if (step && found.length > 0) {
        active = (active + step + found.length) % found.length;
        show();
      } else if (event.key === "Enter" && node !== undefined) take(node);
      else if (event.key === "Escape" && found.length > 0) close();
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
    { signal },
  );
}
