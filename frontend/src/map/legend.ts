/** What the colours mean, in a corner of the stage. */

import type { Graph } from "./data";
import { element } from "./dom";
import { GHOSTS } from "./ghosts";
import { colourOf, type Theme } from "./theme";
import type { View } from "./view";

const MOST = 12;

export function fillLegend(list: HTMLElement, graph: Graph, theme: Theme, view: View): void {
  const { raw } = graph;
  const counts = new Map<number, number>();
  for (let n = 0; n < graph.nodes; n++) {
    if (!view.visible[n]) continue;
    const index =
      view.colour === "type"
        ? (raw.type[n] ?? 0)
        : view.colour === "scope"
          ? graph.scopeOf(n)
          : (raw.community[n] ?? 0);
    counts.set(index, (counts.get(index) ?? 0) + 1);
  }
  const largest = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST);
  list.replaceChildren(
    ...largest.map(([index]) => {
      const swatch = element("i");
      if (view.colour === "type") {
        swatch.style.background = theme.types[index] ?? theme.muted;
        if (index >= raw.types.length - GHOSTS.length) swatch.className = "sima-map__ghost";
        return element("li", {}, swatch, raw.types[index]?.[1] ?? "");
      }
      swatch.style.background = colourOf(index, theme.dark);
      const regions = view.colour === "scope" ? graph.scopes : graph.communities;
      return element("li", {}, swatch, regions[index]?.name ?? "");
    }),
  );
}
