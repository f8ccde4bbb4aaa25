// A page on a telephone.
import { expect } from "@playwright/test";

/** No page is wider than a telephone; afterwards the window is as wide as before. */
export async function narrow(page) {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 740 });
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await expect.poll(overflow, { message: `${page.url()} at 360 px` }).toBeLessThanOrEqual(0);
  await page.setViewportSize(before);
}
