// Every page for every role: readable by machines in both colour schemes, walked by keyboard, narrow, and when things fail.
import { openJob, sealCard, startLoop } from "../support/hiring.js";
import { walk } from "../support/keyboard.js";
import { checkAxe, expect, test } from "../support/test.js";

const heading = (page) => page.getByRole("heading", { level: 1 });

/** Opens a page and waits until it stands still. */
const settle = async (page, path) => {
  await page.goto(path);
  await expect(heading(page)).toBeVisible();
  await expect(page.locator(".skeleton")).toHaveCount(0);
  await page.waitForLoadState("load");
};

/** One page after the other, with all that must hold on each. */
const inspect = async (page, paths) => {
  for (const path of paths) {
    await test.step(path, async () => {
      await page.setViewportSize({ width: 1280, height: 800 });
      await settle(page, path);
      await expect(heading(page)).toHaveCount(1);
      await expect(heading(page)).toBeFocused();
      await walk(page);
      await checkAxe(page);
      await page.setViewportSize({ width: 360, height: 740 });
      const overflow = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth - clientWidth;
      });
      expect(overflow, `${path} at 360 px`).toBeLessThanOrEqual(0);
    });
  }
  await page.setViewportSize({ width: 1280, height: 800 });
};

test.describe.configure({ mode: "parallel", timeout: 240_000 });

test("pages that are still empty", async ({ organisation, visit }) => {
  const empty = await organisation.person("Emil Empty", "recruiter", "hiring_manager", "interviewer");
  const page = await visit(empty);
  await inspect(page, ["/", "/interviews", "/loops", "/candidates", "/candidates/import", "/jobs", "/plans/new", "/settings"]);
  await inspect(page, ["/no/such/page", "/jobs/absent", "/loops/absent/packet", "/scorecards/absent"]);
});

test("pages of an administrator", async ({ organisation, visit }) => {
  await organisation.person("Anna Another", "interviewer");
  const page = await visit(organisation.admin);
  await inspect(page, ["/", "/people", "/settings"]);
  await page.goto("/people");
  for (const name of ["Add a person", "Import from a file"]) await peek(page, page.getByRole("button", { name }));
});

test("pages of a hiring team and of a panelist", async ({ organisation, visit }) => {
  const opened = await openJob(organisation, { candidates: ["Pia Pages", "Pit Pages"] });
  const [one, two] = [await organisation.person("Ida First", "interviewer"), await organisation.person("Ivo Second", "interviewer")];
  const open = await startLoop(opened, [one, two]);
  const done = await startLoop(opened, [two], opened.applications[1]);
  await sealCard(two, done.cards[0], "seen with my own eyes");
  const [candidate] = opened.applications;

  const team = await visit(opened.recruiter);
  const newLoop = `/candidates/${candidate.candidate_id}/applications/${candidate.id}/loop`;
  await inspect(team, [
    "/",
    "/loops",
    `/loops/${open.id}`,
    "/candidates",
    `/candidates/${candidate.candidate_id}`,
    newLoop,
    "/jobs",
    `/jobs/${opened.job}`,
    `/plans/${opened.plan.id}/next`,
    "/people",
  ]);
  await expect
    .poll(async () => (await opened.recruiter.call("GET", `/loops/${done.id}`)).may.packet, { timeout: 25_000 })
    .toBe(true);
  await inspect(team, [`/loops/${done.id}`, `/loops/${done.id}/packet`]);
  await team.getByRole("button", { name: "Show all evidence" }).click();
  await checkAxe(team);

  const panelist = await visit(one);
  await inspect(panelist, ["/", "/interviews", `/scorecards/${open.cards[0]}`, `/loops/${open.id}/packet`]);
  const author = await visit(two);
  await inspect(author, [`/scorecards/${done.cards[0]}`, `/loops/${done.id}/packet`]);
});

/** Opens a dialog by keyboard, looks at it, and leaves it with Escape; the focus is back where it was. */
const peek = async (page, button) => {
  await test.step(await button.evaluate((element) => element.textContent), async () => {
    await button.focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog");
    await expect(dialog).toBeVisible();
    await expect(dialog.locator(".skeleton")).toHaveCount(0);
    expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    await checkAxe(page);
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(button).toBeFocused();
  });
};

test("dialogs of a hiring team and of a panelist", async ({ organisation, visit }) => {
  const opened = await openJob(organisation, { candidates: ["Dana Dialogs"] });
  const person = await organisation.person("Diana Dialogs", "interviewer");
  const { id, cards } = await startLoop(opened, [person]);
  const team = await visit(opened.recruiter, `/loops/${id}`);
  const names = ["Add an interview", "Schedule First talk", "Add a panelist to First talk", "Cancel First talk"];
  for (const name of [...names, "Did not come to First talk", "Replace Diana Dialogs", "Remove Diana Dialogs"]) {
    await peek(team, team.getByRole("button", { name, exact: true }));
  }
  await team.goto(`/candidates/${opened.applications[0].candidate_id}`);
  await peek(team, team.getByRole("button", { name: "Reject" }));
  await team.goto(`/jobs/${opened.job}`);
  await peek(team, team.getByRole("button", { name: `Remove ${opened.manager.name} as Hiring manager` }));

  const manager = await visit(opened.manager, `/loops/${id}`);
  await peek(manager, manager.getByRole("button", { name: "Open the debrief" }));

  const panelist = await visit(person, "/interviews");
  await peek(panelist, panelist.getByRole("button", { name: /^Decline: / }));
  await peek(panelist, panelist.getByRole("button", { name: /^The candidate did not come: / }));
  await panelist.goto("/settings");
  await peek(panelist, panelist.getByRole("button", { name: "Log out everywhere", exact: true }));
  await panelist.goto(`/scorecards/${cards[0]}`);
  await panelist.getByRole("button", { name: "Review and submit" }).click();
  await expect(panelist.getByRole("heading", { name: "Still missing" })).toBeVisible();
  await checkAxe(panelist);
  await panelist.keyboard.press("Escape");
  await expect(panelist.getByRole("button", { name: "Review and submit" })).toBeFocused();
});

test("keys: the list of keys, the way to anywhere, and Escape", async ({ organisation, visit }) => {
  const page = await visit(await organisation.person("Kai Keys", "interviewer"), "/interviews");
  await expect(heading(page)).toBeFocused();
  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "Keys" });
  await expect(keys).toBeVisible();
  await checkAxe(page);
  await page.keyboard.press("Escape");
  await expect(keys).toBeHidden();
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Go to" });
  await expect(palette.getByRole("combobox")).toBeFocused();
  await checkAxe(page);
  await page.keyboard.type("sett");
  await expect(palette.getByRole("option", { name: /Settings/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/settings$/);
  await expect(heading(page)).toBeFocused();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("keys of");
  await page.keyboard.press("Enter");
  await expect(keys).toContainText("Go anywhere");
});

test("an API that cannot be reached: the page says so, and tries again when asked", async ({ organisation, visit }) => {
  const page = await visit(await organisation.person("Faye Failing", "recruiter", "interviewer"));
  for (const path of ["/interviews", "/jobs"]) {
    const asked = path === "/jobs" ? "**/api/v1/jobs" : "**/api/v1/my/interviews";
    await page.route(asked, (route) => route.abort("internetdisconnected"));
    await page.goto(path);
    await expect(page.getByText("This could not be loaded")).toBeVisible();
    await checkAxe(page);
    await page.unroute(asked);
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByText("This could not be loaded")).toBeHidden();
    await expect(page.getByText(/No interviews yet|You are on no hiring team yet/)).toBeVisible();
  }
});

test("a server that cannot be reached at the start: the page says so, and tries again when asked", async ({ open, server }) => {
  const page = await open(server);
  await page.route("**/api/v1/**", (route) => route.abort("internetdisconnected"));
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Evenhand cannot be reached" })).toBeVisible();
  await checkAxe(page);
  await page.unroute("**/api/v1/**");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { name: /Log in|Set up Evenhand/ })).toBeVisible();
});
