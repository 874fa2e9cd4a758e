// Bundles the entry points into OUT/NAME.js, with the licences of what went in.
// Usage: node build.mjs [OUT]
import { build } from "esbuild";
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const ENTRIES = ["page", "catalogue", "map", "not-found", "search", "hits"]; // src/NAME.ts

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2] ?? join(here, "../plugins/mkdocs_sima/assets/bundled");

/** Folders of the packages under node_modules that the bundles contain. */
function packagesOf(inputs) {
  const folders = new Set();
  for (const input of Object.keys(inputs)) {
    const parts = input.split("/");
    const at = parts.lastIndexOf("node_modules");
    if (at < 0) continue;
    const depth = parts[at + 1].startsWith("@") ? 3 : 2;
    folders.add(parts.slice(0, at + depth).join("/"));
  }
  return [...folders].sort();
}

async function licenceOf(folder) {
  const { name, version, license } = JSON.parse(
    await readFile(join(here, folder, "package.json"), "utf8"),
  );
  const file = (await readdir(join(here, folder))).find((f) => /^licen[cs]e/i.test(f));
  if (!file) throw new Error(`${name} is bundled but has no licence file`);
  const text = await readFile(join(here, folder, file), "utf8");
  return `${name} ${version} (${license})\n\n${text.trim()}\n`;
}

const entryPoints = ENTRIES.map((name) => join(here, "src", `${name}.ts`));
const result = await build({
  absWorkingDir: here,
  entryPoints,
  outdir: out,
  bundle: true,
  minify: true,
  format: "iife", // runs from file:// too, and leaves no globals behind
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
});
const licences = await Promise.all(packagesOf(result.metafile.inputs).map(licenceOf));
await mkdir(out, { recursive: true });
await writeFile(join(out, "LICENSES.txt"), licences.join(`\n${"-".repeat(72)}\n\n`));
for (const [file, { bytes }] of Object.entries(result.metafile.outputs)) {
  console.log(`${relative(here, join(here, file))} ${bytes} bytes`);
}
