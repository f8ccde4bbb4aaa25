// Home of each role, the way to anywhere by name, what happened, and how it looks.
import { openJob, startLoop } from "../support/hiring.js";
import { checkAxe, expect, test } from "../support/test.js";

const home = (page) => page.getByRole("heading", { level: 1, name: "What needs you now" });

test("home: hiring people see what their jobs need, interviewers their day", async ({ organisation, visit }) => {
  const opened = await openJob(organisation, { title: "Home Keeper", candidates: ["Nell Nearby", "Olga Onward"] });
  const panelist = await organisation.person("Ida Interviewer", "interviewer");
  await startLoop(opened, [panelist]);

  const page = await visit(opened.recruiter);
  await expect(home(page)).toBeVisible();
  const arrived = page.getByRole("region", { name: /Came in this week/ });
  await expect(arrived.getByText("Olga Onward", { exact: true })).toBeVisible();
  await expect(arrived.getByText("Nell Nearby", { exact: true })).toBeHidden();
  const lately = page.getByRole("region", { name: "What happened lately" });
  await expect(lately.getByText(/started a loop for Nell Nearby/)).toBeVisible();
  await checkAxe(page);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.reload();
  await expect(home(page)).toBeVisible();

  const own = await visit(panelist, "/", { viewport: { width: 360, height: 740 } });
  await expect(own.getByRole("link", { name: "Kit and scorecard" }).first()).toBeVisible();
  expect(await own.evaluate(() => document.querySelector(".stacked").scrollWidth)).toBeLessThanOrEqual(360);
  await own.getByRole("link", { name: "Kit and scorecard" }).first().click();
  await expect(own).toHaveURL(/\/scorecards\//);
});

test("by keyboard: anywhere by name, an act, and the keys", async ({ organisation, visit }) => {
  const opened = await openJob(organisation, { title: "Palette Painter", candidates: ["Quentin Quick"] });
  const page = await visit(opened.recruiter, "/settings");
  await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Go to" });
  const field = palette.getByRole("combobox");
  await expect(field).toBeFocused();
  await page.keyboard.type("quentin");
  await expect(palette.getByRole("option", { name: /Quentin Quick/ })).toHaveAttribute("aria-selected", "true");
  await checkAxe(page);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Quentin Quick" })).toBeVisible();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("theme dark");
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("settings apply at once and stay", async ({ organisation, visit }) => {
  const page = await visit(await organisation.person("Stella Settings", "interviewer"), "/settings");
  await page.getByLabel("Compact: more on one screen").check();
  await expect(page.locator("html")).toHaveAttribute("data-density", "compact");
  await page.getByLabel("Time zone", { exact: true }).fill("Asia/Tokyo");
  await page.getByLabel("Language of dates").selectOption("de-DE");
  await expect(page.getByText(/times on these pages are shown in Asia\/Tokyo/)).toBeVisible();
  await checkAxe(page);
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-density", "compact");
  await expect(page.getByLabel("Time zone", { exact: true })).toHaveValue("Asia/Tokyo");
  await expect(page.getByLabel("Language of dates")).toHaveValue("de-DE");
});

test("what happened: filters, and the same rows as a file", async ({ organisation, visit }) => {
  const opened = await openJob(organisation, { title: "Archive Auditor", candidates: ["Rhea Record"] });
  const page = await visit(opened.recruiter, "/audit");
  await expect(page.getByText(/added Rhea Record/)).toBeVisible();
  await page.getByLabel("What", { exact: true }).selectOption("application.create");
  await expect(page.getByRole("row", { name: /hiring team/ })).toBeHidden();
  await checkAxe(page);
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as a file" }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toBe("audit.csv");
  const text = await (await file.createReadStream()).toArray().then((parts) => Buffer.concat(parts).toString());
  expect(text.trim().split("\r\n")).toHaveLength(2);
  expect(text).toContain("added Rhea Record");
  await page.getByLabel("What", { exact: true }).selectOption("application.reject");
  await expect(page.getByText("Nothing fits these filters")).toBeVisible();
});
