/** The map page: brings surface, panel, filters, list and address together. */

import { listenToControls } from "./controls";
import { Graph } from "./data";
import { part } from "./dom";
import { Filters } from "./filters";
import { listen } from "./gestures";
import { fillLegend } from "./legend";
import { NodeList } from "./list";
import { nodeAt, nodeTowards } from "./nearest";
import { fillPanel } from "./panel";
import type { Raw } from "./raw";
import { offer } from "./search";
import { readState, writeState, type State } from "./state";
import { Surface } from "./surface";
import { viewOf, type View } from "./view";
import { counted, type Words } from "./words";

const STEPS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1],
};

export class MapPage {
  private readonly graph: Graph;
  private readonly words: Words;
  private readonly state: State = readState(location.search);
  private readonly surface: Surface;
  private readonly list: NodeList;
  private readonly leaving = new AbortController();
  /** Whether the next node that is picked is the other end of a path. */
  private choosing = false;

  constructor(
    private readonly root: HTMLElement,
    raw: Raw,
  ) {
    const { signal } = this.leaving;
    const changed = (): void => this.changed();
    this.words = JSON.parse(root.dataset.words ?? "{}") as Words;
    this.graph = new Graph(raw, this.words);
    part(root, "help").textContent = counted(this.words, "map", this.graph.ghosts);
    root.classList.add("sima-map--live");
    const view = viewOf(this.graph, this.state);
    this.surface = new Surface(root, this.graph, view, () => this.legend());
    this.list = new NodeList(root, this.graph, this.words, (n) => this.select(n, true), signal);
    new Filters(root, this.graph, this.state, changed, signal);
    const suggestions = part(root, "suggestions");
    offer(part(root, "query"), suggestions, this.graph, (n) => this.pick(n, true), signal);
    listenToControls(root, this.graph, this.surface, this.state, changed, signal);
    this.listenToStage(signal);
    this.changed();
    if (this.view.focus !== undefined) this.surface.show([...(this.view.lit ?? [])]);
  }

  /** Let go of everything: the page is being left. */
  leave(): void {
    this.leaving.abort();
    this.surface.leave();
  }

  private get view(): View {
    return this.surface.view;
  }

  private listenToStage(signal: AbortSignal): void {
    const { surface } = this;
    const radius = (node: number): number => surface.scene.screenRadius(node, surface.camera);
    const at = (x: number, y: number): number | undefined =>
      nodeAt(this.graph, this.view.visible, surface.camera, radius, x, y);
    const intentions = {
      pan: (dx: number, dy: number) => surface.pan(dx, dy),
      zoom: (factor: number, x: number, y: number) => surface.zoom(factor, x, y),
      hover: (x: number, y: number) => this.hover(at(x, y)),
      leave: () => this.hover(undefined),
      tap: (x: number, y: number) => {
        const node = at(x, y);
        if (node === undefined) this.close();
        else this.pick(node, false);
      },
      open: (x: number, y: number) => this.open(at(x, y)),
      key: (key: string) => this.key(key),
    };
    listen(surface.canvas, intentions, signal);
    const escape = (event: KeyboardEvent): void => {
      if (event.key === "Escape" && this.view.focus !== undefined) this.close();
    };
    this.root.addEventListener("keydown", escape, { signal }); // from panel and list as well
  }

  private key(key: string): boolean {
    const { focus, visible } = this.view;
    const step = STEPS[key];
    if (step) {
      const next = nodeTowards(this.graph, visible, this.surface.camera, focus, step);
      if (next !== undefined) this.select(next, false);
    } else if (key === "+" || key === "=") this.surface.zoom(1.3);
    else if (key === "-") this.surface.zoom(1 / 1.3);
    else if (key === "0") this.surface.fitAll();
    else if (key === "Enter" && focus !== undefined) this.open(focus);
    else if (key === "Escape" && focus !== undefined) this.close();
    else return false;
    return true;
  }

  private hover(node: number | undefined): void {
    if (node === this.view.hover) return;
    this.view.hover = node;
    this.surface.canvas.style.cursor = node === undefined ? "grab" : "pointer";
    this.surface.redraw();
  }

  /** What a click on a node, or a suggestion, means just now. */
  private pick(node: number, show: boolean): void {
    if (!this.choosing) this.select(node, show);
    else {
      this.choosing = false;
      this.state.to = this.graph.keyOf(node);
      this.changed();
      this.surface.show(this.view.path);
    }
  }

  private select(node: number, show: boolean): void {
    this.state.focus = this.graph.keyOf(node);
    this.state.to = "";
    this.choosing = false;
    this.changed();
    const box = this.surface.camera.seen(-40);
    const [x, y] = [this.graph.raw.x[node] ?? 0, this.graph.raw.y[node] ?? 0];
    const away = x < box.left || x > box.right || y < box.top || y > box.bottom;
    if (show) this.surface.show([...(this.view.lit ?? [node])]);
    else if (away) this.surface.show([node]);
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

  /** Something was chosen: work out what is seen, tell panel, list and address, draw. */
  private changed(): void {
    const view = viewOf(this.graph, this.state, this.view.hover);
    this.surface.view = view;
    this.panel();
    this.legend();
    this.list.show(view.visible, view.lit);
    const address = location.pathname + writeState(this.state) + location.hash;
    history.replaceState(history.state, "", address);
    this.surface.redraw();
  }

  private legend(): void {
    fillLegend(part(this.root, "legend"), this.graph, this.surface.theme, this.view);
  }

  private panel(): void {
    const panel = part(this.root, "panel");
    const { focus, to, path } = this.view;
    panel.hidden = focus === undefined;
    if (focus === undefined) {
      panel.replaceChildren();
      return;
    }
    const { steps } = this.state;
    const visible = (node: number): boolean => this.view.visible[node] === 1;
    const state = { node: focus, steps, choosing: this.choosing, to, path, visible };
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
}
