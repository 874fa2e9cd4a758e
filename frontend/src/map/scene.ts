/** Draws the map: regions, edges, nodes, names, in this order. */

import type { Camera } from "./camera";
import type { Graph } from "./data";
import { Labels, shortened } from "./labels";
import type { Painter, TextStyle } from "./painter";
import type { ColourBy } from "./state";
import { colourOf, mix, type Theme } from "./theme";
import type { View } from "./view";

/** Edges drawn at most: at rest, and while the map moves. The rest would be a grey blot anyway. */
const EDGES_AT_REST = 12000;
const EDGES_MOVING = 2500;
const LABELS = 140;

export class Scene {
  private readonly byCitations: Uint32Array;

  constructor(private readonly graph: Graph) {
    this.byCitations = Uint32Array.from({ length: graph.nodes }, (_, n) => n).sort(
      (a, b) => (graph.citations[b] ?? 0) - (graph.citations[a] ?? 0) || a - b,
    );
  }

  draw(painter: Painter, camera: Camera, theme: Theme, view: View, moving: boolean): void {
    this.drawRegions(painter, camera, theme, view);
    this.drawEdges(painter, camera, theme, view, moving);
    if (view.alike) this.drawAlike(painter, camera, theme, view);
    this.drawLitEdges(painter, camera, theme, view);
    this.drawNodes(painter, camera, theme, view);
    this.drawNames(painter, camera, theme, view);
  }

  /** The colour of a node by what the reader chose. */
  colourOf(node: number, theme: Theme, by: ColourBy): string {
    const { raw } = this.graph;
    if (by === "type") return theme.types[raw.type[node] ?? 0] ?? theme.muted;
    const index = by === "scope" ? this.graph.scopeOf(node) : (raw.community[node] ?? 0);
    return colourOf(index, theme.dark);
  }

  private drawRegions(painter: Painter, camera: Camera, theme: Theme, view: View): void {
    const line = mix(theme.foreground, theme.background, 0.18);
    this.graph.scopes.forEach((scope, index) => {
      const own = view.colour === "scope" ? colourOf(index, theme.dark) : theme.foreground;
      const fill = mix(own, theme.background, view.colour === "scope" ? 0.1 : 0.04);
      this.drawRegion(painter, camera, scope, fill, line);
    });
    this.graph.communities.forEach((community, index) => {
      const own = view.colour === "community" ? colourOf(index, theme.dark) : theme.foreground;
      const fill = mix(own, theme.background, view.colour === "community" ? 0.14 : 0.07);
      this.drawRegion(painter, camera, community, fill, "");
    });
  }

  private drawRegion(
    painter: Painter,
    camera: Camera,
    region: { x: number; y: number; r: number },
    fill: string,
    line: string,
  ): void {
    const x = camera.toScreenX(region.x);
    const y = camera.toScreenY(region.y);
    const r = region.r * camera.scale;
    if (x + r < 0 || y + r < 0 || x - r > camera.width || y - r > camera.height) return;
    painter.disc(x, y, r, fill, line, 1);
  }

  private drawEdges(
    painter: Painter,
    camera: Camera,
    theme: Theme,
    view: View,
    moving: boolean,
  ): void {
    const { raw, source, target } = this.graph;
    const edges = view.ghosts ? this.graph.edges : this.graph.ghostEdges;
    const box = camera.seen();
    const near: number[] = [];
    const far: number[] = [];
    const every = Math.ceil(edges / (moving ? EDGES_MOVING : EDGES_AT_REST));
    for (let e = 0; e < edges; e++) {
      if (every > 1 && Math.imul(e, 40503) % every !== 0) continue;
      const a = source[e] ?? 0;
      const b = target[e] ?? 0;
      if (!view.visible[a] || !view.visible[b] || !view.relations[raw.relation[e] ?? 0]) continue;
      const x1 = raw.x[a] ?? 0;
      const y1 = raw.y[a] ?? 0;
      const x2 = raw.x[b] ?? 0;
      const y2 = raw.y[b] ?? 0;
      if (Math.max(x1, x2) < box.left || Math.min(x1, x2) > box.right) continue;
      if (Math.max(y1, y2) < box.top || Math.min(y1, y2) > box.bottom) continue;
      (raw.community[a] === raw.community[b] ? near : far).push(
        camera.toScreenX(x1), camera.toScreenY(y1), camera.toScreenX(x2), camera.toScreenY(y2),
      );
    }
    // The smaller the map, the closer its lines: paler, or they would hide the nodes.
    const faded = (view.lit ? 0.25 : 1) * Math.min(1, 0.3 + 0.6 * camera.scale);
    const dense = (lines: number[]): number => Math.min(1, Math.sqrt(800 / (lines.length / 4 + 1)));
    painter.lines(far, theme.foreground, 0.7, (0.012 + 0.07 * dense(far)) * faded);
    painter.lines(near, theme.foreground, 0.8, (0.02 + 0.13 * dense(near)) * faded);
  }

  private drawAlike(painter: Painter, camera: Camera, theme: Theme, view: View): void {
    const { raw } = this.graph;
    const lines: number[] = [];
    for (const [a, b] of raw.alike) {
      if (!view.visible[a] || !view.visible[b]) continue;
      if (view.lit && !(view.lit.has(a) && view.lit.has(b))) continue;
      lines.push(...this.ends(a, b, camera));
    }
    painter.lines(lines, theme.accent, 1, 0.45, true);
  }

  private drawLitEdges(painter: Painter, camera: Camera, theme: Theme, view: View): void {
    const { path } = view;
    const { source, target, raw } = this.graph;
    const lines: number[] = [];
    if (path.length > 1) {
      path.slice(1).forEach((node, i) => lines.push(...this.ends(path[i] ?? node, node, camera)));
      painter.lines(lines, theme.accent, 3, 0.9);
      return;
    }
    const { focus, hover, lit } = view;
    const middle = focus ?? hover;
    if (middle === undefined && !lit) return;
    // Around one node its own edges, of a group those inside it.
    const shown =
      middle === undefined
        ? [...(lit ?? [])].flatMap((n) => this.graph.edgesFrom(n))
        : [...this.graph.edgesFrom(middle), ...this.graph.edgesTo(middle)];
    for (const e of shown) {
      const a = source[e] ?? 0;
      const b = target[e] ?? 0;
      if (a === b || !view.visible[a] || !view.visible[b]) continue;
      if (middle === undefined && !lit?.has(b)) continue;
      if (!view.relations[raw.relation[e] ?? 0]) continue;
      const ends = this.ends(a, b, camera);
      lines.push(...ends, ...this.head(ends, b, camera));
    }
    painter.lines(lines, theme.accent, 1.3, 0.75);
  }

  private ends(a: number, b: number, camera: Camera): [number, number, number, number] {
    const { x, y } = this.graph.raw;
    return [
      camera.toScreenX(x[a] ?? 0),
      camera.toScreenY(y[a] ?? 0),
      camera.toScreenX(x[b] ?? 0),
      camera.toScreenY(y[b] ?? 0),
    ];
  }

  /** The two strokes of an arrow head that touches the rim of a node. */
  private head(ends: [number, number, number, number], node: number, camera: Camera): number[] {
    const [x1, y1, x2, y2] = ends;
    const length = Math.hypot(x2 - x1, y2 - y1);
    const rim = this.screenRadius(node, camera) + 2;
    if (length < rim + 8) return [];
    const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
    const [tipX, tipY] = [x2 - ux * rim, y2 - uy * rim];
    return [1, -1].flatMap((side) => [
      tipX, tipY, tipX - ux * 7 - uy * 3.5 * side, tipY - uy * 7 + ux * 3.5 * side,
    ]);
  }

  /** Nodes grow slower than the map, so that zooming in makes room between them. */
  screenRadius(node: number, camera: Camera): number {
    return (this.graph.radius[node] ?? 3) * Math.min(camera.scale, 0.45 + camera.scale * 0.55);
  }

  private drawNodes(painter: Painter, camera: Camera, theme: Theme, view: View): void {
    const { x, y } = this.graph.raw;
    const box = camera.seen(20);
    const bright = new Map<string, number[]>();
    const faded = new Map<string, number[]>();
    const ghosts: number[] = [];
    for (let n = 0; n < this.graph.nodes; n++) {
      if (!view.visible[n]) continue;
      const px = x[n] ?? 0;
      const py = y[n] ?? 0;
      if (px < box.left || px > box.right || py < box.top || py > box.bottom) continue;
      if (n >= this.graph.ghosts) {
        if (!view.lit || view.lit.has(n)) ghosts.push(n);
        continue;
      }
      const colour = this.colourOf(n, theme, view.colour);
      const groups = view.lit && !view.lit.has(n) ? faded : bright;
      let group = groups.get(colour);
      if (!group) groups.set(colour, (group = []));
      group.push(
        camera.toScreenX(px), camera.toScreenY(py), Math.max(0.7, this.screenRadius(n, camera)),
      );
    }
    for (const n of ghosts) this.drawGhost(painter, n, camera, theme);
    for (const [colour, circles] of faded) painter.discs(circles, colour, 0.18);
    for (const [colour, circles] of bright) painter.discs(circles, colour, 1);
    const ends = [view.path[0], view.path.at(-1), view.focus, view.hover];
    for (const n of new Set(ends)) {
      if (n === undefined || !view.visible[n]) continue;
      const [sx, sy] = this.ends(n, n, camera);
      painter.disc(sx, sy, this.screenRadius(n, camera) + 3, "", theme.foreground, 2);
    }
  }

  /** A ring: there is nothing in it. */
  private drawGhost(painter: Painter, node: number, camera: Camera, theme: Theme): void {
    const [x, y] = this.ends(node, node, camera);
    const colour = this.colourOf(node, theme, "type");
    painter.disc(x, y, Math.max(2, this.screenRadius(node, camera)), theme.background, colour, 1.5);
  }

  private drawNames(painter: Painter, camera: Camera, theme: Theme, view: View): void {
    const labels = new Labels(painter, camera.width, camera.height);
    this.nameScopes(labels, camera, theme);
    this.nameCommunities(labels, camera, theme, view);
    for (const [x, y, r] of this.obstacles(camera, view)) labels.avoid(x, y, r);
    const first = [view.hover, view.focus, ...view.path].filter((n) => n !== undefined);
    for (const n of new Set(first)) if (view.visible[n]) this.name(labels, n, camera, theme, true);
    let left = LABELS;
    for (const n of this.byCitations) {
      if (left <= 0) break;
      if (!view.visible[n] || first.includes(n)) continue;
      const lit = view.lit?.has(n) ?? false;
      if (view.lit && !lit) continue;
      if (!lit && this.screenRadius(n, camera) < 4.2 && camera.scale < 1.4) continue;
      if (this.name(labels, n, camera, theme, false)) left--;
    }
  }

  /** The nodes that a name must not hide. */
  private *obstacles(camera: Camera, view: View): Iterable<[x: number, y: number, r: number]> {
    const { x, y } = this.graph.raw;
    const box = camera.seen();
    for (let n = 0; n < this.graph.nodes; n++) {
      if (!view.visible[n] || (view.lit && !view.lit.has(n))) continue;
      const px = x[n] ?? 0;
      const py = y[n] ?? 0;
      if (px < box.left || px > box.right || py < box.top || py > box.bottom) continue;
      const r = this.screenRadius(n, camera);
      if (r > 3.5) yield [camera.toScreenX(px), camera.toScreenY(py), r * 0.8];
    }
  }

  private name(
    labels: Labels, node: number, camera: Camera, theme: Theme, strong: boolean,
  ): boolean {
    const [x, y] = this.ends(node, node, camera);
    if (x < -50 || y < -20 || x > camera.width + 50 || y > camera.height + 20) return false;
    const r = this.screenRadius(node, camera) + 3;
    const id = this.graph.idOf(node);
    const long = strong || camera.scale > 3;
    const text = shortened(long ? this.graph.nameOf(node) : id || this.graph.titleOf(node), long ? 60 : 28);
    const style: TextStyle = { size: strong ? 13 : 11, bold: strong, colour: theme.foreground, align: "center" };
    const half = (long ? 0 : 3.4 * text.length) + r;
    return labels.write(
      text,
      [[x, y + r + 11], [x, y - r - 3], [x + half, y + 4], [x - half, y + 4]],
      style,
      strong,
    );
  }

  private nameScopes(labels: Labels, camera: Camera, theme: Theme): void {
    const scopes = [...this.graph.scopes].sort((a, b) => b.r - a.r);
    for (const scope of scopes) {
      const r = scope.r * camera.scale;
      if (r < 14) continue;
      const x = camera.toScreenX(scope.x);
      const y = camera.toScreenY(scope.y);
      const size = r > 90 ? 16 : r > 40 ? 13 : 11;
      const style: TextStyle = { size, bold: true, colour: theme.foreground, align: "center" };
      const places: [number, number][] = [[x, y - r - 4], [x, y - r + size + 2]];
      // Of a region larger than the stage, the name stays at the upper rim of what is seen of it.
      const [nearX, nearY] = [clamp(x, 80, camera.width - 80), clamp(y - r, size + 6, camera.height)];
      if (Math.hypot(nearX - x, nearY - y) < r - size) places.push([nearX, nearY]);
      labels.write(shortened(scope.name, Math.max(12, Math.round(r / 4))), places, style);
    }
  }

  private nameCommunities(labels: Labels, camera: Camera, theme: Theme, view: View): void {
    const perScope = new Map<number, number>();
    for (const { scope } of this.graph.communities) {
      perScope.set(scope, (perScope.get(scope) ?? 0) + 1);
    }
    this.graph.communities.forEach((community, index) => {
      const r = community.r * camera.scale;
      if (r < 44 || perScope.get(community.scope) === 1) return;
      const x = camera.toScreenX(community.x);
      const y = camera.toScreenY(community.y);
      const own = view.colour === "community" ? colourOf(index, theme.dark) : theme.muted;
      const style: TextStyle = { size: 11, bold: false, colour: own, align: "center" };
      labels.write(shortened(community.name, Math.max(14, Math.round(r / 2.8))), [
        [x, y - r + 12], [x, y + r - 4],
      ], style);
    });
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
