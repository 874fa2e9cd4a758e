/** The catalogue on the page: its form, its table, the address. */

import {
  COLUMNS,
  FACETS,
  readRows,
  type Column,
  type Facet,
  type Row,
} from "./rows";
import { Search } from "./search";
import { Order, select, type Counts } from "./selection";
import { readState, writeState, type State } from "./state";

/** Rows put on the page at a time: more come as the reader scrolls or asks for them. */
const CHUNK = 30;
/** Keywords offered while one is being typed. */
const OFFERED = 50;

function find<T extends Element>(
  root: ParentNode,
  selector: string,
  type: new () => T,
): T {
  const element = root.querySelector(selector);
  if (element instanceof type) return element;
  throw new Error(`the catalogue page lacks ${selector}`);
}

export class Catalogue {
  private readonly form: HTMLFormElement;
  private readonly query: HTMLInputElement;
  private readonly keyword: HTMLInputElement;
  private readonly offered: HTMLDataListElement;
  private readonly chosen: HTMLElement;
  private readonly count: HTMLElement;
  private readonly table: HTMLTableElement;
  private readonly body: HTMLTableSectionElement;
  private readonly more: HTMLButtonElement;
  private readonly none: HTMLElement;
  private readonly rows: Row[];
  private readonly search: Search;
  private readonly order: Order;
  private readonly keywords: [string, number][];
  private readonly scrolled: IntersectionObserver;
  private state: State;
  private shown: Row[] = [];

  constructor(private readonly root: HTMLElement) {
    this.form = find(root, "form", HTMLFormElement);
    this.query = find(root, "input[name=find]", HTMLInputElement);
    this.keyword = find(root, "input[name=keyword]", HTMLInputElement);
    this.offered = find(root, "datalist", HTMLDataListElement);
    this.chosen = find(root, "[data-sima=keywords]", HTMLElement);
    this.count = find(root, "[data-sima=count]", HTMLElement);
    this.table = find(root, "table", HTMLTableElement);
    this.body = find(root, "tbody", HTMLTableSectionElement);
    this.more = find(root, "[data-sima=more]", HTMLButtonElement);
    this.none = find(root, "[data-sima=none]", HTMLElement);
    this.rows = readRows(this.body);
    this.search = new Search(this.rows);
    this.order = new Order(this.rows, document.documentElement.lang || "en");
    this.keywords = countKeywords(this.rows);
    this.state = readState(location.search);
    this.scrolled = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) this.append();
      },
      { rootMargin: "600px" },
    );
    this.makeHeadersSort();
    this.listen();
    this.writeForm();
    this.form.hidden = false;
    this.update();
    root.classList.add("sima-catalogue--live");
    performance.mark("sima-catalogue");
    if (this.state.query === "") {
      // The rows are there to be read and filtered; what typing needs follows when idle.
      window.setTimeout(() => void this.search.ready(), 50);
    }
  }

  private listen(): void {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
    });
    this.form.addEventListener("input", (event) => {
      if (event.target === this.keyword) this.offerKeywords();
      else this.readForm();
    });
    this.form.addEventListener("reset", (event) => {
      event.preventDefault();
      this.state = readState("");
      this.writeForm();
      this.changed();
      this.query.focus();
    });
    this.keyword.addEventListener("change", () => {
      this.addKeyword(this.keyword.value);
    });
    this.keyword.addEventListener("keydown", (event) => {
      if (event.key === "Enter") this.addKeyword(this.keyword.value);
    });
    const leaving = new AbortController();
    this.root.addEventListener("sima-leave", () => leaving.abort(), { once: true });
    window.addEventListener(
      "beforeprint",
      () => this.append(this.shown.length), // paper can't be scrolled
      { signal: leaving.signal },
    );
    this.more.addEventListener("click", () => {
      const next = this.body.rows.length;
      this.append();
      this.body.rows[next]?.querySelector("a")?.focus();
    });
  }

  private readForm(): void {
    const given = new FormData(this.form);
    this.state.query = this.query.value.trim();
    for (const facet of FACETS) {
      this.state.facets[facet] = given
        .getAll(facet)
        .map(String)
        .filter((value) => value !== "");
    }
    this.changed();
  }

  private writeForm(): void {
    this.query.value = this.state.query;
    for (const facet of FACETS) {
      const values = this.state.facets[facet];
      for (const control of this.form.querySelectorAll(`[name=${facet}]`)) {
        if (control instanceof HTMLInputElement) {
          control.checked = values.includes(control.value);
        } else if (control instanceof HTMLSelectElement) {
          control.value = values[0] ?? "";
        }
      }
    }
    this.showKeywords();
  }

  private changed(): void {
    history.replaceState(
      history.state,
      "",
      location.pathname + writeState(this.state) + location.hash,
    );
    this.update();
  }

  private update(): void {
    const { query } = this.state;
    if (query === "") {
      this.show(this.rows);
      return;
    }
    const { isReady } = this.search;
    const found = isReady
      ? this.search.find(query)
      : this.search.findPlainly(query);
    this.show(found.flatMap((at) => this.rows[at] ?? []));
    if (isReady) return;
    void this.search.ready().then(() => {
      if (this.root.isConnected) this.update();
    });
  }

  private show(candidates: readonly Row[]): void {
    const { rows, counts } = select(candidates, this.state);
    const { sort, descending } = this.state;
    this.shown = sort ? this.order.sort(rows, sort, descending) : rows;
    this.body.replaceChildren();
    this.append();
    this.showCounts(counts);
    this.showSort();
    this.none.hidden = this.shown.length > 0;
    const text = this.count.dataset.text ?? "{shown} / {total}";
    this.count.textContent = text
      .replace("{shown}", this.shown.length.toLocaleString(language()))
      .replace("{total}", this.rows.length.toLocaleString(language()));
  }

  private append(most = CHUNK): void {
    const from = this.body.rows.length;
    const next = this.shown.slice(from, from + most);
    this.body.append(...next.map((row) => row.element));
    const rest = this.shown.length - from - next.length;
    this.more.hidden = rest <= 0;
    this.scrolled.unobserve(this.more);
    if (rest > 0) this.scrolled.observe(this.more);
  }

  private showCounts(counts: Counts): void {
    for (const output of this.form.querySelectorAll<HTMLElement>(
      "[data-count]",
    )) {
      const input = output.parentElement?.querySelector("input");
      const count = counts[output.dataset.count as Facet].get(
        input?.value ?? "",
      );
      output.textContent = String(count ?? 0);
    }
    for (const option of this.form.querySelectorAll<HTMLOptionElement>(
      "option[value]",
    )) {
      const facet = option.closest("select")?.name as Facet | undefined;
      if (facet === undefined || option.value === "") continue;
      option.dataset.label ??= option.text;
      const count = counts[facet].get(option.value) ?? 0;
      option.text = `${option.dataset.label} (${count})`;
    }
  }

  private makeHeadersSort(): void {
    COLUMNS.forEach((column, position) => {
      const header = this.table.tHead?.rows[0]?.cells[position];
      if (header === undefined || column === "keywords") return;
      const button = document.createElement("button");
      button.type = "button";
      button.append(...header.childNodes);
      button.addEventListener("click", () => {
        this.sortBy(column);
      });
      header.append(button);
    });
  }

  private sortBy(column: Column): void {
    const again = this.state.sort === column;
    this.state.descending = again && !this.state.descending;
    this.state.sort = column;
    this.changed();
  }

  private showSort(): void {
    COLUMNS.forEach((column, position) => {
      const header = this.table.tHead?.rows[0]?.cells[position];
      if (this.state.sort === column) {
        header?.setAttribute(
          "aria-sort",
          this.state.descending ? "descending" : "ascending",
        );
      } else header?.removeAttribute("aria-sort");
    });
  }

  private offerKeywords(): void {
    const typed = this.keyword.value.trim().toLowerCase();
    const fitting = this.keywords
      .filter(([keyword]) => keyword.includes(typed))
      .slice(0, OFFERED);
    this.offered.replaceChildren(
      ...fitting.map(([keyword, count]) => new Option(`${count}`, keyword)),
    );
  }

  private addKeyword(text: string): void {
    const keyword = text.trim().toLowerCase();
    this.keyword.value = "";
    if (keyword === "" || this.state.keywords.includes(keyword)) return;
    this.state.keywords.push(keyword);
    this.showKeywords();
    this.changed();
  }

  private showKeywords(): void {
    const label = this.chosen.dataset.remove ?? "{keyword}";
    this.chosen.replaceChildren(
      ...this.state.keywords.map((keyword) => {
        const button = document.createElement("button");
        button.type = "button";
        button.className = "sima-pill";
        button.textContent = `${keyword} ×`;
        button.ariaLabel = label.replace("{keyword}", keyword);
        button.addEventListener("click", () => {
          this.state.keywords = this.state.keywords.filter(
            (other) => other !== keyword,
          );
          this.showKeywords();
          this.changed();
          this.keyword.focus();
        });
        return button;
      }),
    );
  }
}

function language(): string {
  return document.documentElement.lang || "en";
}

/** Return each keyword with the number of rows that bear it, the most frequent first. */
function countKeywords(rows: readonly Row[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    for (const keyword of row.keywords) {
      counts.set(keyword, (counts.get(keyword) ?? 0) + 1);
    }
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}
