/** Which part of the map is seen: units of the map to CSS pixels of the stage and back. */

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export class Camera {
  width = 1;
  height = 1;
  scale = 1;
  /** The point of the map in the middle of the stage. */
  x = 0;
  y = 0;
  private least = 0.01;
  private readonly most = 12;

  toScreenX(x: number): number {
    return (x - this.x) * this.scale + this.width / 2;
  }

  toScreenY(y: number): number {
    return (y - this.y) * this.scale + this.height / 2;
  }

  toMap(screenX: number, screenY: number): [x: number, y: number] {
    return [
      (screenX - this.width / 2) / this.scale + this.x,
      (screenY - this.height / 2) / this.scale + this.y,
    ];
  }

  /** The part of the map that is on the stage, and a margin of so many pixels. */
  seen(margin = 0): Box {
    const [left, top] = this.toMap(-margin, -margin);
    const [right, bottom] = this.toMap(this.width + margin, this.height + margin);
    return { left, top, right, bottom };
  }

  pan(dx: number, dy: number): void {
    this.x -= dx / this.scale;
    this.y -= dy / this.scale;
  }

  /** Zoom by a factor; the point under (screenX, screenY) stays where it is. */
  zoom(factor: number, screenX = this.width / 2, screenY = this.height / 2): void {
    const [x, y] = this.toMap(screenX, screenY);
    this.scale = Math.min(this.most, Math.max(this.least, this.scale * factor));
    const [x2, y2] = this.toMap(screenX, screenY);
    this.x += x - x2;
    this.y += y - y2;
  }

  /** Show a box of the map as large as it fits, but no larger than `most`. */
  fit(box: Box, most = this.most, margin = 24): void {
    const width = Math.max(box.right - box.left, 1);
    const height = Math.max(box.bottom - box.top, 1);
    const free = (pixels: number): number => Math.max(pixels - 2 * margin, 50);
    this.scale = Math.min(free(this.width) / width, free(this.height) / height, most);
    this.x = (box.left + box.right) / 2;
    this.y = (box.top + box.bottom) / 2;
  }

  /** Set how far one can zoom out: until a box takes a third of the stage. */
  limit(box: Box): void {
    this.least =
      Math.min(this.width / (box.right - box.left), this.height / (box.bottom - box.top)) / 3;
  }
}

/** The smallest box around some circles of the map. */
export function boxOf(circles: { x: number; y: number; r: number }[]): Box {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const { x, y, r } of circles) {
    box.left = Math.min(box.left, x - r);
    box.right = Math.max(box.right, x + r);
    box.top = Math.min(box.top, y - r);
    box.bottom = Math.max(box.bottom, y + r);
  }
  return Number.isFinite(box.left) ? box : { left: -1, top: -1, right: 1, bottom: 1 };
}
