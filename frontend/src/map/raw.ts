/** The graph as it is loaded: columns of numbers and texts. */

/** What graph/map/map_data.py writes. */
export interface Raw {
  types: [name: string, plural: string, singular: string][];
  statuses: [name: string, label: string][];
  relations: [name: string, label: string, inverse: string][];
  words: string[];
  scopes: [name: string, x: number, y: number, r: number][];
  communities: [name: string, x: number, y: number, r: number, scope: number][];
  id: string[];
  title: string[];
  summary: string[];
  url: string[];
  type: number[];
  status: number[];
  community: number[];
  x: number[];
  y: number[];
  wordCount: number[];
  word: number[];
  out: number[];
  step: number[];
  relation: number[];
  count: number[];
  alike: [a: number, b: number, score: number][];
  insights: [name: string, label: string, nodes: number[]][];
  /** What is cited but does not exist, and who cites it. */
  missing: [text: string, ...citing: number[]][];
  /** Files and folders of the repository that are cited, and who cites them. */
  code: [text: string, ...citing: number[]][];
}
