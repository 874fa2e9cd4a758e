/**
 * Entry point of the catalogue page's script. It runs once the table is there, and again on every
 * visit under instant navigation: see frontend/src/page/scripts.ts.
 */

import { Catalogue } from "./catalogue/view";

const root = document.querySelector<HTMLElement>(
  ".sima-catalogue:not(.sima-catalogue--live)",
);
if (root !== null) new Catalogue(root);
