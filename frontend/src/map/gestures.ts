/** Mouse, touch and keyboard on the stage, told as a few intentions. */

export interface Intentions {
  pan(dx: number, dy: number): void;
  zoom(factor: number, x: number, y: number): void;
  hover(x: number, y: number): void;
  leave(): void;
  tap(x: number, y: number): void;
  open(x: number, y: number): void;
  /** A key; true if it meant something here. */
  key(key: string): boolean;
}

const SLOP = 6; // pixels that a finger may tremble

/** Listen on an element until the signal aborts. */
export function listen(stage: HTMLElement, to: Intentions, signal: AbortSignal): void {
  const pointers = new Map<number, { x: number; y: number }>();
  let moved = 0;

  const place = (event: MouseEvent): [x: number, y: number] => {
    const box = stage.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  const spread = (): [x: number, y: number, distance: number] => {
    const [a, b] = [...pointers.values()];
    if (!a || !b) return [0, 0, 0];
    return [(a.x + b.x) / 2, (a.y + b.y) / 2, Math.hypot(a.x - b.x, a.y - b.y)];
  };

  const down = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const [x, y] = place(event);
    if (pointers.size === 0) moved = 0;
    pointers.set(event.pointerId, { x, y });
    stage.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent): void => {
    const [x, y] = place(event);
    const last = pointers.get(event.pointerId);
    if (!last) {
      if (event.pointerType === "mouse") to.hover(x, y);
      return;
    }
    moved += Math.hypot(x - last.x, y - last.y);
    const [x1, y1, before] = spread();
    pointers.set(event.pointerId, { x, y });
    if (pointers.size === 2) {
      const [x2, y2, after] = spread();
      to.pan(x2 - x1, y2 - y1);
      if (before > 0) to.zoom(after / before, x2, y2);
    } else if (moved > SLOP) to.pan(x - last.x, y - last.y);
  };
  const up = (event: PointerEvent): void => {
    const alone = pointers.delete(event.pointerId) && pointers.size === 0;
    if (alone && moved <= SLOP && event.type === "pointerup") to.tap(...place(event));
  };
  const wheel = (event: WheelEvent): void => {
    event.preventDefault();
    const pixels = event.deltaY * (event.deltaMode === 1 ? 30 : 1);
    to.zoom(Math.exp(-Math.max(-200, Math.min(200, pixels)) / 250), ...place(event));
  };

  stage.addEventListener("pointerdown", down, { signal });
  stage.addEventListener("pointermove", move, { signal });
  stage.addEventListener("pointerup", up, { signal });
  stage.addEventListener("pointercancel", up, { signal });
  stage.addEventListener("pointerleave", () => to.leave(), { signal });
  stage.addEventListener("wheel", wheel, { signal, passive: false });
  stage.addEventListener("dblclick", (event) => to.open(...place(event)), { signal });
  stage.addEventListener(
    "keydown",
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (!to.key(event.key)) return;
      event.preventDefault();
      event.stopPropagation(); // Material has keys of its own
    },
    { signal },
  );
}
