/** What the reader has chosen, kept in the address so that it can be shared and returned to. */

import { COLUMNS, FACETS, type Column, type Facet } from "./rows";

export interface State {
  /** In the address it is `find`: where there is a `q`, Material opens its own search. */
  query: string;
  /** Chosen values of each facet; none means any. */
  facets: Record<Facet, string[]>;
  /** All of these must be among an entry's keywords. */
  keywords: string[];
  /** `null`: by relevance while searching, else by ID. */
  sort: Column | null;
  descending: boolean;
}

function isColumn(name: string | null): name is Column {
  return (COLUMNS as readonly (string | null)[]).includes(name);
}

/** Read the state from the query part of an address; what it doesn't know it ignores. */
export function readState(search: string): State {
  const given = new URLSearchParams(search);
  const all = (name: string): string[] =>
    [...new Set(given.getAll(name))].filter((value) => value !== "");
  const sort = given.get("sort");
  return {
    query: given.get("find") ?? "",
    facets: {
      type: all("type"),
      scope: all("scope"),
      status: all("status"),
      priority: all("priority"),
    },
    keywords: all("keyword").map((keyword) => keyword.toLowerCase()),
    sort: isColumn(sort) ? sort : null,
    descending: given.get("order") === "desc",
  };
}

/** Return the query part of the address that means a state: "" or "?…". */
export function writeState(state: State): string {
  const given = new URLSearchParams();
  if (state.query !== "") given.set("find", state.query);
  for (const facet of FACETS) {
    for (const value of state.facets[facet]) given.append(facet, value);
  }
  for (const keyword of state.keywords) given.append("keyword", keyword);
  if (state.sort !== null) given.set("sort", state.sort);
  if (state.sort !== null && state.descending) given.set("order", "desc");
  const text = given.toString();
  return text === "" ? "" : `?${text}`;
}
