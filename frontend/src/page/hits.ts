/** Loads what hits of our own search need, once somebody begins to search: few pages are. */

export function loadForHits(): void {
  const input = document.querySelector(".md-search__input");
  const own = document.currentScript;
  if (input === null || !(own instanceof HTMLScriptElement)) return;
  const load = (): void => {
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = new URL("../sima-search.css", own.src).href;
    const script = document.createElement("script");
    script.src = new URL("hits.js", own.src).href;
    document.head.append(style, script);
  };
  if (document.activeElement === input) load(); // a shared link opens the search at once
  else input.addEventListener("focus", load, { once: true });
}
