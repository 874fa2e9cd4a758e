/**
 * Entry point of the script that is loaded when somebody begins to search (see page/hits.ts): what
 * the hits of our own search need beside what Material shows. Chips above them narrow them down,
 * and the focus stays on a hit when further ones come below.
 */

interface Chips {
  label: string;
  chips: [filter: string, label: string, count: number, chosen: boolean][];
}

const COLUMN = /(?<!\S)(\w+):(?:"[^"]*"?|\S*)\s?/gu;

function improveHits(): void {
  const input = document.querySelector<HTMLInputElement>(".md-search__input");
  const list = document.querySelector<HTMLElement>(".md-search-result__list");
  if (input === null || list === null) return;
  const bar = document.createElement("div");
  bar.className = "sima-chips";
  bar.hidden = true;
  bar.setAttribute("role", "toolbar");
  let focused = ""; // the address of the hit that has the focus
  list.addEventListener("focusin", (event) => {
    focused = (event.target as Element).closest("a")?.href ?? "";
  });
  list.addEventListener("focusout", (event) => {
    if (event.relatedTarget !== null) focused = "";
  });
  const update = (): void => {
    const data = list.querySelector<HTMLDataElement>("data.sima-hit-chips");
    if (data !== null) show(bar, JSON.parse(data.value) as Chips);
    else if (input.value.trim() === "") bar.hidden = true;
    if (!bar.isConnected) list.before(bar); // Material has found its own parts by now
    if (focused !== "" && document.activeElement === document.body) {
      [...list.querySelectorAll("a")].find(({ href }) => href === focused)?.focus();
    }
  };
  new MutationObserver(update).observe(list, { childList: true });
  update(); // hits may stand there already

  bar.addEventListener("click", (event) => {
    const filter = (event.target as Element).closest<HTMLElement>(".sima-chip")?.dataset["filter"];
    if (filter !== undefined) toggle(input, filter);
  });
  // Material's keys lie on the window: Tab closes its search, and any letter goes to the field.
  input.addEventListener("keydown", (event) => {
    const chip = bar.hidden ? null : bar.querySelector<HTMLElement>(".sima-chip");
    if (event.key !== "Tab" || event.shiftKey || chip === null) return;
    event.preventDefault();
    event.stopPropagation();
    chip.focus();
  });
  bar.addEventListener("keydown", (event) => {
    const chips = [...bar.querySelectorAll<HTMLElement>(".sima-chip")];
    const at = chips.indexOf(event.target as HTMLElement);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step !== undefined) {
      const sign = getComputedStyle(bar).direction === "rtl" ? -step : step;
      chips.at((at + sign) % chips.length)?.focus();
    } else if (event.key === "Tab" && event.shiftKey) {
      event.preventDefault();
      input.focus();
    } else if (event.key !== "Enter" && event.key !== " ") {
      return;
    }
    event.stopPropagation();
  });
}

function show(bar: HTMLElement, { label, chips }: Chips): void {
  const focused = bar.contains(document.activeElement);
  bar.setAttribute("aria-label", label);
  bar.hidden = chips.length === 0;
  bar.replaceChildren(
    ...chips.map(([filter, text, count, chosen], place) => {
      const chip = document.createElement("button");
      chip.type = "button";
      chip.className = "sima-chip";
      chip.tabIndex = place === 0 ? 0 : -1;
      chip.dataset["filter"] = filter;
      chip.setAttribute("aria-pressed", String(chosen));
      chip.textContent = `${text} ${count}`;
      return chip;
    }),
  );
  if (focused) bar.querySelector<HTMLElement>(".sima-chip")?.focus();
}

/** Put a filter into the query, in place of another of its column; or take it out. */
function toggle(input: HTMLInputElement, filter: string): void {
  const column = filter.slice(0, filter.indexOf(":"));
  const isThere = input.value.includes(filter);
  const rest = input.value.replace(COLUMN, (text, name: string) => (name === column ? "" : text));
  input.value = isThere ? rest.trim() : `${filter} ${rest.trim()}`;
  input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true })); // what Material listens to
}

improveHits();
