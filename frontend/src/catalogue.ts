/**
 * Entry point of the catalogue page's script. It stands in the page's content, behind the table:
 * it runs when the table is there, and again on every visit under instant navigation.
 */

import { Catalogue } from "./catalogue/view";

const root = document.querySelector<HTMLElement>(
  ".sima-catalogue:not(.sima-catalogue--live)",
);
if (root !== null) new Catalogue(root);
