/**
 * Entry point of the script that every page loads. Its handlers sit on the document, so that they
 * also serve pages that Material's instant navigation puts in place later.
 */

import { copyIds } from "./page/copy";
import { followDrawnLinks } from "./page/drawing";
import { loadForHits } from "./page/hits";
import { nameOnce, nameParts } from "./page/names";
import { previewReferences } from "./page/preview";
import { bringToLife } from "./page/scripts";
import { isMaterials, mendSearch } from "./page/search";
import { noteVisits } from "./page/visits";

declare global {
  interface Window {
    /** Set once the handlers are in place: instant navigation may run scripts again. */
    __sima?: true;
    /** Material's stream of pages: emits whenever one is put in place. */
    document$?: { subscribe(then: () => void): unknown };
  }
}

if (!window.__sima) {
  window.__sima = true;
  nameOnce();
  copyIds();
  followDrawnLinks();
  if (isMaterials()) mendSearch();
  else loadForHits();
  const hidePreview = previewReferences();
  const markChanges = noteVisits();
  const turn = (): void => {
    hidePreview();
    nameParts();
    bringToLife();
    markChanges();
  };
  turn(); // this script stands at the end of the page; and Material's stream may stay silent
  window.document$?.subscribe(turn);
}
