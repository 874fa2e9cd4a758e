/** The nodes of the map as a list of links, for keyboard and screen reader, grouped by scope. */

import type { Graph } from "./data";
import { element, part } from "./dom";
import { counted, type Words } from "./words";

const PAGE = 100;

export class NodeList {
  private nodes: number[] = [];
  private shown = 0;
  private readonly list: HTMLElement;
  private readonly more: HTMLElement;

  constructor(
    private readonly root: HTMLElement,
    private readonly graph: Graph,
    private readonly words: Words,
    select: (node: number) => void,
    signal: AbortSignal,
  ) {
    this.list = part(root, "list");
    this.more = part(root, "more");
    this.more.addEventListener("click", () => this.add(), { signal });
    this.list.addEventListener(
      "click",
      (event) => {
        const button = (event.target as Element).closest<HTMLElement>("button[data-node]");
        if (button) select(Number(button.dataset.node));
      },
      { signal },
    );
  }

  /** List the nodes that pass; `lit` ones only if some are lit. */
  show(visible: Uint8Array, lit: Set<number> | undefined): void {
    const { graph } = this;
    this.nodes = [];
    for (let n = 0; n < graph.nodes; n++) {
      if (visible[n] && (!lit || lit.has(n))) this.nodes.push(n);
    }
    this.nodes.sort(
      (a, b) =>
        graph.scopeOf(a) - graph.scopeOf(b) ||
        (graph.citations[b] ?? 0) - (graph.citations[a] ?? 0) ||
        a - b,
    );
    this.shown = 0;
    this.list.replaceChildren();
    const count = this.nodes.filter((n) => n < graph.ghosts).length;
    part(this.root, "count").textContent =
      count === 0
        ? (this.words.none ?? "")
        : counted(this.words, "entries", count);
    this.add();
  }

  private add(): void {
    const { graph } = this;
    let scope = this.shown > 0 ? graph.scopeOf(this.nodes[this.shown - 1] ?? 0) : -1;
    for (const n of this.nodes.slice(this.shown, this.shown + PAGE)) {
      if (graph.scopeOf(n) !== scope) {
        scope = graph.scopeOf(n);
        this.list.append(
          element("li", { class: "sima-map__scope" }, graph.scopes[scope]?.name ?? ""),
        );
      }
      const pick = element("button", { type: "button", "data-node": String(n) }, graph.nameOf(n));
      this.list.append(element("li", {}, pick));
    }
    this.shown += PAGE;
    this.more.hidden = this.shown >= this.nodes.length;
  }
}
