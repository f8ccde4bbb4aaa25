// Prepares what Trunk built for the server: `node prepare-dist.mjs FOLDER [--plain]`.
//
// 1. The content security policy allows no inline script, so Trunk's is replaced by a file whose name carries its hash, like
//    every other file here. It chooses between the two builds of the app: the small one in FOLDER, the whole one in
//    FOLDER/hiring.
// 2. The stylesheets become two: one for everybody, so that a page waits for one request instead of many, and one for the whole
//    app, which the start script adds with it.
// 3. Each file that compresses gets a `.br` and a `.gz` beside it, made once and as small as they get; with `--plain`, none.

import { createHash } from "node:crypto";
import { readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const folder = process.argv[2];
const page = join(folder, "index.html");
let html = await readFile(page, "utf8");

/** Writes a file named by its content and answers its address. */
async function place(stem, ending, content) {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 16);
  const name = `${stem}-${hash}.${ending}`;
  await writeFile(join(folder, name), content);
  return `/${name}`;
}

/** The files that Trunk's page would load. */
function app(text) {
  const names = { script: /<link rel="modulepreload" href="([^"]+\.js)"/, wasm: /<link rel="preload" href="([^"]+\.wasm)"/ };
  return Object.fromEntries(
    Object.entries(names).map(([kind, pattern]) => {
      const found = text.match(pattern);
      if (!found) throw new Error(`${page} names no ${kind}.`);
      return [kind, found[1]];
    }),
  );
}

const scripts = [...html.matchAll(/<script type="module"[^>]*>([^]*?)<\/script>/g)].filter(([, code]) => code.trim());
if (scripts.length !== 1) {
  throw new Error(`Expected one inline script in ${page}, found ${scripts.length}.`);
}
const [script] = scripts[0];
const hiring = join(folder, "hiring");
const small = app(html);
const whole = app(await readFile(join(hiring, "index.html"), "utf8"));
// Which app is needed is known only to the start script.
html = html.replaceAll(/<link rel="(?:modulepreload|preload)"[^>]*>/g, "");
for (const file of await readdir(hiring)) {
  if (![whole.script, whole.wasm].some((name) => name.endsWith(`/${file}`))) await rm(join(hiring, file), { recursive: true });
}

/** Styles of pages that only the whole app has. */
const ofHiring = /^(board|candidate|jobs|library|people)-/;
const sheets = [...html.matchAll(/ *<link rel="stylesheet" href="\/([^"]+)"[^>]*>\n?/g)];
if (sheets.length === 0) throw new Error(`${page} has no stylesheet.`);
const styles = { everybody: [], hiring: [] };
for (const [, name] of sheets) {
  styles[ofHiring.test(name) ? "hiring" : "everybody"].push(await readFile(join(folder, name), "utf8"));
}
if (styles.hiring.length === 0) throw new Error(`${page} has no stylesheet of the whole app.`);
const sheet = await place("styles", "css", styles.everybody.join(""));
whole.styles = await place("hiring/styles", "css", styles.hiring.join(""));
for (const [index, [link, name]] of sheets.entries()) {
  html = html.replace(link, () => (index === 0 ? `    <link rel="stylesheet" href="${sheet}">\n` : ""));
  await rm(join(folder, name), { force: true });
}

const source = await readFile(new URL("../frontend/start.js", import.meta.url), "utf8");
const code = source
  .replace(/^\/\/.*\n/gm, "")
  .replace("WHOLE", () => JSON.stringify(whole))
  .replace("SMALL", () => JSON.stringify(small));
const start = await place("start", "js", code);
html = html.replace(script, () => `<script type="module" src="${start}"></script>`);

// The files come from where the page comes from; their digests would only make the page heavier.
html = html.replaceAll(/ integrity="[^"]*"/g, "");
if (/<script(?![^>]*\ssrc=)[^>]*>|<style[\s>]|\sstyle=|\son[a-z]+=/i.test(html)) {
  throw new Error(`${page} still holds an inline script, style or handler, which the content security policy forbids.`);
}
await writeFile(page, html);

const compressible = /\.(html|css|js|wasm|svg|json|webmanifest|txt|ico)$/;
const plain = process.argv.includes("--plain");
for (const file of plain ? [] : await readdir(folder, { recursive: true })) {
  if (!compressible.test(file)) continue;
  const content = await readFile(join(folder, file));
  const br = await promisify(brotliCompress)(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  });
  await writeFile(join(folder, `${file}.br`), br);
  await writeFile(join(folder, `${file}.gz`), await promisify(gzip)(content, { level: 9 }));
}
