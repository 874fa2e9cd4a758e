/** The buttons and choices above the map that don't filter. */

import type { Graph } from "./data";
import { element, part, save } from "./dom";
import type { ColourBy, State } from "./state";
import type { Surface } from "./surface";

/** Listen to the controls until the signal aborts; `changed` is called when the state has. */
export function listenToControls(
  root: HTMLElement, graph: Graph, surface: Surface, state: State,
  changed: () => void, signal: AbortSignal,
): void {
  const on = (name: string, press: () => void): void =>
    part(root, name).addEventListener("click", press, { signal });
  on("zoom-in", () => surface.zoom(1.5));
  on("zoom-out", () => surface.zoom(1 / 1.5));
  on("fit", () => surface.fitAll());
  on("png", () => surface.canvas.toBlob((png) => png && save("map.png", png)));
  on("svg", () => save("map.svg", new Blob([surface.toSvg()], { type: "image/svg+xml" })));
  part(root, "full").hidden = !document.fullscreenEnabled;
  on("full", () => {
    void (document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen());
  });
  const choice = (name: string, value: string, choose: (value: string) => void): void => {
    const select = part<HTMLSelectElement>(root, name);
    select.value = value;
    const chosen = (): void => {
      choose(select.value);
      changed();
    };
    select.addEventListener("change", chosen, { signal });
  };
  choice("colour", state.colour, (value) => (state.colour = value as ColourBy));
  for (const [name, label, nodes] of graph.raw.insights) {
    part(root, "insight").append(element("option", { value: name }, `${label} (${nodes.length})`));
  }
  choice("insight", state.insight, (value) => {
    state.focus = state.to = "";
    state.insight = value;
    surface.fitAll();
  });
}
