/** Search as you type over IDs, titles and keywords; typing errors in words are forgiven. */

import MiniSearch, { type Query } from "minisearch";

import type { Row } from "./rows";
import { compactId, indexTerms, wantedTerms, type Wanted } from "./terms";

/** How many entries are indexed before the browser gets a turn. */
const CHUNK = 500;
const HAS_DIGIT = /\p{N}/u;

export class Search {
  private readonly index = new MiniSearch<Row>({
    idField: "index",
    fields: ["id", "title", "keywords"],
    storeFields: [],
    tokenize: indexTerms,
    processTerm: (term) => term,
    extractField: (row, field) =>
      field === "keywords"
        ? row.keywords.join(" ")
        : String(row[field as keyof Row]),
  });
  private readonly ids: string[];
  /** The words of each row, a blank before each. */
  private words: string[] = [];
  /** What each row says, in lower case. */
  private texts: string[] | undefined;
  private indexed: Promise<void> | undefined;
  /** Whether `find` can answer. */
  isReady = false;

  constructor(private readonly rows: readonly Row[]) {
    this.ids = rows.map((row) => compactId(row.id));
  }

  /** Index every row, once; resolves when `find` can answer. */
  ready(): Promise<void> {
    this.indexed ??= this.index
      .addAllAsync(this.rows, { chunkSize: CHUNK })
      .then(() => {
        this.words = this.rows.map(
          ({ id, title, keywords }) =>
            ` ${indexTerms(`${id} ${title} ${keywords.join(" ")}`).join(" ")}`,
        );
        this.isReady = true;
      });
    return this.indexed;
  }

  /** Return the rows that hold every word of the query: an answer while the index is built. */
  findPlainly(query: string): number[] {
    this.texts ??= this.rows.map(({ id, title, keywords }) =>
      `${id} ${title} ${keywords.join(" ")}`.toLowerCase(),
    );
    const words = query.toLowerCase().split(/[-_\s]+/u);
    const found = this.rows.flatMap(({ index }) => {
      const text = this.texts?.[index] ?? "";
      return words.every((word) => text.includes(word)) ? [index] : [];
    });
    return this.exactFirst(query, found);
  }

  /** Return the positions of the rows that match all words of the query, the best first. */
  find(query: string): number[] {
    const wanted = wantedTerms(query);
    if (wanted.length === 0) return this.rows.map((row) => row.index);
    const [{ term }] = wanted as [Wanted];
    if (wanted.length === 1 && term.length === 1) return this.beginning(term);
    const all = this.matching(wanted, "AND");
    // A whole question has words that no entry bears: then any word counts.
    const found = all.length > 0 ? all : this.matching(wanted, "OR");
    return this.exactFirst(query, found);
  }

  private matching(wanted: Wanted[], combineWith: "AND" | "OR"): number[] {
    const queries = wanted.map((want, position) =>
      this.queryFor(want, position === wanted.length - 1),
    );
    return this.index
      .search({ combineWith, queries })
      .map((result) => result.id as number);
  }

  /** Return the rows with a word that begins with a letter: half of all, so ranks say nothing. */
  private beginning(letter: string): number[] {
    return this.rows
      .filter((row) => this.words[row.index]?.includes(` ${letter}`))
      .map((row) => row.index);
  }

  private queryFor({ term, parts }: Wanted, last: boolean): Query {
    const number = HAS_DIGIT.test(term);
    const whole: Query = {
      queries: [term],
      tokenize: (text: string) => [text],
      boost: { id: 8, title: 3, keywords: 2 },
      // LESS-22 is no typing error of LESS-23, and "1" while typing "12" is a beginning.
      fuzzy: number || term.length < 4 ? false : 0.2,
      prefix: number ? last : true,
    };
    if (parts.length === 0) return whole;
    const apart = parts.map((part) =>
      this.queryFor({ term: part, parts: [] }, false),
    );
    return {
      combineWith: "OR",
      queries: [whole, { combineWith: "AND", queries: apart, boost: {} }],
    };
  }

  /** Put the entry whose ID was typed first, then those whose ID ends in it. */
  private exactFirst(query: string, found: number[]): number[] {
    const wanted = compactId(query);
    const exact: number[] = [];
    const ending: number[] = [];
    const others: number[] = [];
    for (const index of found) {
      const id = this.ids[index] ?? "";
      if (id === wanted) exact.push(index);
      else if (id !== "" && id.endsWith(wanted)) ending.push(index);
      else others.push(index);
    }
    return [...exact, ...ending, ...others];
  }
}
