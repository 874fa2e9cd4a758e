/** What is known of the selected node, beside the map. */

import type { Graph } from "./data";
import { element } from "./dom";
import { counted, type Words } from "./words";

export interface PanelActions {
  select(node: number): void;
  close(): void;
  steps(steps: 1 | 2): void;
  /** Begin to choose the end of a path. */
  startPath(): void;
}

export interface PanelState {
  node: number;
  steps: 1 | 2;
  choosing: boolean;
  /** The end of the path, if one was asked for. */
  to: number | undefined;
  path: number[];
  visible(node: number): boolean;
}

const MOST = 12; // nodes listed for each relation

export function fillPanel(
  panel: HTMLElement,
  graph: Graph,
  words: Words,
  state: PanelState,
  actions: PanelActions,
): void {
  const { node } = state;
  const { raw } = graph;
  const close = button("×", actions.close);
  close.setAttribute("aria-label", words.close ?? "");
  close.className = "sima-map__close";
  const id = graph.idOf(node);
  const facts = [
    raw.types[raw.type[node] ?? 0]?.[2] ?? "",
    graph.scopes[graph.scopeOf(node)]?.name ?? "",
    raw.statuses[raw.status[node] ?? 0]?.[1] ?? "",
    counted(words, "citedBy", graph.citations[node] ?? 0),
  ];
  const heading = element("h2", {}, ...(id ? [element("small", {}, id), " "] : []));
  heading.append(graph.titleOf(node) === id ? "" : graph.titleOf(node));
  panel.replaceChildren(
    close,
    heading,
    element("p", { class: "sima-map__facts" }, facts.filter(Boolean).join(" · ")),
  );
  const summary = raw.summary[node];
  if (summary) panel.append(element("p", {}, summary));
  const row = element("p", { class: "sima-map__actions" });
  const url = raw.url[node];
  if (url) row.append(element("a", { href: url, class: "sima-map__open" }, words.open ?? ""));
  row.append(
    toggle(words.step1 ?? "", state.steps === 1, () => actions.steps(1)),
    toggle(words.step2 ?? "", state.steps === 2, () => actions.steps(2)),
    button(words.pathFrom ?? "", actions.startPath),
  );
  panel.append(row);
  if (state.choosing) panel.append(element("p", { role: "status" }, words.pathTo ?? ""));
  if (state.to !== undefined) panel.append(...pathPart(graph, words, state.path, actions));
  for (const [label, nodes] of relationsOf(graph, words, state)) {
    panel.append(element("h3", {}, label), nodeList(graph, nodes, actions.select));
  }
}

function pathPart(
  graph: Graph,
  words: Words,
  path: number[],
  actions: PanelActions,
): HTMLElement[] {
  if (path.length === 0) return [element("p", { role: "status" }, words.noPath ?? "")];
  const list = element("ol", { class: "sima-map__path" });
  for (const node of path) {
    list.append(element("li", {}, button(graph.nameOf(node), () => actions.select(node))));
  }
  return [element("h3", {}, words.path ?? ""), list];
}

/** Neighbours by what they are to the node: cited ones, citing ones, similar ones. */
function relationsOf(
  graph: Graph,
  words: Words,
  { node, visible }: PanelState,
): Map<string, Set<number>> {
  const { raw } = graph;
  const groups = new Map<string, Set<number>>();
  const add = (label: string, other: number): void => {
    if (other === node || (graph.ghostOf(other) && !visible(other))) return;
    const group = groups.get(label) ?? new Set();
    groups.set(label, group.add(other));
  };
  for (const e of graph.edgesFrom(node)) {
    add(raw.relations[raw.relation[e] ?? 0]?.[1] ?? "", graph.target[e] ?? 0);
  }
  for (const e of graph.edgesTo(node)) {
    add(raw.relations[raw.relation[e] ?? 0]?.[2] ?? "", graph.source[e] ?? 0);
  }
  for (const [a, b] of raw.alike) {
    if (a === node || b === node) add(words.alike ?? "", a === node ? b : a);
  }
  return groups;
}

function nodeList(
  graph: Graph,
  nodes: Set<number>,
  select: (node: number) => void,
): HTMLUListElement {
  const list = element("ul");
  const ranked = [...nodes].sort(
    (a, b) => (graph.citations[b] ?? 0) - (graph.citations[a] ?? 0) || a - b,
  );
  const show = (some: number[]): void => {
    for (const n of some) {
      list.append(element("li", {}, button(graph.nameOf(n), () => select(n))));
    }
  };
  show(ranked.slice(0, MOST));
  const rest = ranked.slice(MOST);
  if (rest.length > 0) {
    const more = element("li");
    more.append(
      button(`+${rest.length}`, () => {
        more.remove();
        show(rest);
      }),
    );
    list.append(more);
  }
  return list;
}

function button(text: string, press: () => void): HTMLButtonElement {
  const made = element("button", { type: "button" }, text);
  made.addEventListener("click", press);
  return made;
}

function toggle(text: string, pressed: boolean, press: () => void): HTMLButtonElement {
  const made = button(text, press);
  made.setAttribute("aria-pressed", String(pressed));
  return made;
}
