/** The canvas: keeps its size, follows the camera, draws the scene. It knows what, but not why. */

import { boxOf, Camera, type Box } from "./camera";
import type { Graph } from "./data";
import { part } from "./dom";
import { CanvasPainter, SvgPainter } from "./painter";
import { Scene } from "./scene";
import { readTheme, type Theme } from "./theme";
import type { View } from "./view";

const REST = 160; // milliseconds without a movement, until the map is drawn more finely

export class Surface {
  readonly camera = new Camera();
  readonly canvas: HTMLCanvasElement;
  readonly scene: Scene;
  theme: Theme;
  private readonly stage: HTMLElement;
  private readonly watchers: { disconnect(): void }[];
  private painter: CanvasPainter | undefined;
  private frame = 0;
  private rest = 0;
  private moving = false;
  /** What the camera was last asked to show, until the reader moves it. */
  private shown: Box | undefined;

  constructor(
    private readonly root: HTMLElement,
    private readonly graph: Graph,
    /** What is to be drawn. */
    public view: View,
    /** Called when the reader has switched the colour scheme. */
    recoloured: () => void,
  ) {
    this.stage = part(root, "stage");
    this.canvas = part<HTMLCanvasElement>(root, "canvas");
    this.scene = new Scene(graph);
    this.theme = this.readTheme();
    const sizes = new ResizeObserver(() => this.resize());
    sizes.observe(this.stage);
    const schemes = new MutationObserver(() => {
      this.theme = this.readTheme();
      this.painter = undefined;
      recoloured();
      this.redraw();
    });
    schemes.observe(document.body, { attributeFilter: ["data-md-color-scheme"] });
    this.watchers = [sizes, schemes];
    this.resize();
    this.fitAll();
  }

  /** Let go of everything: the page is being left. */
  leave(): void {
    for (const watcher of this.watchers) watcher.disconnect();
    cancelAnimationFrame(this.frame);
    clearTimeout(this.rest);
    this.canvas.width = this.canvas.height = 0; // frees its memory at once
  }

  private readTheme(): Theme {
    return readTheme(
      this.root,
      this.graph.raw.types.map(([name]) => name),
    );
  }

  private resize(): void {
    const { clientWidth, clientHeight } = this.stage;
    const ratio = window.devicePixelRatio || 1;
    const [width, height] = [Math.round(clientWidth * ratio), Math.round(clientHeight * ratio)];
    if (width === this.canvas.width && height === this.canvas.height) return;
    this.canvas.width = width;
    this.canvas.height = height;
    this.camera.width = clientWidth;
    this.camera.height = clientHeight;
    this.camera.limit(boxOf(this.graph.scopes));
    this.painter = undefined;
    if (this.shown) this.frameBox(this.shown);
    if (this.root.dataset.painted) this.paint(); // at once, or the stage would flicker
  }

  fitAll(): void {
    this.frameBox(boxOf(this.graph.scopes));
  }

  /** Move the camera so that some nodes are seen. */
  show(nodes: number[]): void {
    if (nodes.length === 0) return;
    const { x, y } = this.graph.raw;
    this.frameBox(boxOf(nodes.map((n) => ({ x: x[n] ?? 0, y: y[n] ?? 0, r: 40 }))));
  }

  private frameBox(box: Box): void {
    this.shown = box;
    this.camera.fit(box, 2.2, 20);
    this.redraw();
  }

  pan(dx: number, dy: number): void {
    this.camera.pan(dx, dy);
    this.moved();
  }

  /** Zoom by a factor, around a place of the stage or its middle. */
  zoom(factor: number, x?: number, y?: number): void {
    this.camera.zoom(factor, x, y);
    this.moved();
  }

  /** Draw soon, and more finely once the map has come to rest. */
  private moved(): void {
    this.shown = undefined;
    this.moving = true;
    clearTimeout(this.rest);
    this.rest = window.setTimeout(() => {
      this.moving = false;
      this.redraw();
    }, REST);
    this.redraw();
  }

  redraw(): void {
    this.frame ||= requestAnimationFrame(() => this.paint());
  }

  private paint(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    const context = this.canvas.getContext("2d");
    if (!context || !this.canvas.width) return;
    const ratio = this.canvas.width / this.camera.width;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.fillStyle = this.theme.background;
    context.fillRect(0, 0, this.camera.width, this.camera.height);
    const { family, background } = this.theme;
    this.painter ??= new CanvasPainter(context, family, background);
    this.scene.draw(this.painter, this.camera, this.theme, this.view, this.moving);
    if (!this.root.dataset.painted) {
      this.root.dataset.painted = "1";
      performance.mark("sima-map-painted");
    }
  }

  /** The part of the map that is seen, as the text of an SVG file. */
  toSvg(): string {
    this.paint();
    const { family, background } = this.theme;
    const painter = new SvgPainter(this.painter as CanvasPainter, family, background);
    this.scene.draw(painter, this.camera, this.theme, this.view, false);
    return painter.finish(this.camera.width, this.camera.height);
  }
}
