/* Starts the scripts of single pages, copies REF-IDs and shows what a reference leads to. All
   handlers sit on the document, so that they also serve pages that Material's instant navigation
   puts in place later. */
(() => {
  "use strict";
  if (window.__sima) return; // instant navigation may run scripts again
  window.__sima = true;

  /* Material's search is a dialog without a name; its placeholder is one, in every language. */
  const search = document.querySelector(".md-search[role=dialog]:not([aria-label])");
  search?.setAttribute("aria-label", search.querySelector("input")?.placeholder || "Search");

  /* And the line that shows how far a page is loaded is nothing to be read out. */
  document.querySelector(".md-progress")?.setAttribute("aria-hidden", "true");

  /* The menu of a section that has a page of its own is named after a label without text. */
  function nameSections() {
    for (const menu of document.querySelectorAll(".md-nav[aria-labelledby]")) {
      const label = document.getElementById(menu.getAttribute("aria-labelledby"));
      const title = menu.querySelector(".md-nav__title");
      if (!title || label?.textContent.trim()) continue;
      menu.setAttribute("aria-label", title.textContent.trim());
      menu.removeAttribute("aria-labelledby");
    }
  }

  /* A page names the scripts that bring it to life. Were they in its content, Material would put
     them there anew on each visit, and keep every one of these pages in memory. It keeps what it
     took off the screen, too; so that is emptied. */
  let live = [];
  function turn() {
    nameSections();
    for (const host of live.filter((host) => !host.isConnected)) {
      host.dispatchEvent(new Event("sima-leave"));
      host.replaceChildren();
    }
    live = live.filter((host) => host.isConnected);
    for (const host of document.querySelectorAll("[data-sima-scripts]")) {
      for (const src of host.dataset.simaScripts.split(" ")) {
        const script = Object.assign(document.createElement("script"), { src, async: false });
        script.addEventListener("load", () => script.remove(), { once: true });
        document.head.append(script);
      }
      host.removeAttribute("data-sima-scripts");
      live.push(host);
    }
  }
  turn(); // this script stands at the end of the page; and Material's `document$` may stay silent
  window.document$?.subscribe(turn);

  document.addEventListener("click", async (event) => {
    const button = event.target.closest?.("[data-sima-copy]");
    if (!button) return;
    try {
      await navigator.clipboard.writeText(button.dataset.simaCopy);
    } catch {
      const selection = getSelection();
      selection.selectAllChildren(button.parentElement.querySelector("code"));
      document.execCommand("copy"); // where the page is not served by https
      selection.removeAllRanges();
    }
    const label = button.getAttribute("aria-label");
    button.dataset.done = "";
    button.setAttribute("aria-label", button.dataset.simaCopied);
    setTimeout(() => {
      delete button.dataset.done;
      button.setAttribute("aria-label", label);
    }, 1500);
  });

  /* Material searches for a bare `*` while `LESS-` is typed on the way to `LESS-22`: every word of
     every page, which freezes the search where suggestions are on. So a hyphen waits for what
     follows it. */
  document.addEventListener(
    "keyup",
    (event) => {
      const input = event.target;
      if (input.matches?.(".md-search__input") && /\S-+$/.test(input.value)) {
        event.stopImmediatePropagation();
      }
    },
    true,
  );

  let shown = null; // { link, card, title }
  let timer = 0;

  function hide() {
    clearTimeout(timer);
    if (!shown) return;
    shown.card.remove();
    shown.link.removeAttribute("aria-describedby");
    if (shown.title) shown.link.title = shown.title;
    shown = null;
  }

  /* The list of related entries at the end of the page knows what every reference leads to. */
  function itemOf(link) {
    const page = link.href.split("#")[0];
    const items = document.querySelectorAll("a[data-sima-item]");
    return [...items].find((item) => item.href.split("#")[0] === page);
  }

  function add(card, tag, text) {
    if (!text) return null;
    const element = document.createElement(tag);
    element.textContent = text;
    card.append(element);
    return element;
  }

  function show(link, byTouch) {
    const item = itemOf(link);
    if (!item || shown?.link === link) return;
    hide();
    const card = document.createElement("div");
    card.className = "sima-preview";
    card.id = "sima-preview";
    card.setAttribute("role", "tooltip");
    const heading = add(card, byTouch ? "a" : "strong", item.textContent.trim());
    if (byTouch) heading.href = link.href;
    add(card, "small", [item.dataset.type, item.dataset.status].filter(Boolean).join(" · "));
    add(card, "p", item.dataset.summary);
    document.body.append(card);
    const place = link.getClientRects()[0] ?? link.getBoundingClientRect();
    const room = document.documentElement.clientWidth - card.offsetWidth - 12;
    const above = place.bottom + card.offsetHeight + 12 > innerHeight && place.top > card.offsetHeight;
    card.style.left = `${scrollX + Math.max(12, Math.min(place.left, room))}px`;
    card.style.top = `${scrollY + (above ? place.top - card.offsetHeight - 6 : place.bottom + 6)}px`;
    shown = { link, card, title: link.title };
    link.removeAttribute("title");
    link.setAttribute("aria-describedby", card.id);
  }

  const reference = (event) => event.target.closest?.("a.sima-ref");

  document.addEventListener("pointerover", (event) => {
    const link = reference(event);
    clearTimeout(timer);
    if (event.target.closest?.(".sima-preview")) return;
    if (event.pointerType === "touch") return;
    if (link) timer = setTimeout(show, 150, link, false);
    else if (shown) timer = setTimeout(hide, 200);
  });
  document.addEventListener("focusin", (event) => {
    const link = reference(event);
    if (link?.matches(":focus-visible")) show(link, false);
    else if (!event.target.closest?.(".sima-preview")) hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
  /* On a touch screen the first tap shows the card, the second one follows the link. Before
     Material's own handler, which would follow it at once. */
  document.addEventListener(
    "click",
    (event) => {
      const link = reference(event);
      if (link && event.pointerType === "touch" && shown?.link !== link && itemOf(link)) {
        event.preventDefault();
        event.stopPropagation();
        show(link, true);
      } else if (!event.target.closest?.(".sima-preview") || event.target.closest("a")) {
        hide();
      }
    },
    true,
  );
})();
