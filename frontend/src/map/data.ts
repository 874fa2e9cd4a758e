/** The graph as the script holds it: columns of numbers, edges by node in both directions. */

import { addGhosts, GHOSTS } from "./ghosts";
import type { Raw } from "./raw";
import type { Words } from "./words";

export interface Region {
  name: string;
  x: number;
  y: number;
  r: number;
  /** Index of its scope. */
  scope: number;
}

/** The edges of each node: those of node `n` are `items[start[n]]` to `items[start[n + 1] - 1]`. */
interface Index {
  start: Uint32Array;
  items: Uint32Array;
}

export class Graph {
  /** Nodes from this number on are ghosts. */
  readonly ghosts: number;
  readonly nodes: number;
  /** Edges from this number on lead to ghosts. */
  readonly ghostEdges: number;
  readonly edges: number;
  readonly source: Uint32Array;
  readonly target: Uint32Array;
  /** Radius of each node in units of the map. */
  readonly radius: Float32Array;
  /** How many others cite each node. */
  readonly citations: Uint32Array;
  readonly scopes: Region[];
  readonly communities: Region[];
  readonly words: Uint32Array;
  private readonly wordStart: Uint32Array;
  private readonly outgoing: Index;
  private readonly incoming: Index;

  constructor(readonly raw: Raw, words: Words) {
    this.ghostEdges = raw.step.length;
    this.ghosts = raw.x.length;
    const ghostly = addGhosts(raw, words);
    this.nodes = raw.x.length;
    this.edges = this.ghostEdges + ghostly.length;
    this.source = new Uint32Array(this.edges);
    this.target = new Uint32Array(this.edges);
    let edge = 0;
    for (let node = 0; node < this.nodes; node++) {
      let target = 0;
      for (let left = raw.out[node] ?? 0; left > 0; left--, edge++) {
        target += raw.step[edge] ?? 0;
        this.source[edge] = node;
        this.target[edge] = target;
      }
    }
    for (const { source, target, relation } of ghostly) {
      this.source[edge] = source;
      this.target[edge] = target;
      raw.relation[edge++] = relation;
    }
    this.outgoing = indexBy(this.source, this.nodes);
    this.incoming = indexBy(this.target, this.nodes);
    this.wordStart = new Uint32Array(this.nodes + 1);
    for (let n = 0; n < this.nodes; n++) {
      this.wordStart[n + 1] = (this.wordStart[n] ?? 0) + (raw.wordCount[n] ?? 0);
    }
    this.words = Uint32Array.from(raw.word);
    this.scopes = raw.scopes.map(([name, x, y, r], scope) => ({ name, x, y, r, scope }));
    this.communities = raw.communities.map(([name, x, y, r, scope]) => ({ name, x, y, r, scope }));
    this.citations = new Uint32Array(this.nodes);
    this.radius = new Float32Array(this.nodes);
    for (let n = 0; n < this.nodes; n++) {
      const citing = new Set(this.edgesTo(n).map((e) => this.source[e]));
      citing.delete(n);
      this.citations[n] = citing.size;
      this.radius[n] = Math.min(9, 2.6 + Math.sqrt(citing.size));
    }
  }

  edgesFrom(node: number): number[] {
    return itemsOf(this.outgoing, node);
  }

  edgesTo(node: number): number[] {
    return itemsOf(this.incoming, node);
  }

  wordsOf(node: number): number[] {
    return [...this.words.subarray(this.wordStart[node], this.wordStart[node + 1])];
  }

  /** Which kind of ghost a node is, undefined for a document. */
  ghostOf(node: number): (typeof GHOSTS)[number] | undefined {
    if (node < this.ghosts) return undefined;
    return GHOSTS[(this.raw.type[node] ?? 0) - (this.raw.types.length - GHOSTS.length)];
  }

  scopeOf(node: number): number {
    return this.communities[this.raw.community[node] ?? 0]?.scope ?? 0;
  }

  idOf(node: number): string {
    return this.raw.id[node] ?? "";
  }

  titleOf(node: number): string {
    return this.raw.title[node] || this.idOf(node);
  }

  /** "LESS-22: Title", or the title alone. */
  nameOf(node: number): string {
    const id = this.idOf(node);
    const title = this.raw.title[node];
    return id && title ? `${id}: ${title}` : id || title || "";
  }

  /** What names the node in an address: its ID, else its page; of a ghost its text. */
  keyOf(node: number): string {
    return this.idOf(node) || this.raw.url[node] || this.titleOf(node);
  }

  find(key: string): number | undefined {
    if (key === "") return undefined;
    const { id, url, title } = this.raw;
    const node = [id.indexOf(key), url.indexOf(key), title.indexOf(key, this.ghosts)];
    return node.find((n) => n >= 0);
  }

  /** Every visible node within so many steps of one, itself included. */
  around(node: number, steps: number, visible: (node: number) => boolean): Set<number> {
    const found = new Set([node]);
    let ring = [node];
    for (let step = 0; step < steps; step++) {
      ring = ring.flatMap((n) => this.neighbours(n)).filter((n) => visible(n) && !found.has(n));
      for (const n of ring) found.add(n);
    }
    return found;
  }

  neighbours(node: number): number[] {
    return [
      ...this.edgesFrom(node).map((e) => this.target[e] ?? 0),
      ...this.edgesTo(node).map((e) => this.source[e] ?? 0),
    ];
  }

  /** A shortest path along edges in either direction between visible nodes, ends included. */
  path(from: number, to: number, visible: (node: number) => boolean): number[] {
    const before = new Map<number, number>([[from, from]]);
    let ring = [from];
    while (ring.length > 0 && !before.has(to)) {
      const next: number[] = [];
      for (const here of ring) {
        for (const there of this.neighbours(here)) {
          if (before.has(there) || !visible(there)) continue;
          before.set(there, here);
          next.push(there);
        }
      }
      ring = next;
    }
    if (!before.has(to)) return [];
    const path = [to];
    for (let here = to; here !== from; ) {
      here = before.get(here) ?? from;
      path.unshift(here);
    }
    return path;
  }
}

function indexBy(ends: Uint32Array, nodes: number): Index {
  const start = new Uint32Array(nodes + 1);
  for (const end of ends) start[end + 1] = (start[end + 1] ?? 0) + 1;
  for (let n = 0; n < nodes; n++) start[n + 1] = (start[n + 1] ?? 0) + (start[n] ?? 0);
  const next = start.slice();
  const items = new Uint32Array(ends.length);
  ends.forEach((end, edge) => {
    const at = next[end] ?? 0;
    items[at] = edge;
    next[end] = at + 1;
  });
  return { start, items };
}

function itemsOf(index: Index, node: number): number[] {
  return [...index.items.subarray(index.start[node], index.start[node + 1])];
}
