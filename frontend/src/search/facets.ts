/** The values by which hits can be narrowed down, for the chips above them. */

import { COLUMNS, type Column, type Data } from "./data";
import { isKept, type Query } from "./query";
import type { Ranked } from "./ranking";

/** One chip: `type:dec`, how people call it, how many hits it leaves, whether it is chosen. */
export type Chip = [filter: string, label: string, count: number, chosen: boolean];

const OFFERED: readonly Column[] = ["type", "status"];
const MOST = 5; // of each column

/** Return the chips for all hits of a query, those that its filters leave out included. */
export function chipsOf(hits: readonly Ranked[], query: Query, data: Data): Chip[] {
  return COLUMNS.flatMap((column) => {
    const others = { ...query, filters: query.filters.filter(([name]) => name !== column) };
    const chosen = query.filters.filter(([name]) => name === column);
    if (!OFFERED.includes(column) && chosen.length === 0) return [];
    const counts = new Map<string, number>();
    for (const { page } of hits) {
      const value = data.value(column, page);
      if (value === "" || !isKept(page, others, data)) continue;
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    if (counts.size < 2 && chosen.length === 0) return [];
    const own = new Set(
      [...counts.keys()].filter((value) => chosen.some((one) => fits(value, one, query, data))),
    );
    return [...counts]
      .sort((a, b) => Number(own.has(b[0])) - Number(own.has(a[0])) || b[1] - a[1])
      .slice(0, MOST)
      .map(([value, count]): Chip => [
        `${column}:${value.includes(" ") ? `"${value}"` : value}`,
        column === "type" ? (data.written.types[value]?.[0] ?? value) : value,
        count,
        own.has(value),
      ]);
  });
}

function fits(value: string, filter: Query["filters"][number], query: Query, data: Data): boolean {
  const page = data.written.ids.findIndex((_, number) => data.value(filter[0], number) === value);
  return page >= 0 && isKept(page, { ...query, filters: [filter] }, data);
}
