/** Lists of terms with the pages that have them, in parts that are loaded when they are asked for. */

/** A page and the weight of a term there. */
export type Posting = [page: number, weight: number];

/** The terms of one part, in their order, and their lines. */
interface Part {
  terms: string[];
  lines: Map<string, string>;
}

/** More parts than this hold too many words for a beginning to mean much. */
const MOST = 6;

export class Parts {
  private readonly names: ReadonlySet<string>;
  private readonly loaded = new Map<string, Part>();
  private readonly loading = new Map<string, Promise<void>>();
  private readonly decoded = new Map<string, Posting[]>();

  /** `load` gets the text of a part by its name; `known` are those that are there already. */
  constructor(
    names: readonly string[],
    known: Readonly<Record<string, string>>,
    private readonly load: (name: string) => Promise<string>,
  ) {
    this.names = new Set(names);
    for (const [name, text] of Object.entries(known)) this.loaded.set(name, read(text));
  }

  /** Return the parts that may hold a term, and terms that begin with it if so asked. */
  partsOf(term: string, beginnings: boolean): string[] {
    const found: string[] = [];
    for (let length = term.length; length >= 0; length--) {
      const name = term.slice(0, length);
      if (!this.names.has(name)) continue;
      found.push(name);
      break;
    }
    if (!beginnings) return found;
    const longer = [...this.names].filter((n) => n.length > term.length && n.startsWith(term));
    return longer.length <= MOST ? [...found, ...longer] : found;
  }

  /** Load parts; tells whether one of them wasn't there before. */
  async get(names: readonly string[]): Promise<void> {
    await Promise.all(
      names.filter((name) => !this.loaded.has(name)).map((name) => this.getOne(name)),
    );
  }

  has(names: readonly string[]): boolean {
    return names.every((name) => this.loaded.has(name));
  }

  private getOne(name: string): Promise<void> {
    let promise = this.loading.get(name);
    if (promise === undefined) {
      promise = this.load(name).then(
        (text) => void this.loaded.set(name, read(text)),
        () => void this.loading.delete(name), // asked for again with the next letter
      );
      this.loading.set(name, promise);
    }
    return promise;
  }

  /** Return the terms in loaded parts that begin with one. */
  beginning(term: string): string[] {
    return this.partsOf(term, true).flatMap((name) => {
      const terms = this.loaded.get(name)?.terms ?? [];
      const found: string[] = [];
      for (let at = lowerBound(terms, term); terms[at]?.startsWith(term); at++) {
        found.push(terms[at] as string);
      }
      return found;
    });
  }

  /** Return the parts that may hold what a term with a typing mistake is meant to be. */
  partsAround(term: string): string[] {
    return [...new Set([...this.partsOf(term, false), ...this.partsOf(term.slice(0, 2), true)])];
  }

  /** Return the terms in those parts, as far as they are loaded. */
  around(term: string): string[] {
    return this.partsAround(term).flatMap((name) => this.loaded.get(name)?.terms ?? []);
  }

  /** Return the pages that have a term, as far as its part is loaded. */
  postings(term: string): readonly Posting[] {
    const known = this.decoded.get(term);
    if (known) return known;
    const [name] = this.partsOf(term, false);
    const part = name === undefined ? undefined : this.loaded.get(name);
    if (part === undefined) return [];
    const line = part.lines.get(term) ?? "";
    let page = 0;
    const found: Posting[] = line === "" ? [] : line.split(",").map((text) => {
      const number = Number(text);
      page += Math.floor(number / 8);
      return [page, number % 8];
    });
    this.decoded.set(term, found);
    return found;
  }
}

function read(text: string): Part {
  const lines = new Map<string, string>();
  for (const line of text.split("\n")) {
    const blank = line.indexOf(" ");
    if (blank > 0) lines.set(line.slice(0, blank), line.slice(blank + 1));
  }
  return { terms: [...lines.keys()].sort(), lines };
}

function lowerBound(sorted: readonly string[], term: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as string) < term) low = middle + 1;
    else high = middle;
  }
  return low;
}
