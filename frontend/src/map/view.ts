/** What is to be seen of the graph, worked out from what the reader has chosen. */

import type { Graph } from "./data";
import { visibleNodes, visibleRelations } from "./filters";
import type { ColourBy, State } from "./state";

export interface View {
  colour: ColourBy;
  /** 1 for each node that passes the filters. */
  visible: Uint8Array;
  /** 1 for each relation that is drawn. */
  relations: Uint8Array;
  alike: boolean;
  ghosts: boolean;
  focus: number | undefined;
  hover: number | undefined;
  /** The other end of the path that is asked for. */
  to: number | undefined;
  /** Nodes that stand out, if any do; the others fade. */
  lit: Set<number> | undefined;
  path: number[];
}

/** Return the view of a state; what the mouse is over is not part of it. */
export function viewOf(graph: Graph, state: State, hover?: number): View {
  const visible = visibleNodes(graph, state);
  const isVisible = (node: number): boolean => visible[node] === 1;
  const view: View = {
    colour: state.colour,
    visible,
    relations: visibleRelations(graph, state),
    alike: state.alike,
    ghosts: state.ghosts.length > 0,
    focus: graph.find(state.focus),
    hover,
    to: graph.find(state.to),
    lit: undefined,
    path: [],
  };
  if (view.focus === undefined) {
    const insight = graph.raw.insights.find(([name]) => name === state.insight);
    if (insight) view.lit = new Set(insight[2]);
    return view;
  }
  view.lit = graph.around(view.focus, state.steps, isVisible);
  if (view.to !== undefined) {
    view.path = graph.path(view.focus, view.to, isVisible);
    if (view.path.length > 0) view.lit = new Set(view.path);
  }
  return view;
}
