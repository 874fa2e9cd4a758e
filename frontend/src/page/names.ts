/** Names, for screen readers, of what Material leaves without one. */

/** Name what stays through instant navigation. */
export function nameOnce(): void {
  // The search is a dialog without a name; its placeholder is one, in every language.
  const search = document.querySelector(".md-search[role=dialog]:not([aria-label])");
  search?.setAttribute("aria-label", search.querySelector("input")?.placeholder ?? "Search");
  // And the line that shows how far a page is loaded is nothing to be read out.
  document.querySelector(".md-progress")?.setAttribute("aria-hidden", "true");
}

/** Name what comes with each page. */
export function nameParts(): void {
  nameSections();
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
