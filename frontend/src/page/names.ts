/** Names, for screen readers, of what Material leaves without one. */

/** Name what stays through instant navigation. */
export function nameOnce(): void {
  // The search is a dialog without a name; its placeholder is one, in every language.
  const search = document.querySelector(".md-search[role=dialog]:not([aria-label])");
  search?.setAttribute("aria-label", search.querySelector("input")?.placeholder ?? "Search");
  // And the line that shows how far a page is loaded is nothing to be read out.
  document.querySelector(".md-progress")?.setAttribute("aria-hidden", "true");
}

/** Name what comes with each page, once Material's own script has been over it. */
export function nameParts(): void {
  nameSections();
  setTimeout(() => {
    hushCodeMenus();
    for (const box of document.querySelectorAll<HTMLElement>(".md-typeset__scrollwrap")) {
      reach(box);
    }
  });
}

/** The buttons of a block of code are no way around the site that is worth a landmark. */
function hushCodeMenus(): void {
  for (const menu of document.querySelectorAll(".md-code__nav")) {
    menu.setAttribute("role", "presentation");
  }
}

/** A table too wide for its box can be scrolled by keys if the box can have the focus. */
function reach(box: HTMLElement): void {
  if (box.scrollWidth <= box.clientWidth) return;
  box.tabIndex = 0;
  box.setAttribute("role", "group");
  const heading = headingAbove(box);
  if (heading) box.setAttribute("aria-label", heading);
}

function headingAbove(box: HTMLElement): string {
  const headings = [...document.querySelectorAll<HTMLElement>("article :is(h1, h2, h3, h4, h5, h6)")];
  const above = headings.filter(
    (heading) => heading.compareDocumentPosition(box) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  return [...(above.at(-1)?.childNodes ?? [])]
    .filter((node) => !(node instanceof Element && node.matches(".headerlink")))
    .map((node) => node.textContent)
    .join("")
    .trim();
}

/** The menu of a section that has a page of its own is named after a label without text. */
function nameSections(): void {
  for (const menu of document.querySelectorAll(".md-nav[aria-labelledby]")) {
    const label = document.getElementById(menu.getAttribute("aria-labelledby") ?? "");
    const title = menu.querySelector(".md-nav__title");
    if (title === null || label?.textContent.trim()) continue;
    menu.setAttribute("aria-label", title.textContent.trim());
    menu.removeAttribute("aria-labelledby");
  }
}
