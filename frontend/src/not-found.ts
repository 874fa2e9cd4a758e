/**
 * Helps whoever followed an address that leads nowhere: looks for a REF-ID in it and offers the
 * entries that bear it, or nearly so. The page says where the table of IDs lies.
 */

import { compactId } from "./catalogue/terms";

/** [address below the site's root, title] of each document that an ID may mean. */
type Lookup = Record<string, [string, string][]>;

const SHOWN = 8;

/** Return what may be an ID in a path, the last part first: `LESS-22-Old-Title`, then `LESS-22`. */
function namesIn(path: string): string[] {
  const names: string[] = [];
  for (const part of path.split("/").reverse()) {
    let text = part;
    try {
      text = decodeURIComponent(part);
    } catch {
      // not percent-encoded after all
    }
    const name = text.replace(/\.(html?|md)$/i, "");
    if (name === "" || name === "index") continue;
    names.push(name);
    const start = /^.*?\p{L}+[-_ ]?\p{N}+/u.exec(name)?.[0];
    if (start !== undefined && start !== name) names.push(start);
  }
  return names;
}

/** Return the number of single-character edits between two words, or 3 if there are more than 2. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(
        Math.min(
          (row[j] ?? 3) + 1,
          (next[j - 1] ?? 3) + 1,
          (row[j - 1] ?? 3) + same,
        ),
      );
    }
    row = next;
  }
  return Math.min(row[b.length] ?? 3, 3);
}

/** Return the IDs of the table that a name means exactly, else those that are nearly it. */
function idsLike(name: string, ids: string[]): string[] {
  const wanted = compactId(name);
  const exact = ids.filter((id) => compactId(id) === wanted);
  if (exact.length > 0) return exact;
  if (wanted.length < 4) return [];
  const number = /\p{N}*$/u.exec(wanted)?.[0] ?? "";
  return ids
    .map((id) => {
      const compact = compactId(id);
      // Letters are mistyped more often than the number is.
      const other = compact.endsWith(number) ? 0 : 1;
      return { id, away: distance(compact, wanted), other };
    })
    .filter(({ away }) => away < 3)
    .sort((a, b) => a.other - b.other || a.away - b.away)
    .map(({ id }) => id);
}

async function suggest(root: HTMLElement): Promise<void> {
  const base = root.dataset.base ?? "/";
  const list = root.querySelector("ul");
  const answer = await fetch(base + (root.dataset.lookup ?? ""));
  if (!answer.ok || list === null) return;
  const lookup = (await answer.json()) as Lookup;
  const ids = Object.keys(lookup);
  for (const name of namesIn(location.pathname)) {
    const found = idsLike(name, ids)
      .flatMap((id) => lookup[id]?.map((choice) => ({ id, choice })) ?? [])
      .slice(0, SHOWN);
    if (found.length === 0) continue;
    for (const { id, choice } of found) {
      const link = document.createElement("a");
      link.href = base + choice[0];
      link.textContent = `${id}: ${choice[1]}`;
      const item = document.createElement("li");
      item.append(link);
      list.append(item);
    }
    root.hidden = false;
    return;
  }
}

const root = document.querySelector<HTMLElement>("[data-sima=not-found]");
if (root !== null) {
  suggest(root).catch(() => {
    // Without the table there is nothing to suggest; the page says that much already.
  });
}
