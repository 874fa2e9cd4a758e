/** The map page: brings camera, scene, panel, filters, list and address together. */

import { Camera, type Box } from "./camera";
import { Graph, type Raw } from "./data";
import { element, part, save } from "./dom";
import { Filters, visibleNodes, visibleRelations } from "./filters";
import { listen } from "./gestures";
import { fillLegend } from "./legend";
import { NodeList } from "./list";
import { CanvasPainter, SvgPainter } from "./painter";
import { fillPanel } from "./panel";
import { Scene, type ColourBy, type View } from "./scene";
import { offer } from "./search";
import { readState, writeState, type State } from "./state";
import { readTheme, type Theme } from "./theme";

export class MapPage {
  private readonly graph: Graph;
  private readonly words: Record<string, string>;
  private readonly state: State = readState(location.search);
  private readonly camera = new Camera();
  private readonly scene: Scene;
  private readonly view: View;
  private readonly stage: HTMLElement;
  private readonly canvas: HTMLCanvasElement;
  private readonly list: NodeList;
  private readonly leaving = new AbortController();
  private readonly watchers: { disconnect(): void }[] = [];
  private theme: Theme;
  private painter: CanvasPainter | undefined;
  private choosing = false;
  private frame = 0;
  private rest = 0;
  private moving = false;
  /** What the camera was last asked to show, until the reader moves it. */
  private shown: Box | undefined;

  constructor(
    private readonly root: HTMLElement,
    raw: Raw,
  ) {
    const { signal } = this.leaving;
    this.words = JSON.parse(root.dataset.words ?? "{}") as Record<string, string>;
    this.graph = new Graph(raw, this.words);
    this.scene = new Scene(this.graph);
    this.stage = part(root, "stage");
    this.canvas = part<HTMLCanvasElement>(root, "canvas");
    this.theme = this.readTheme();
    this.view = {
      colour: this.state.colour,
      visible: new Uint8Array(),
      relations: new Uint8Array(),
      alike: false,
      ghosts: false,
      focus: undefined,
      hover: undefined,
      lit: undefined,
      path: [],
    };
    const entries = String(this.graph.ghosts);
    part(root, "help").textContent = (this.words.map ?? "").replace("{count}", entries);
    root.classList.add("sima-map--live");
    this.list = new NodeList(root, this.graph, this.words, (n) => this.select(n, true), signal);
    new Filters(root, this.graph, this.state, () => this.changed(), signal);
    const suggestions = part(root, "suggestions");
    offer(part(root, "query"), suggestions, this.graph, (n) => this.pick(n, true), signal);
    this.listenToButtons(signal);
    this.listenToStage(signal);
    this.watch();
    this.resize();
    this.fitAll();
    this.changed();
    if (this.view.focus !== undefined) this.show([...(this.view.lit ?? [])]);
  }

  /** Let go of everything: the page is being left. */
  leave(): void {
    this.leaving.abort();
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

  private watch(): void {
    const sizes = new ResizeObserver(() => this.resize());
    sizes.observe(this.stage);
    const schemes = new MutationObserver(() => {
      this.theme = this.readTheme();
      this.painter = undefined;
      this.legend();
      this.redraw();
    });
    schemes.observe(document.body, { attributeFilter: ["data-md-color-scheme"] });
    this.watchers.push(sizes, schemes);
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
    this.camera.limit(this.whole());
    this.painter = undefined;
    if (this.shown) this.frameBox(this.shown);
    if (this.root.dataset.painted) this.paint(); // at once, or the stage would flicker
  }

  private whole(): Box {
    return boxOf(this.graph.scopes);
  }

  private fitAll(): void {
    this.frameBox(this.whole());
  }

  private frameBox(box: Box): void {
    this.shown = box;
    this.camera.fit(box, 2.2, 20);
    this.redraw();
  }

  private listenToButtons(signal: AbortSignal): void {
    const on = (name: string, press: () => void): void =>
      part(this.root, name).addEventListener("click", press, { signal });
    on("zoom-in", () => this.zoom(1.5));
    on("zoom-out", () => this.zoom(1 / 1.5));
    on("fit", () => this.fitAll());
    on("png", () => this.canvas.toBlob((png) => png && save("map.png", png)));
    on("svg", () => save("map.svg", new Blob([this.toSvg()], { type: "image/svg+xml" })));
    const full = part(this.root, "full");
    full.hidden = !document.fullscreenEnabled;
    on("full", () => {
      void (document.fullscreenElement ? document.exitFullscreen() : this.root.requestFullscreen());
    });
    const leave = (event: KeyboardEvent): void => {
      if (event.key === "Escape" && this.view.focus !== undefined) this.close();
    };
    this.root.addEventListener("keydown", leave, { signal }); // from panel and list as well
    const colour = part<HTMLSelectElement>(this.root, "colour");
    colour.value = this.state.colour;
    const choose = (): void => {
      this.state.colour = colour.value as ColourBy;
      this.changed();
    };
    colour.addEventListener("change", choose, { signal });
    this.offerInsights(signal);
  }

  private offerInsights(signal: AbortSignal): void {
    const select = part<HTMLSelectElement>(this.root, "insight");
    for (const [name, label, nodes] of this.graph.raw.insights) {
      select.append(element("option", { value: name }, `${label} (${nodes.length})`));
    }
    select.value = this.state.insight;
    const choose = (): void => {
      this.state.focus = this.state.to = "";
      this.state.insight = select.value;
      this.changed();
      this.fitAll();
    };
    select.addEventListener("change", choose, { signal });
  }

  private listenToStage(signal: AbortSignal): void {
    const at = (x: number, y: number): number | undefined => this.nodeAt(x, y);
    listen(
      this.canvas,
      {
        pan: (dx, dy) => {
          this.camera.pan(dx, dy);
          this.move();
        },
        zoom: (factor, x, y) => {
          this.camera.zoom(factor, x, y);
          this.move();
        },
        hover: (x, y) => this.hover(at(x, y)),
        leave: () => this.hover(undefined),
        tap: (x, y) => {
          const node = at(x, y);
          if (node === undefined) this.close();
          else this.pick(node, false);
        },
        open: (x, y) => this.open(at(x, y)),
        key: (key) => this.key(key),
      },
      signal,
    );
  }

  private key(key: string): boolean {
    const steps: Record<string, [number, number]> = {
      ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1],
    };
    const step = steps[key];
    if (step) this.stepTo(...step);
    else if (key === "+" || key === "=") this.zoom(1.3);
    else if (key === "-") this.zoom(1 / 1.3);
    else if (key === "0") this.fitAll();
    else if (key === "Enter" && this.view.focus !== undefined) this.open(this.view.focus);
    else if (key === "Escape" && this.view.focus !== undefined) this.close();
    else return false;
    return true;
  }

  /** Select the nearest node in a direction, or the most central one to begin with. */
  private stepTo(dx: number, dy: number): void {
    const { x, y } = this.graph.raw;
    const from = this.view.focus;
    const [fromX, fromY] =
      from === undefined ? [this.camera.x, this.camera.y] : [x[from] ?? 0, y[from] ?? 0];
    let best: number | undefined;
    let least = Infinity;
    for (let n = 0; n < this.graph.nodes; n++) {
      if (n === from || !this.view.visible[n]) continue;
      const [ax, ay] = [(x[n] ?? 0) - fromX, (y[n] ?? 0) - fromY];
      const ahead = ax * dx + ay * dy;
      const aside = Math.abs(ax * dy) + Math.abs(ay * dx);
      if (from !== undefined && (ahead <= 0 || aside > ahead * 1.5)) continue;
      const cost = Math.hypot(ax, ay) + aside;
      if (cost < least) [best, least] = [n, cost];
    }
    if (best !== undefined) this.select(best, false);
  }

  private zoom(factor: number): void {
    this.camera.zoom(factor);
    this.move();
  }

  private nodeAt(screenX: number, screenY: number): number | undefined {
    const { x, y } = this.graph.raw;
    let best: number | undefined;
    let least = 14;
    for (let n = 0; n < this.graph.nodes; n++) {
      if (!this.view.visible[n]) continue;
      const dx = this.camera.toScreenX(x[n] ?? 0) - screenX;
      const dy = this.camera.toScreenY(y[n] ?? 0) - screenY;
      if (Math.abs(dx) > 40 || Math.abs(dy) > 40) continue;
      const distance = Math.hypot(dx, dy) - this.scene.screenRadius(n, this.camera);
      if (distance < least) [best, least] = [n, distance];
    }
    return best;
  }

  private hover(node: number | undefined): void {
    if (node === this.view.hover) return;
    this.view.hover = node;
    this.canvas.style.cursor = node === undefined ? "grab" : "pointer";
    this.redraw();
  }

  /** What a click on a node, or a suggestion, means just now. */
  private pick(node: number, show: boolean): void {
    if (!this.choosing) this.select(node, show);
    else {
      this.choosing = false;
      this.state.to = this.graph.keyOf(node);
      this.changed();
      this.show(this.view.path);
    }
  }

  private select(node: number, show: boolean): void {
    this.state.focus = this.graph.keyOf(node);
    this.state.to = "";
    this.choosing = false;
    this.changed();
    const box = this.camera.seen(-40);
    const [x, y] = [this.graph.raw.x[node] ?? 0, this.graph.raw.y[node] ?? 0];
    if (show) this.show([...(this.view.lit ?? [node])]);
    else if (x < box.left || x > box.right || y < box.top || y > box.bottom) this.show([node]);
  }

  private close(): void {
    this.state.focus = this.state.to = "";
    this.choosing = false;
    this.changed();
  }

  private open(node: number | undefined): void {
    const url = node === undefined ? "" : this.graph.raw.url[node];
    if (url) location.assign(new URL(url, location.href));
  }

  /** Move the camera so that some nodes are seen. */
  private show(nodes: number[]): void {
    if (nodes.length === 0) return;
    const { x, y } = this.graph.raw;
    this.frameBox(boxOf(nodes.map((n) => ({ x: x[n] ?? 0, y: y[n] ?? 0, r: 40 }))));
  }

  /** Something was chosen: work out what is seen, tell panel, list and address, draw. */
  private changed(): void {
    const { graph, state, view } = this;
    view.colour = state.colour;
    view.alike = state.alike;
    view.ghosts = state.ghosts.length > 0;
    view.visible = visibleNodes(graph, state);
    view.relations = visibleRelations(graph, state);
    view.focus = graph.find(state.focus);
    const to = graph.find(state.to);
    view.path = [];
    view.lit = undefined;
    const visible = (node: number): boolean => view.visible[node] === 1;
    const insight = graph.raw.insights.find(([name]) => name === state.insight);
    if (view.focus === undefined && insight) view.lit = new Set(insight[2]);
    if (view.focus !== undefined) {
      view.lit = graph.around(view.focus, state.steps, visible);
      if (to !== undefined) {
        view.path = graph.path(view.focus, to, visible);
        if (view.path.length > 0) view.lit = new Set(view.path);
      }
    }
    this.panel(to);
    this.legend();
    this.list.show(view.visible, view.lit);
    const address = location.pathname + writeState(state) + location.hash;
    history.replaceState(history.state, "", address);
    this.redraw();
  }

  private panel(to: number | undefined): void {
    const panel = part(this.root, "panel");
    const { view } = this;
    panel.hidden = view.focus === undefined;
    if (view.focus === undefined) {
      panel.replaceChildren();
      return;
    }
    const { steps } = this.state;
    const visible = (node: number): boolean => view.visible[node] === 1;
    const { choosing } = this;
    const state = { node: view.focus, steps, choosing, to, path: view.path, visible };
    fillPanel(panel, this.graph, this.words, state, {
      select: (node) => this.select(node, true),
      close: () => this.close(),
      steps: (steps) => {
        this.state.steps = steps;
        this.changed();
      },
      startPath: () => {
        this.choosing = true;
        this.state.to = "";
        this.changed();
        part(this.root, "query").focus();
      },
    });
  }

  private legend(): void {
    fillLegend(part(this.root, "legend"), this.graph, this.theme, this.view);
  }

  /** Draw soon, and more finely once the map has come to rest. */
  private move(): void {
    this.shown = undefined;
    this.moving = true;
    clearTimeout(this.rest);
    this.rest = window.setTimeout(() => {
      this.moving = false;
      this.redraw();
    }, 160);
    this.redraw();
  }

  private redraw(): void {
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

  private toSvg(): string {
    this.paint();
    const { family, background } = this.theme;
    const painter = new SvgPainter(this.painter as CanvasPainter, family, background);
    this.scene.draw(painter, this.camera, this.theme, this.view, false);
    return painter.finish(this.camera.width, this.camera.height);
  }
}

function boxOf(circles: { x: number; y: number; r: number }[]): Box {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const { x, y, r } of circles) {
    box.left = Math.min(box.left, x - r);
    box.right = Math.max(box.right, x + r);
    box.top = Math.min(box.top, y - r);
    box.bottom = Math.max(box.bottom, y + r);
  }
  return Number.isFinite(box.left) ? box : { left: -1, top: -1, right: 1, bottom: 1 };
}
