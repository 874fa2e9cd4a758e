/** Texts on the map that never lie on each other: who asks first gets the place. */

import type { Painter, TextStyle } from "./painter";

interface Taken {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const CELL = 80;

export class Labels {
  private readonly cells = new Map<number, Taken[]>();

  constructor(
    private readonly painter: Painter,
    private readonly width: number,
    private readonly height: number,
  ) {}

  /** Keep names away from a place. */
  avoid(x: number, y: number, r: number): void {
    this.reserve({ left: x - r, top: y - r, right: x + r, bottom: y + r });
  }

  /**
   * Write a text centred at one of some places (x, baseline), the first that is free. If it must
   * be written, the first that is on the stage will do.
   */
  write(
    text: string, places: [x: number, y: number][], style: TextStyle, must = false,
  ): boolean {
    const width = this.painter.measure(text, style);
    const margin = 2;
    let fallback: [box: Taken, x: number, y: number] | undefined;
    for (const [x, y] of places) {
      const box = {
        left: x - width / 2 - margin,
        top: y - style.size - margin,
        right: x + width / 2 + margin,
        bottom: y + margin,
      };
      if (box.left < 0 || box.right > this.width || box.top < 0 || box.bottom > this.height) continue;
      if (must) fallback ??= [box, x, y];
      if (this.blocked(box)) continue;
      this.reserve(box);
      this.painter.text(text, x, y, style);
      return true;
    }
    if (!fallback) return false;
    this.reserve(fallback[0]);
    this.painter.text(text, fallback[1], fallback[2], style);
    return true;
  }

  private blocked(box: Taken): boolean {
    for (const cell of cellsOf(box)) {
      for (const other of this.cells.get(cell) ?? []) {
        if (
          box.left < other.right && box.right > other.left &&
          box.top < other.bottom && box.bottom > other.top
        ) {
          return true;
        }
      }
    }
    return false;
  }

  private reserve(box: Taken): void {
    for (const cell of cellsOf(box)) {
      const taken = this.cells.get(cell);
      if (taken) taken.push(box);
      else this.cells.set(cell, [box]);
    }
  }
}

function* cellsOf(box: Taken): Iterable<number> {
  for (let x = Math.floor(box.left / CELL); x * CELL < box.right; x++) {
    for (let y = Math.floor(box.top / CELL); y * CELL < box.bottom; y++) yield x * 4096 + y;
  }
}

/** Shorten a text to so many characters, at a blank if one is near. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  const blank = cut.lastIndexOf(" ");
  return `${(blank > most * 0.6 ? cut.slice(0, blank) : cut).trimEnd()}…`;
}
