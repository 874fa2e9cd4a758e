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
  element: Element;
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
function cellValue(cell: Element): string {
  return cell.getAttribute("data-v") ?? cell.textContent ?? "";
}

/** Return the rows of a table body, in its order. */
export function readRows(body: HTMLTableSectionElement): Row[] {
  const rows: Row[] = [];
  // Siblings are followed, for they are ten times faster than the live `rows` and `cells`.
  let element = body.firstElementChild;
  for (; element !== null; element = element.nextElementSibling) {
    const values: string[] = [];
    let cell = element.firstElementChild;
    for (; cell !== null; cell = cell.nextElementSibling) {
      values.push(cellValue(cell));
    }
    const [id, title, type, scope, status, priority, date, keywords] = values;
    rows.push({
      index: rows.length,
      id: id ?? "",
      title: title ?? "",
      type: type ?? "",
      scope: scope ?? "",
      status: status ?? "",
      priority: priority ?? "",
      date: date ?? "",
      keywords: keywords ? keywords.split(", ") : [],
      element,
    });
  }
  return rows;
}
