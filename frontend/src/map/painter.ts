/** Draws the map's few shapes, on a canvas or into an SVG file: one scene, two outputs. */

export interface TextStyle {
  size: number;
  bold: boolean;
  colour: string;
  align: "start" | "center" | "end";
}

export interface Painter {
  disc(x: number, y: number, r: number, fill: string, stroke: string, width: number): void;
  /** Many discs of one colour: x, y, r, x, y, r … */
  discs(circles: number[], fill: string, alpha: number): void;
  /** Many lines of one colour: x1, y1, x2, y2 … */
  lines(ends: number[], stroke: string, width: number, alpha: number, dashed?: boolean): void;
  /** Text on its baseline with a halo in the colour of the background. */
  text(text: string, x: number, y: number, style: TextStyle): void;
  measure(text: string, style: TextStyle): number;
}

export class CanvasPainter implements Painter {
  private readonly widths = new Map<string, number>();

  constructor(
    private readonly context: CanvasRenderingContext2D,
    private readonly family: string,
    private readonly background: string,
  ) {}

  disc(x: number, y: number, r: number, fill: string, stroke: string, width: number): void {
    const { context } = this;
    context.beginPath();
    context.arc(x, y, r, 0, Math.PI * 2);
    if (fill) {
      context.fillStyle = fill;
      context.fill();
    }
    if (stroke) {
      context.strokeStyle = stroke;
      context.lineWidth = width;
      context.stroke();
    }
  }

  discs(circles: number[], fill: string, alpha: number): void {
    const { context } = this;
    context.globalAlpha = alpha;
    context.fillStyle = fill;
    context.beginPath();
    for (let i = 0; i < circles.length; i += 3) {
      const x = circles[i] ?? 0;
      const y = circles[i + 1] ?? 0;
      const r = circles[i + 2] ?? 0;
      if (r < 0.8) context.rect(x - r, y - r, 2 * r, 2 * r); // nobody can tell, and it is cheap
      else {
        context.moveTo(x + r, y);
        context.arc(x, y, r, 0, Math.PI * 2);
      }
    }
    context.fill();
    context.globalAlpha = 1;
  }

  lines(ends: number[], stroke: string, width: number, alpha: number, dashed = false): void {
    const { context } = this;
    context.globalAlpha = alpha;
    context.strokeStyle = stroke;
    context.lineWidth = width;
    context.setLineDash(dashed ? [5, 4] : []);
    // One path per few hundred lines: a very long path is slow to stroke.
    for (let from = 0; from < ends.length; from += 1600) {
      const to = Math.min(from + 1600, ends.length);
      context.beginPath();
      for (let i = from; i < to; i += 4) {
        context.moveTo(ends[i] ?? 0, ends[i + 1] ?? 0);
        context.lineTo(ends[i + 2] ?? 0, ends[i + 3] ?? 0);
      }
      context.stroke();
    }
    context.setLineDash([]);
    context.globalAlpha = 1;
  }

  text(text: string, x: number, y: number, style: TextStyle): void {
    const { context } = this;
    context.font = this.font(style);
    context.textAlign = style.align;
    context.lineJoin = "round";
    context.lineWidth = 3;
    context.strokeStyle = this.background;
    context.strokeText(text, x, y);
    context.fillStyle = style.colour;
    context.fillText(text, x, y);
  }

  measure(text: string, style: TextStyle): number {
    const key = `${style.size}${style.bold ? "b" : ""}${text}`;
    let width = this.widths.get(key);
    if (width === undefined) {
      this.context.font = this.font(style);
      width = this.context.measureText(text).width;
      this.widths.set(key, width);
    }
    return width;
  }

  private font(style: TextStyle): string {
    return `${style.bold ? "bold " : ""}${style.size}px ${this.family}`;
  }
}

/** Collects SVG elements; measures with the canvas painter that it is given. */
export class SvgPainter implements Painter {
  private readonly parts: string[] = [];

  constructor(
    private readonly ruler: Painter,
    private readonly family: string,
    private readonly background: string,
  ) {}

  disc(x: number, y: number, r: number, fill: string, stroke: string, width: number): void {
    this.parts.push(
      `<circle cx="${fix(x)}" cy="${fix(y)}" r="${fix(r)}" fill="${attribute(fill || "none")}"` +
        ` stroke="${attribute(stroke || "none")}" stroke-width="${width}"/>`,
    );
  }

  discs(circles: number[], fill: string, alpha: number): void {
    this.parts.push(`<g fill="${attribute(fill)}" fill-opacity="${alpha}">`);
    for (let i = 0; i < circles.length; i += 3) {
      const [x, y, r] = circles.slice(i, i + 3);
      this.parts.push(`<circle cx="${fix(x)}" cy="${fix(y)}" r="${fix(r)}"/>`);
    }
    this.parts.push("</g>");
  }

  lines(ends: number[], stroke: string, width: number, alpha: number, dashed = false): void {
    let d = "";
    for (let i = 0; i < ends.length; i += 4) {
      d += `M${fix(ends[i])} ${fix(ends[i + 1])}L${fix(ends[i + 2])} ${fix(ends[i + 3])}`;
    }
    const dashes = dashed ? ' stroke-dasharray="5 4"' : "";
    this.parts.push(
      `<path d="${d}" fill="none" stroke="${attribute(stroke)}" stroke-width="${width}"` +
        ` stroke-opacity="${alpha}"${dashes}/>`,
    );
  }

  text(text: string, x: number, y: number, style: TextStyle): void {
    const anchor = { start: "start", center: "middle", end: "end" }[style.align];
    this.parts.push(
      `<text x="${fix(x)}" y="${fix(y)}" font-size="${style.size}" text-anchor="${anchor}"` +
        `${style.bold ? ' font-weight="bold"' : ""} fill="${attribute(style.colour)}"` +
        ` stroke="${attribute(this.background)}" stroke-width="3" paint-order="stroke"` +
        ` stroke-linejoin="round">${attribute(text)}</text>`,
    );
  }

  measure(text: string, style: TextStyle): number {
    return this.ruler.measure(text, style);
  }

  finish(width: number, height: number): string {
    return (
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"` +
      ` viewBox="0 0 ${width} ${height}" font-family="${attribute(this.family)}">` +
      `<rect width="100%" height="100%" fill="${attribute(this.background)}"/>` +
      `${this.parts.join("")}</svg>`
    );
  }
}

function fix(number: number | undefined): string {
  return (number ?? 0).toFixed(1);
}

function attribute(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}
