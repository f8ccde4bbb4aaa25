// Walking a page with the Tab key alone.
import { expect } from "@playwright/test";

// What Tab must reach: every control that can be used now. Of a group of radio buttons it reaches one.
const CONTROLS = `
  a[href], button:not([disabled]), input:not([disabled]):not([type=hidden]):not([type=radio]), select:not([disabled]),
  textarea:not([disabled]), summary`;

/** Tabs through the whole page: every control is reached, and shows that it has the focus. */
export async function walk(page) {
  // What is told for a few seconds goes while the page is walked.
  await expect(page.locator(".toasts button")).toHaveCount(0, { timeout: 20_000 });
  const wanted = await page.evaluate((controls) => {
    const shown = (element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
    const all = [...document.querySelectorAll(controls)].filter(shown);
    all.forEach((element, n) => element.setAttribute("data-walk", n));
    const start = document.createElement("span");
    start.tabIndex = -1;
    document.body.prepend(start);
    start.focus();
    start.addEventListener("blur", () => start.remove(), { once: true });
    return all.map((element, n) => `${n}: ${element.outerHTML.slice(0, 120)}`);
  }, CONTROLS);
  const reached = new Set();
  const unseen = new Map();
  let last = null;
  for (let presses = 0; presses < wanted.length + 60; presses += 1) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => {
      const active = document.activeElement;
      if (!active || active === document.body) return null;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(active);
      const around = active.closest("label") ?? active;
      const outer = getComputedStyle(around);
      const marked = (style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
      return {
        n: active.getAttribute("data-walk"),
        html: active.outerHTML.slice(0, 120),
        seen: marked({ outlineStyle, outlineWidth }) || marked(outer) || boxShadow !== "none" || outer.boxShadow !== "none",
      };
    });
    if (at === null) break;
    // The parts within a field for dates draw their own mark.
    if (at.n === null || at.n !== last) unseen.set(at.html, at.seen);
    // Fields for dates keep the focus for several presses; whoever comes back after another has gone around.
    if (at.n !== null && at.n !== last && reached.has(at.n)) break;
    if (at.n !== null) reached.add(at.n);
    last = at.n;
  }
  const missed = wanted.filter((_, n) => !reached.has(String(n)));
  expect(missed, `controls that Tab does not reach on ${page.url()}`).toEqual([]);
  const dark = [...unseen].filter(([, seen]) => !seen).map(([html]) => html);
  expect(dark, `controls whose focus cannot be seen on ${page.url()}`).toEqual([]);
}
