// The board of a job: two recruiters at once, by pointer, by keyboard alone, and where one column has room.
import { openJob } from "../support/hiring.js";
import { checkAxe, expect, test } from "../support/test.js";

const lane = (page, stage) => page.getByRole("region", { name: new RegExp(`^${stage}`) });
const card = (page, name) => page.getByRole("option", { name });

test.describe.configure({ mode: "parallel", timeout: 120_000 });

test("two people on one board: what one moves the other sees, and who comes too late is told", async ({ organisation, visit }) => {
  const { recruiter, manager, job } = await openJob(organisation, { candidates: ["Bea Board", "Bob Board", "Ben Board"] });
  const [one, two] = [await visit(recruiter, `/jobs/${job}/board`), await visit(manager, `/jobs/${job}/board`)];
  await expect(card(two, "Bea Board")).toBeVisible();
  await checkAxe(two);

  // Dragged by one, seen by both; taken back by the press of a button.
  const from = await card(one, "Bea Board").boundingBox();
  const to = await lane(one, "Interviews").boundingBox();
  await one.mouse.move(from.x + 20, from.y + 20);
  await one.mouse.down();
  await one.mouse.move(to.x + 40, to.y + 120, { steps: 8 });
  await expect(one.locator(".lane.over .lane-drop")).toBeVisible();
  await one.mouse.up();
  await expect(lane(one, "Interviews").getByRole("option", { name: "Bea Board" })).toBeVisible();
  await expect(lane(two, "Interviews").getByRole("option", { name: "Bea Board" })).toBeVisible();
  await one.getByRole("button", { name: "Undo" }).click();
  await expect(lane(two, "Applied").getByRole("option", { name: "Bea Board" })).toBeVisible();

  // A move from what was seen before: the loser reads why, and the winner that somebody wanted something else.
  const board = await recruiter.call("GET", `/jobs/${job}/board`);
  const bob = board.columns[0].cards.find(({ name }) => name === "Bob Board");
  const seen = [{ id: bob.id, version: bob.version }];
  // The second person's board is held up: they act on what they saw before.
  let letGo;
  const held = new Promise((resolve) => (letGo = resolve));
  await two.route("**/board", async (route) => {
    if (route.request().method() === "GET") await held;
    await route.continue();
  });
  await recruiter.call("POST", `/jobs/${job}/board/moves`, { stage: "Offer", cards: seen });
  const answer = await manager.call("POST", `/jobs/${job}/board/moves`, { stage: "Debrief", cards: seen });
  expect(answer.cards[0]).toMatchObject({ outcome: "stale", stage: "Offer", by: "Rita Recruiter" });
  await expect(one.getByText("Hanna Manager wanted to move Bob Board to Debrief and came too late. Offer stands.")).toBeVisible();
  await card(two, "Bob Board").focus();
  await two.keyboard.press("m");
  await two.getByRole("dialog").getByRole("button", { name: "Debrief" }).click();
  await expect(two.getByText("Rita Recruiter changed Bob Board first, so your change was not made. Bob Board is in Offer now.")).toBeVisible();
  await expect(lane(two, "Offer").getByRole("option", { name: "Bob Board" })).toBeVisible();
  letGo();
});

test("by keyboard alone: go, choose, move, undo, open and close", async ({ organisation, visit }) => {
  const { recruiter, job } = await openJob(organisation, { candidates: ["Kay Key", "Kim Key", "Kit Key"] });
  const page = await visit(recruiter, `/jobs/${job}/board`);
  const first = lane(page, "Applied").getByRole("option").first();
  await expect(first).toBeVisible();
  await page.keyboard.press("j");
  await expect(first).toBeFocused();
  await page.keyboard.press("x");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("x");
  await expect(page.getByText("2 chosen")).toBeVisible();
  await page.keyboard.press("m");
  await expect(page.getByRole("dialog")).toBeVisible();
  await checkAxe(page);
  await page.keyboard.press("3");
  await expect(lane(page, "Debrief").getByRole("option")).toHaveCount(2);
  await expect(page.getByText("2 candidates are in Debrief now.")).toBeVisible();
  await expect(lane(page, "Applied").getByRole("option")).toBeFocused();
  await page.keyboard.press("l");
  await expect(lane(page, "Debrief").getByRole("option").first()).toBeFocused();
  await page.keyboard.press("u");
  await expect(lane(page, "Applied").getByRole("option")).toHaveCount(3);

  await lane(page, "Applied").getByRole("option").first().focus();
  await page.keyboard.press("r");
  await expect(page.getByRole("dialog")).toBeVisible();
  await checkAxe(page);
  await page.getByRole("dialog").getByRole("button", { name: "Reject" }).press("Enter");
  await expect(lane(page, "Applied").getByRole("option")).toHaveCount(2);
  await page.keyboard.press("u");
  await expect(lane(page, "Applied").getByRole("option")).toHaveCount(3);

  await lane(page, "Applied").getByRole("option").first().focus();
  await page.keyboard.press("Enter");
  const panel = page.getByRole("complementary");
  await expect(panel.getByText("Start a loop")).toBeVisible();
  await expect(panel.getByText("Ten years at sea")).toBeVisible();
  await checkAxe(page);
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
  await expect(page.locator(":focus")).toHaveAttribute("role", "option");
});

test("narrow, empty and long boards", async ({ organisation, visit }) => {
  const { recruiter, job } = await openJob(organisation, { candidates: [] });
  const page = await visit(recruiter, `/jobs/${job}/board`);
  await expect(page.getByText("Nobody is on this board yet")).toBeVisible();
  await checkAxe(page);

  const rows = Array.from({ length: 1_200 }, (_, n) => `Long ${String(n).padStart(4, "0")},long${n}.${job}@example.test`);
  const csv = ["name,email", ...rows].join("\n");
  await recruiter.call("POST", `/jobs/${job}/candidates/import`, { csv, dry_run: false });
  await expect(lane(page, "Applied").getByRole("option").first()).toBeVisible();
  await page.getByRole("button", { name: /^Show 1000 more/ }).click();
  await expect(page.getByRole("button", { name: /^Show 800 more/ })).toBeVisible();
  await lane(page, "Applied").getByRole("option").first().focus();
  await page.keyboard.press("End");
  await expect(page.locator(":focus")).toHaveAttribute("aria-posinset", "400");
  expect(await page.getByRole("option").count()).toBeLessThan(120);

  await page.setViewportSize({ width: 360, height: 740 });
  await expect(lane(page, "Offer")).toBeHidden();
  await page.getByLabel("Stage").selectOption({ label: "Offer (0)" });
  await expect(lane(page, "Offer")).toBeVisible();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await checkAxe(page);
});
