/**
 * A card that says what a reference leads to, on hover, on focus and on touch. What it says stands
 * in the list of related entries at the end of the page.
 */

const HOVER = 150; // milliseconds until a card shows, so that crossing a text shows none
const LEAVE = 200; // and until it goes, so that the pointer can reach it
const GAP = 6; // pixels between a reference and its card
const MARGIN = 12; // and between a card and the edge of the window

interface Shown {
  link: HTMLAnchorElement;
  card: HTMLElement;
  title: string; // of the link: the browser would show it over the card
}

let shown: Shown | null = null;
let timer = 0;

/** Show cards from now on; returns what takes an open one away. */
export function previewReferences(): () => void {
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    clearTimeout(timer);
    if (within(event, ".sima-preview")) return;
    const link = reference(event);
    if (link !== null) timer = setTimeout(show, HOVER, link, false);
    else if (shown !== null) timer = setTimeout(hide, LEAVE);
  });
  document.documentElement.addEventListener("pointerleave", (event) => {
    if (event.pointerType !== "touch") hide();
  });
  document.addEventListener("focusin", (event) => {
    const link = reference(event);
    if (link?.matches(":focus-visible")) show(link, false);
    else if (!within(event, ".sima-preview")) hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
  document.addEventListener("click", pressed, true); // before Material's, which follows the link
  return hide;
}

/** On a touch screen the first tap shows the card, and one on it or a second one follows. */
function pressed(event: MouseEvent): void {
  const link = reference(event);
  const byTouch = event instanceof PointerEvent && event.pointerType === "touch";
  if (link !== null && byTouch && shown?.link !== link && itemOf(link) !== undefined) {
    event.preventDefault();
    event.stopPropagation();
    show(link, true);
  } else if (!within(event, ".sima-preview") || within(event, "a")) {
    hide();
  }
}

function within(event: Event, selector: string): boolean {
  return event.target instanceof Element && event.target.closest(selector) !== null;
}

function reference(event: Event): HTMLAnchorElement | null {
  if (!(event.target instanceof Element)) return null;
  return event.target.closest<HTMLAnchorElement>("a.sima-ref");
}

function itemOf(link: HTMLAnchorElement): HTMLAnchorElement | undefined {
  const page = link.href.split("#")[0];
  const items = document.querySelectorAll<HTMLAnchorElement>("a[data-sima-item]");
  return [...items].find((item) => item.href.split("#")[0] === page);
}

function hide(): void {
  clearTimeout(timer);
  if (shown === null) return;
  shown.card.remove();
  shown.link.removeAttribute("aria-describedby");
  if (shown.title) shown.link.title = shown.title;
  shown = null;
}

function show(link: HTMLAnchorElement, byTouch: boolean): void {
  const item = itemOf(link);
  if (item === undefined || shown?.link === link) return;
  hide();
  const card = build(item, link, byTouch);
  document.body.append(card);
  place(card, link);
  shown = { link, card, title: link.title };
  link.removeAttribute("title");
  link.setAttribute("aria-describedby", card.id);
}

function build(item: HTMLElement, link: HTMLAnchorElement, byTouch: boolean): HTMLElement {
  const card = document.createElement("div");
  card.className = "sima-preview";
  card.id = "sima-preview";
  card.setAttribute("role", byTouch ? "group" : "tooltip"); // a tooltip holds nothing to press
  const { type, status, summary } = item.dataset;
  const heading = add(card, byTouch ? "a" : "strong", item.textContent.trim());
  if (heading instanceof HTMLAnchorElement) heading.href = link.href;
  add(card, "small", [type, status].filter(Boolean).join(" · "));
  add(card, "p", summary ?? "");
  return card;
}

function add(card: HTMLElement, tag: string, text: string): HTMLElement | null {
  if (!text) return null;
  const element = document.createElement(tag);
  element.textContent = text;
  card.append(element);
  return element;
}

/** Put the card below the reference, or above it where there is no room; within the window. */
function place(card: HTMLElement, link: HTMLAnchorElement): void {
  const box = link.getClientRects()[0] ?? link.getBoundingClientRect();
  const height = card.offsetHeight;
  const room = document.documentElement.clientWidth - card.offsetWidth - MARGIN;
  const above = box.bottom + height + MARGIN > innerHeight && box.top > height + GAP;
  const top = above ? box.top - height - GAP : box.bottom + GAP;
  card.style.left = `${scrollX + Math.max(MARGIN, Math.min(box.left, room))}px`;
  card.style.top = `${scrollY + top}px`;
}
