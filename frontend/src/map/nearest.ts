/** Which node is meant by a place on the stage, or by the direction of an arrow key. */

import type { Camera } from "./camera";
import type { Graph } from "./data";

const REACH = 14; // pixels beside a node that still mean it

/** The node under a place of the stage, in CSS pixels; `radius` is that of a node on the stage. */
export function nodeAt(
  graph: Graph,
  visible: Uint8Array,
  camera: Camera,
  radius: (node: number) => number,
  screenX: number,
  screenY: number,
): number | undefined {
  const { x, y } = graph.raw;
  let best: number | undefined;
  let least = REACH;
  for (let n = 0; n < graph.nodes; n++) {
    if (!visible[n]) continue;
    const dx = camera.toScreenX(x[n] ?? 0) - screenX;
    const dy = camera.toScreenY(y[n] ?? 0) - screenY;
    if (Math.abs(dx) > 40 || Math.abs(dy) > 40) continue;
    const distance = Math.hypot(dx, dy) - radius(n);
    if (distance < least) [best, least] = [n, distance];
  }
  return best;
}

/** The nearest node in a direction from another, or the one next to the camera to begin with. */
export function nodeTowards(
  graph: Graph,
  visible: Uint8Array,
  camera: Camera,
  from: number | undefined,
  [dx, dy]: [number, number],
): number | undefined {
  const { x, y } = graph.raw;
  const [fromX, fromY] =
    from === undefined ? [camera.x, camera.y] : [x[from] ?? 0, y[from] ?? 0];
  let best: number | undefined;
  let least = Infinity;
  for (let n = 0; n < graph.nodes; n++) {
    if (n === from || !visible[n]) continue;
    const [ax, ay] = [(x[n] ?? 0) - fromX, (y[n] ?? 0) - fromY];
    const ahead = ax * dx + ay * dy;
    const aside = Math.abs(ax * dy) + Math.abs(ay * dx);
    if (from !== undefined && (ahead <= 0 || aside > ahead * 1.5)) continue;
    const cost = Math.hypot(ax, ay) + aside;
    if (cost < least) [best, least] = [n, cost];
  }
  return best;
}
