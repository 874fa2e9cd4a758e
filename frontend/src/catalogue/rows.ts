/** Reads the catalogue's plain HTML table: the page is the data, no second copy is loaded. */

/** The columns that can be filtered by one of their values. */
export const FACETS = ["type", "scope", "status", "priority"] as const;
export type Facet = (typeof FACETS)[number];

export interface Row extends Record<Facet, string> {
  /** Position in the table as it was written, which is the order by ID. */
  index: number;
  id: string;
  title: string;
  date: string;
  keywords: string[];
  element: HTMLTableRowElement;
}

/** The order of the cells of a row; `templates/site/pages/catalogue.html` writes it. */
export const COLUMNS = [
  "id",
  "title",
  "type",
  "scope",
  "status",
  "priority",
  "date",
  "keywords",
] as const;
export type Column = (typeof COLUMNS)[number];

/** The value of a cell: its text, or `data-v` where the text is a label of the value. */
function cellValue(cell: HTMLTableCellElement | undefined): string {
  return cell?.getAttribute("data-v") ?? cell?.textContent ?? "";
}

/** Return the rows of a table body, in its order. */
export function readRows(body: HTMLTableSectionElement): Row[] {
  const rows: Row[] = [];
  for (
    let element = body.firstElementChild;
    element instanceof HTMLTableRowElement;
    element = element.nextElementSibling
  ) {
    const value = (column: Column): string =>
      cellValue(cells[COLUMNS.indexOf(column)]);
    const cells = element.children as HTMLCollectionOf<HTMLTableCellElement>;
    const keywords = value("keywords");
    rows.push({
      index: rows.length,
      id: value("id"),
      title: value("title"),
      type: value("type"),
      scope: value("scope"),
      status: value("status"),
      priority: value("priority"),
      date: value("date"),
      keywords: keywords ? keywords.split(", ") : [],
      element,
    });
  }
  return rows;
}
