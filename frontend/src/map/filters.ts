/** The filters beside the map: their controls, and which nodes pass. */

import type { Graph } from "./data";
import { element, part } from "./dom";
import { GHOSTS } from "./ghosts";
import type { State } from "./state";

type Hidden = "hiddenTypes" | "hiddenScopes" | "hiddenRelations";
type Listed = Hidden | "ghosts";

/** 1 for each node that passes the filters of a state. */
export function visibleNodes(graph: Graph, state: State): Uint8Array {
  const { raw } = graph;
  const types = raw.types.map(([name]) => !state.hiddenTypes.includes(name));
  const scopes = graph.scopes.map(({ name }) => !state.hiddenScopes.includes(name));
  const status = raw.statuses.findIndex(([name]) => name === state.status);
  const word = raw.words.indexOf(state.keyword);
  const wanted = state.keyword !== "" && word >= 0;
  const shown = new Set(state.ghosts);
  const visible = Uint8Array.from({ length: graph.ghosts }, (_, n) =>
    types[raw.type[n] ?? 0] &&
    scopes[graph.scopeOf(n)] &&
    (state.status === "" || raw.status[n] === status) &&
    (!wanted || graph.wordsOf(n).includes(word))
      ? 1
      : 0,
  );
  const all = new Uint8Array(graph.nodes);
  all.set(visible);
  // A ghost is seen with those who cite it.
  for (let n = graph.ghosts; n < graph.nodes; n++) {
    if (!shown.has(graph.ghostOf(n) ?? "")) continue;
    all[n] = graph.edgesTo(n).some((e) => visible[graph.source[e] ?? 0]) ? 1 : 0;
  }
  return all;
}

/** 1 for each relation that a state shows. */
export function visibleRelations(graph: Graph, state: State): Uint8Array {
  return Uint8Array.from(graph.raw.relations, ([name]) =>
    state.hiddenRelations.includes(name) ? 0 : 1,
  );
}

/** Fill the controls, keep the state in step with them, and report every change. */
export class Filters {
  private readonly boxes: [box: HTMLInputElement, key: Listed, name: string][] = [];
  private readonly status: HTMLSelectElement;
  private readonly keyword: HTMLInputElement;
  private readonly alike: HTMLInputElement;

  constructor(
    private readonly root: HTMLElement,
    graph: Graph,
    private readonly state: State,
    private readonly changed: () => void,
    private readonly signal: AbortSignal,
  ) {
    const { raw } = graph;
    const count = (numbers: Iterable<number>): number[] => {
      const counts: number[] = [];
      for (const number of numbers) counts[number] = (counts[number] ?? 0) + 1;
      return counts;
    };
    const own = raw.types.length - GHOSTS.length;
    const ofType = count(raw.type);
    raw.types.forEach(([name, label], i) => {
      if (i < own) this.box("types", "hiddenTypes", name, label, ofType[i] ?? 0, name);
      else if (ofType[i] || name !== "code") {
        this.box("ghosts", "ghosts", name, label, ofType[i] ?? 0);
      }
    });
    const ofScope = count(Array.from({ length: graph.ghosts }, (_, n) => graph.scopeOf(n)));
    graph.scopes.forEach(({ name }, i) => {
      this.box("scopes", "hiddenScopes", name, name, ofScope[i] ?? 0);
    });
    const ofRelation = count(raw.relation);
    raw.relations.slice(0, -GHOSTS.length).forEach(([name, label], i) => {
      this.box("relations", "hiddenRelations", name, label, ofRelation[i] ?? 0);
    });
    this.status = part(root, "status");
    for (const [status, label] of raw.statuses.filter(([name]) => name).sort()) {
      this.status.append(element("option", { value: status }, label));
    }
    this.keyword = part(root, "keyword");
    part(root, "keywords").append(...raw.words.map((word) => element("option", { value: word })));
    this.alike = part(root, "alike");
    this.on(this.status, () => (state.status = this.status.value));
    this.on(this.keyword, () => (state.keyword = this.keyword.value.trim().toLowerCase()));
    this.on(this.alike, () => (state.alike = this.alike.checked));
    part(root, "reset").addEventListener("click", () => this.reset(), { signal });
    this.show();
  }

  private on(control: HTMLElement, read: () => void): void {
    const handle = (): void => {
      read();
      this.changed();
    };
    control.addEventListener("change", handle, { signal: this.signal });
  }

  private box(
    where: string, key: Listed, name: string, label: string, count: number, type?: string,
  ): void {
    const box = element("input", { type: "checkbox" });
    const line = element("label", { class: "sima-map__check" }, box, " ");
    if (type !== undefined) {
      const swatch = element("i", { class: type ? `sima-type-${type.toLowerCase()}` : "" });
      line.append(swatch, " ");
    }
    line.append(element("span", {}, label), " ", element("small", {}, String(count)));
    part(this.root, where).append(line);
    this.boxes.push([box, key, name]);
    this.on(box, () => {
      const others = this.state[key].filter((other) => other !== name);
      this.state[key] = box.checked === (key === "ghosts") ? [...others, name] : others;
    });
  }

  private reset(): void {
    Object.assign(this.state, {
      hiddenTypes: [], hiddenScopes: [], hiddenRelations: [],
      status: "", keyword: "", alike: false, ghosts: [],
    });
    this.show();
    this.changed();
  }

  private show(): void {
    for (const [box, key, name] of this.boxes) {
      box.checked = this.state[key].includes(name) === (key === "ghosts");
    }
    this.status.value = this.state.status;
    this.keyword.value = this.state.keyword;
    this.alike.checked = this.state.alike;
  }
}
