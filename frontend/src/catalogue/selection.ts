/** Which rows to show, in which order, and how many each further choice would leave. */

import { FACETS, type Column, type Facet, type Row } from "./rows";
import type { State } from "./state";

export type Counts = Record<Facet, Map<string, number>>;

export interface Selection {
  rows: Row[];
  /** For each value of a facet: how many rows match it and all choices of the *other* facets. */
  counts: Counts;
}

const PRIORITIES = ["critical", "high", "medium", "low"];

/** Return the rows among `candidates` that a state keeps; `candidates` come best first. */
export function select(candidates: readonly Row[], state: State): Selection {
  const counts: Counts = {
    type: new Map(),
    scope: new Map(),
    status: new Map(),
    priority: new Map(),
  };
  const chosen = FACETS.map((facet) => new Set(state.facets[facet]));
  const rows: Row[] = [];
  for (const row of candidates) {
    if (!state.keywords.every((keyword) => row.keywords.includes(keyword))) {
      continue;
    }
    const failing = FACETS.filter((facet, position) => {
      const values = chosen[position];
      return values !== undefined && values.size > 0 && !values.has(row[facet]);
    });
    if (failing.length === 0) rows.push(row);
    if (failing.length > 1) continue;
    for (const facet of failing.length === 1 ? failing : FACETS) {
      const count = counts[facet];
      count.set(row[facet], (count.get(row[facet]) ?? 0) + 1);
    }
  }
  return { rows, counts };
}

/** Gives each row its place in the order of a column; computed once a column. */
export class Order {
  private readonly ranks = new Map<Column, Int32Array>();
  private readonly collator: Intl.Collator;

  constructor(
    private readonly rows: readonly Row[],
    language: string,
  ) {
    this.collator = new Intl.Collator(language, { numeric: true });
  }

  /** Return the rows in the order of a column; rows without a value stay last either way. */
  sort(rows: readonly Row[], column: Column, descending: boolean): Row[] {
    const ranks = this.ranksOf(column);
    const sign = descending ? -1 : 1;
    const empty = (row: Row): number => (textOf(row, column) === "" ? 1 : 0);
    return rows
      .map((row) => ({ row, empty: empty(row), rank: ranks[row.index] ?? 0 }))
      .sort(
        (a, b) =>
          a.empty - b.empty ||
          sign * (a.rank - b.rank) ||
          a.row.index - b.row.index,
      )
      .map(({ row }) => row);
  }

  private ranksOf(column: Column): Int32Array {
    const known = this.ranks.get(column);
    if (known) return known;
    const texts = this.rows.map((row) => textOf(row, column));
    const values = [...new Set(texts)];
    if (column === "priority") {
      values.sort((a, b) => PRIORITIES.indexOf(a) - PRIORITIES.indexOf(b));
    } else if (column !== "id") {
      values.sort((a, b) => this.collator.compare(a, b));
    } // the table is written in the order of the IDs
    const places = new Map(values.map((value, place) => [value, place]));
    const ranks = Int32Array.from(texts, (text) => places.get(text) ?? 0);
    this.ranks.set(column, ranks);
    return ranks;
  }
}

function textOf(row: Row, column: Column): string {
  return column === "keywords" ? row.keywords.join(", ") : row[column];
}
