/**
 * Entry point of the map page's script. It stands in the page's content and runs again on every
 * visit under instant navigation. The data, a script as well, says when it is there.
 */

import type { Raw } from "./map/data";
import { MapPage } from "./map/page";

interface Subscription {
  unsubscribe(): void;
}

declare global {
  interface Window {
    /** The data of the map, put there by a script of its own. */
    simaMap?: Raw | undefined;
    /** Material's: emits now and whenever it has put another page in place. */
    document$?: { subscribe(next: () => void): Subscription };
  }
}

function start(root: HTMLElement, raw: Raw): void {
  window.simaMap = undefined; // or it would stay in memory when the page is left
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

const root = document.querySelector<HTMLElement>(".sima-map:not(.sima-map--live)");
if (root && window.simaMap) start(root, window.simaMap);
else if (root) {
  // Instant navigation loads the scripts of a page at the same time, in whatever order.
  document.addEventListener(
    "sima-map-data",
    () => {
      if (root.isConnected && window.simaMap) start(root, window.simaMap);
    },
    { once: true },
  );
}
