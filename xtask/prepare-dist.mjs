// Prepares what Trunk built for the server: `node prepare-dist.mjs FOLDER`.
//
// 1. The content security policy allows no inline script, so the one that starts the application moves into a file
//    whose name carries its hash, like every other file here.
// 2. Each file that compresses gets a `.br` and a `.gz` beside it, made once and as small as they get.

import { createHash } from "node:crypto";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const folder = process.argv[2];
const page = join(folder, "index.html");
const inline = /<script type="module"[^>]*>([^]*?)<\/script>/g;

const html = await readFile(page, "utf8");
const scripts = [...html.matchAll(inline)].filter(([, code]) => code.trim() !== "");
if (scripts.length !== 1) {
  throw new Error(`Expected one inline script in ${page}, found ${scripts.length}.`);
}
const [element, code] = scripts[0];
const hash = createHash("sha256").update(code).digest("hex").slice(0, 16);
const name = `boot-${hash}.js`;
await writeFile(join(folder, name), `${code.trim()}\n`);
const external = html.replace(element, () => `<script type="module" src="/${name}"></script>`);
if (/<script(?![^>]*\ssrc=)[^>]*>|<style[\s>]|\sstyle=|\son[a-z]+=/i.test(external)) {
  throw new Error(`${page} still holds an inline script, style or handler, which the content security policy forbids.`);
}
await writeFile(page, external);

const compressible = /\.(html|css|js|wasm|svg|json|webmanifest|txt|ico)$/;
for (const file of await readdir(folder, { recursive: true })) {
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
