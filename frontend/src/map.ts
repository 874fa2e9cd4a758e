/**
 * Entry point of the map page's script. It stands in the page's content, behind its data: it runs
 * when both are there, and again on every visit under instant navigation.
 */

import type { Raw } from "./map/data";
import { MapPage } from "./map/page";

interface Subscription {
  unsubscribe(): void;
}

declare global {
  interface Window {
    /** The data of the map, put there by the script before this one. */
    simaMap?: Raw | undefined;
    /** Material's: emits now and whenever it has put another page in place. */
    document$?: { subscribe(next: () => void): Subscription };
  }
}

const root = document.querySelector<HTMLElement>(".sima-map:not(.sima-map--live)");
const raw = window.simaMap;
window.simaMap = undefined; // or it would stay in memory when the page is left
if (root && raw) {
  const page = new MapPage(root, raw);
  const leaveInTime = (): void => {
    const subscription: Subscription | undefined = window.document$?.subscribe(() => {
      if (page.alive) return;
      page.leave();
      queueMicrotask(() => subscription?.unsubscribe());
    });
  };
  // On the first page of a visit Material's own script comes after this one.
  if (document.readyState !== "loading") leaveInTime();
  else document.addEventListener("DOMContentLoaded", leaveInTime, { once: true });
}
