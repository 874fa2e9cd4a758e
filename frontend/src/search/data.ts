/** What the build has written for the search; plugins/mkdocs_sima/site/search/instant/index.py. */

import { Parts } from "./parts";

/** Title, address below the site's, summary. */
export type Card = [title: string, url: string, summary: string];
export type Section = [anchor: string, heading: string, text: string];
export const COLUMNS = ["type", "status", "scope", "priority"] as const;
export type Column = (typeof COLUMNS)[number];

/** The file that Material loads with the site. */
export interface Written {
  of: string;
  version: string;
  ids: string[];
  aliases: [page: number, id: string][];
  columns: Record<Column, [values: string[], places: number[]]>;
  types: Record<string, [label: string, className: string]>;
  weights: Record<number, number>;
  superseded: Record<number, string>;
  cards: Card[] | null;
  text: string[];
  common: string[];
  names: string[];
  with: Record<string, string>;
  small: string[];
  words: Record<string, string>;
}

interface PageFile {
  of: string;
  card: Card;
  parts: Section[];
}

/** The index, and whatever of the rest has been asked for. */
export class Data {
  readonly names: Parts;
  readonly text: Parts;
  readonly common: ReadonlySet<string>;
  readonly small: ReadonlySet<string>;
  private readonly pages = new Map<number, PageFile>();

  constructor(
    readonly written: Written,
    private readonly base: URL,
    /** Called when the site was built anew since: numbers may mean other pages now. */
    private readonly outdated: () => void,
  ) {
    this.names = new Parts(written.names, written.with, (name) => this.part("names", name));
    this.text = new Parts(written.text, {}, (name) => this.part("text", name));
    this.common = new Set(written.common);
    this.small = new Set(written.small);
  }

  get size(): number {
    return this.written.ids.length;
  }

  /** Return what a hit shows of a page, if it is known by now. */
  card(page: number): Card | undefined {
    return this.written.cards?.[page] ?? this.pages.get(page)?.card;
  }

  /** Return the sections of a page, if they are loaded. */
  sections(page: number): readonly Section[] | undefined {
    return this.pages.get(page)?.parts;
  }

  value(column: Column, page: number): string {
    const [values, places] = this.written.columns[column];
    return values[places[page] as number] ?? "";
  }

  /** Load pages. */
  async getPages(numbers: readonly number[]): Promise<void> {
    await Promise.all(
      numbers
        .filter((number) => !this.pages.has(number))
        .map(async (number) => {
          try {
            const file = (await (await this.file(`page/${number}.json`)).json()) as PageFile;
            if (file.of === this.written.of) this.pages.set(number, file);
            else this.outdated();
          } catch {
            // Shown without its text; asked for again with the next letter.
          }
        }),
    );
  }

  private async part(kind: string, name: string): Promise<string> {
    const bytes = new TextEncoder().encode(name);
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    const text = await (await this.file(`${kind}/${hex || "0"}.txt`)).text();
    const end = text.indexOf("\n");
    if (text.slice(0, end) !== this.written.of) {
      this.outdated();
      throw new Error("of another build");
    }
    return text.slice(end + 1);
  }

  private async file(path: string): Promise<Response> {
    const answer = await fetch(new URL(`search/${path}?${this.written.version}`, this.base));
    if (!answer.ok) throw new Error(`${answer.status}`);
    return answer;
  }
}
