/**
 * Marks what changed since the reader was here before. Only this browser knows when that was.
 */

const KEY = "sima-visits";
const PAUSE = 30 * 60 * 1000; // milliseconds after which reading on is another visit

interface Visits {
  /** When a page was last opened. */
  seen: number;
  /** When the visit before this one ended; 0 on the first one. */
  before: number;
}

/** Return a function that marks the changes on a page that was just put in place. */
export function noteVisits(): () => void {
  const before = visit();
  return () => {
    if (!before) return;
    for (const item of document.querySelectorAll<HTMLElement>("[data-sima-time]")) {
      const label = item.closest<HTMLElement>("[data-sima-new]")?.dataset.simaNew;
      const isLater = Date.parse(item.dataset.simaTime ?? "") > before;
      if (isLater && label && !item.querySelector(".sima-new")) item.prepend(mark(label));
    }
  };
}

function mark(label: string): HTMLElement {
  const dot = document.createElement("span");
  dot.className = "sima-new";
  dot.title = label;
  const text = document.createElement("span");
  text.className = "sima-hidden";
  text.textContent = `${label}: `;
  dot.append(text);
  return dot;
}

/** Note that somebody is here now; return when the visit before ended. */
function visit(): number {
  const now = Date.now();
  const last = read();
  const before = last.seen && now - last.seen > PAUSE ? last.seen : last.before;
  try {
    localStorage.setItem(KEY, JSON.stringify({ seen: now, before } satisfies Visits));
  } catch {
    // A browser that keeps nothing marks nothing.
  }
  return before;
}

function read(): Visits {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<Visits> | null;
    return { seen: Number(kept?.seen) || 0, before: Number(kept?.before) || 0 };
  } catch {
    return { seen: 0, before: 0 };
  }
}
