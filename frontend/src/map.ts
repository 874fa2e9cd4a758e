/**
 * Entry point of the map page's script. It runs once its page and data are there, and again on
 * every visit under instant navigation: see frontend/src/page/scripts.ts.
 */

import type { Raw } from "./map/raw";
import { MapPage } from "./map/page";

declare global {
  interface Window {
    /** The data of the map, put there by a script of its own. */
    simaMap?: Raw | undefined;
  }
}

const root = document.querySelector<HTMLElement>(".sima-map:not(.sima-map--live)");
if (root && window.simaMap) {
  const page = new MapPage(root, window.simaMap);
  root.addEventListener("sima-leave", () => page.leave(), { once: true });
}
window.simaMap = undefined; // or it would stay in memory when the page is left
