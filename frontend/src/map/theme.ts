/** The colours of the page, as they are now: read again when the reader switches the scheme. */

export interface Theme {
  dark: boolean;
  foreground: string;
  muted: string;
  background: string;
  accent: string;
  family: string;
  types: string[];
}

/** Read the colours that the stylesheets give below `root`; `types` are names of types. */
export function readTheme(root: HTMLElement, types: string[]): Theme {
  const probe = document.createElement("span");
  probe.style.setProperty("forced-color-adjust", "none"); // a map in one colour shows nothing
  root.append(probe);
  const colour = (value: string): string => {
    probe.style.color = value;
    return getComputedStyle(probe).color;
  };
  const background = opaque(colour("var(--md-default-bg-color, #fff)"), "#fff");
  const over = (value: string): string => opaque(colour(value), background);
  const [r, g, b] = channels(background);
  const theme: Theme = {
    background,
    dark: 0.3 * r + 0.6 * g + 0.1 * b < 128,
    foreground: over("var(--md-default-fg-color, #222)"),
    muted: over("var(--md-default-fg-color--light, #666)"),
    accent: over("var(--md-accent-fg-color, #526cfe)"),
    family: getComputedStyle(root).fontFamily,
    types: types.map((type) => {
      probe.className = type ? `sima-type-${type.toLowerCase()}` : "";
      return over("var(--sima-type, var(--md-default-fg-color--light, #888))");
    }),
  };
  probe.remove();
  return theme;
}

/** A colour for each of any number of things, neighbours well apart. */
export function colourOf(index: number, dark: boolean): string {
  const hue = (index * 137.508 + 210) % 360;
  const lightness = (dark ? 62 : 42) + (index % 3) * 6;
  return mix(`hsl(${hue.toFixed(0)} 62% ${lightness}%)`, "#000", 1);
}

/** Lay a colour over another with an opacity; the result is opaque, so it prints and exports. */
export function mix(colour: string, under: string, opacity: number): string {
  const [r, g, b, a] = channels(colour);
  const below = channels(under);
  const share = a * opacity;
  const over = [r, g, b].map((c, i) => Math.round(c * share + (below[i] ?? 0) * (1 - share)));
  return `rgb(${over.join(", ")})`;
}

function opaque(colour: string, under: string): string {
  return mix(colour, under, 1);
}

let context: CanvasRenderingContext2D | null | undefined;

/** Red, green and blue from 0 to 255 and the opacity of any CSS colour. */
function channels(colour: string): [r: number, g: number, b: number, a: number] {
  context ??= new OffscreenCanvas(1, 1).getContext("2d", {
    willReadFrequently: true,
  }) as unknown as CanvasRenderingContext2D | null;
  if (!context) return [128, 128, 128, 1];
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0, a = 255] = context.getImageData(0, 0, 1, 1).data;
  return [r, g, b, a / 255];
}
