/** What the reader has chosen, kept in the address so that it can be shared and returned to. */

export type ColourBy = "type" | "scope" | "community";

export interface State {
  colour: ColourBy;
  focus: string;
  /** The other end of a path that begins at the focus. */
  to: string;
  steps: 1 | 2;
  /** Names of what is switched off. */
  hiddenTypes: string[];
  hiddenScopes: string[];
  hiddenRelations: string[];
  status: string;
  keyword: string;
  alike: boolean;
  /** Kinds of ghosts that are shown. */
  ghosts: string[];
  /** Name of what is pointed out. */
  insight: string;
}

/** Read the state from the query part of an address; what it doesn't know it ignores. */
export function readState(search: string): State {
  const given = new URLSearchParams(search);
  const colour = given.get("colour");
  return {
    colour: colour === "scope" || colour === "community" ? colour : "type",
    focus: given.get("focus") ?? "",
    to: given.get("to") ?? "",
    steps: given.get("steps") === "2" ? 2 : 1,
    hiddenTypes: given.getAll("notype"),
    hiddenScopes: given.getAll("noscope"),
    hiddenRelations: given.getAll("norelation"),
    status: given.get("status") ?? "",
    keyword: given.get("keyword") ?? "",
    alike: given.get("alike") === "1",
    ghosts: given.getAll("show"),
    insight: given.get("insight") ?? "",
  };
}

/** Return the query part of the address that means a state: "" or "?…". */
export function writeState(state: State): string {
  const query = new URLSearchParams();
  if (state.colour !== "type") query.set("colour", state.colour);
  if (state.focus) query.set("focus", state.focus);
  if (state.to) query.set("to", state.to);
  if (state.steps === 2) query.set("steps", "2");
  for (const name of state.hiddenTypes) query.append("notype", name);
  for (const name of state.hiddenScopes) query.append("noscope", name);
  for (const name of state.hiddenRelations) query.append("norelation", name);
  if (state.status) query.set("status", state.status);
  if (state.keyword) query.set("keyword", state.keyword);
  if (state.alike) query.set("alike", "1");
  for (const kind of state.ghosts) query.append("show", kind);
  if (state.insight) query.set("insight", state.insight);
  const text = query.toString();
  return text && `?${text}`;
}
