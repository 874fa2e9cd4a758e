/**
 * Ghosts: keywords that some share, what is cited but does not exist, and code. They are nodes like any
 * other, derived here from what the data says anyway; so the data stays small.
 */

import type { Raw } from "./raw";
import type { Words } from "./words";

/** Kinds of ghosts; each is a type and a relation of its own. */
export const GHOSTS = ["keyword", "missing", "code"] as const;

/** A keyword of more nodes than this says little, and would spin a web over the whole map. */
const COMMON = 60;
const APART = 9; // units of the map
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** An edge from a node to a ghost. */
export interface GhostEdge {
  source: number;
  target: number;
  relation: number;
}

/** Append the ghosts, as nodes, types and relations, to the data; returns their edges. */
export function addGhosts(raw: Raw, words: Words): GhostEdge[] {
  const edges: GhostEdge[] = [];
  const taken = new Set<string>();
  const groups = { keyword: sharedWords(raw), missing: raw.missing, code: raw.code };
  for (const kind of GHOSTS) {
    const label = words[kind] ?? kind;
    const type = raw.types.push([kind, label, label]) - 1;
    const relation = raw.relations.push([kind, label, words.citing ?? ""]) - 1;
    for (const [text, ...sources] of groups[kind]) {
      const target = raw.x.length;
      const [x, y] = freePlace(raw, sources, taken);
      raw.x.push(x);
      raw.y.push(y);
      raw.title.push(text);
      raw.type.push(type);
      raw.community.push(raw.community[sources[0] ?? 0] ?? 0);
      for (const column of [raw.id, raw.summary, raw.url]) column.push("");
      raw.status.push(-1);
      raw.wordCount.push(0);
      raw.out.push(0);
      for (const source of sources) edges.push({ source, target, relation });
    }
  }
  return edges;
}

function sharedWords(raw: Raw): [text: string, ...holders: number[]][] {
  const holders: number[][] = raw.words.map(() => []);
  let at = 0;
  raw.wordCount.forEach((count, node) => {
    for (const word of raw.word.slice(at, (at += count))) {
      if (holders[word]?.at(-1) !== node) holders[word]?.push(node);
    }
  });
  return holders.flatMap((nodes, word) =>
    nodes.length > 1 && nodes.length <= COMMON ? [[raw.words[word] ?? "", ...nodes]] : [],
  );
}

/** The place nearest to the middle of some nodes that no other ghost has. */
function freePlace(raw: Raw, nodes: number[], taken: Set<string>): [x: number, y: number] {
  const mean = (column: number[]): number =>
    nodes.reduce((sum, n) => sum + (column[n] ?? 0), 0) / Math.max(nodes.length, 1);
  const [x, y] = [mean(raw.x), mean(raw.y)];
  // Beside the node, not on it, where there is only one.
  for (let step = nodes.length > 1 ? 0 : 2; ; step++) {
    const distance = APART * Math.sqrt(step);
    const placeX = Math.round(x + distance * Math.cos(step * GOLDEN_ANGLE));
    const placeY = Math.round(y + distance * Math.sin(step * GOLDEN_ANGLE));
    const cell = `${Math.round(placeX / APART)} ${Math.round(placeY / APART)}`;
    if (taken.has(cell)) continue;
    taken.add(cell);
    return [placeX, placeY];
  }
}
