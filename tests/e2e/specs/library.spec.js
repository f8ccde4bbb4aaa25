// The library and the editors: written by one, published by another, read and compared; plans by keyboard alone and as files.
import { readFile } from "node:fs/promises";
import { COMPETENCIES, openJob } from "../support/hiring.js";
import { walk } from "../support/keyboard.js";
import { narrow } from "../support/narrow.js";
import { checkAxe, expect, test } from "../support/test.js";

const heading = (page, name) => page.getByRole("heading", { level: 1, name });
const saved = (page) => page.getByRole("complementary", { name: "State of the draft" }).getByText(/^Saved (just now|\d)/);

test.describe.configure({ mode: "parallel", timeout: 120_000 });

test("a competency is written by one and published by another; what differs is read, and who uses it", async ({ organisation, visit }) => {
  const opened = await openJob(organisation);
  const [rita, hanna] = [await visit(opened.recruiter, "/library"), await visit(opened.manager)];
  await rita.getByRole("button", { name: "Write a competency" }).click();
  const dialog = rita.getByRole("dialog", { name: "Write a competency" });
  await dialog.getByLabel("Name").fill("Calm at sea");
  await dialog.getByRole("button", { name: "Begin the draft" }).click();
  await expect(heading(rita, "Calm at sea")).toBeVisible();
  await expect(rita.getByRole("button", { name: /things have to change|has no anchor/ }).first()).toBeVisible();
  await checkAxe(rita);
  const levels = { "Level 1 (lowest)": "Panics.", "Level 2": "Asks for help in time.", "Level 3": "Stays calm.", "Level 4 (highest)": "Calms others." };
  for (const [label, words] of Object.entries(levels)) await rita.getByLabel(label, { exact: true }).fill(words);
  await expect(rita.getByText("Nothing stops a publication.")).toBeVisible();
  await expect(rita.getByText("a colleague reads it and publishes it")).toBeVisible();
  await expect(rita.getByRole("button", { name: /^Publish/ })).toHaveCount(0);

  const publish = async (number) => {
    await hanna.goto(rita.url());
    await hanna.getByRole("button", { name: `Publish version ${number}` }).click();
    await hanna.getByRole("dialog").getByRole("button", { name: "Publish", exact: true }).click();
    await expect(hanna.getByRole("row", { name: new RegExp(`^Version ${number}`) })).toContainText("Rita Recruiter");
  };
  await publish(1);
  await rita.reload();
  await rita.getByRole("button", { name: "Write the next version" }).click();
  await rita.getByLabel("Level 3").fill("Stays calm in a storm.");
  await expect(saved(rita)).toBeVisible();
  await publish(2);
  const versions = hanna.getByRole("region", { name: "Published versions" });
  await expect(versions.getByRole("heading", { name: "From version 1 to version 2" })).toBeVisible();
  await expect(versions.locator("ins")).toContainText("storm.");
  await versions.getByLabel("Compared with").selectOption({ label: "Nothing, show the version" });
  await expect(versions.getByText("Stays calm in a storm.", { exact: true })).toBeVisible();
  await checkAxe(hanna);
  await walk(hanna);
  await narrow(hanna);

  // What came with the plan stands here as well, and says which plan uses it.
  await hanna.goto("/library");
  await expect(hanna.getByRole("row", { name: /First talk/ })).toBeVisible();
  await checkAxe(hanna);
  await narrow(hanna);
  await hanna.getByRole("link", { name: COMPETENCIES[0] }).click();
  const used = hanna.getByRole("region", { name: "Used by" });
  await expect(used.getByRole("row", { name: new RegExp(opened.title) })).toContainText("version 1 in plan 1");
  await used.getByRole("link", { name: opened.title, exact: true }).click();
  await expect(heading(hanna, `${opened.title}: interview plan`)).toBeVisible();
});

test("the next version of a plan, by keyboard alone, with the picture of who looks for what", async ({ organisation, visit }) => {
  const opened = await openJob(organisation);
  const page = await visit(opened.recruiter);
  const refused = [];
  page.on("response", (answer) => answer.status() >= 400 && refused.push(answer.url()));
  await page.goto(`/jobs/${opened.job}/plan/draft`);
  await expect(page.getByText("Nobody is writing the next version yet.")).toBeVisible();
  expect(refused).toEqual([]);
  await checkAxe(page);
  await page.getByRole("button", { name: "Begin the draft" }).press("Enter");
  await expect(heading(page, `${opened.title}: version 2, a draft`)).toBeVisible();
  await walk(page);
  await checkAxe(page);

  const summary = (name) => page.locator("summary").filter({ has: page.getByText(name, { exact: true }) }).first();
  await summary(COMPETENCIES[0]).press("Enter");
  const weight = page.getByLabel("Weight in percent").first();
  await weight.focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("50");
  const fault = page.getByRole("button", { name: /The weights add up to 90/ });
  await expect(fault).toBeVisible();
  await fault.press("Enter");
  await expect(weight).toBeFocused();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("60");
  await expect(page.getByText("Nothing stops a publication.")).toBeVisible();

  await summary("First talk").press("Enter");
  await page.getByLabel("Question 1, as it is asked").first().focus();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type(" And why?");
  const picture = page.getByRole("group", { name: "Competencies by outcome, and the interviews that rate them" });
  await expect(picture.getByRole("row", { name: new RegExp(COMPETENCIES[0]) })).toContainText("rated, 1 question");
  const rates = page.getByRole("group", { name: "Rates" }).first().getByRole("checkbox", { name: COMPETENCIES[0] });
  await rates.press("Space");
  await expect(page.getByRole("button", { name: /which the kit "first-talk" does not rate/ })).toBeVisible();
  await expect(picture.getByRole("row", { name: new RegExp(COMPETENCIES[0]) }).getByRole("cell").nth(1)).toHaveText("–");
  await rates.press("Space");
  await expect(page.getByText("Nothing stops a publication.")).toBeVisible();
  await expect(saved(page)).toBeVisible();
  await checkAxe(page);
  await narrow(page);

  const reader = await visit(opened.manager, `/jobs/${opened.job}/plan/draft`);
  await reader.getByRole("button", { name: "Publish version 2" }).press("Enter");
  await reader.getByRole("dialog").getByRole("button", { name: "Publish", exact: true }).press("Enter");
  await expect(reader.getByRole("row", { name: /^Version 2/ })).toContainText("Rita Recruiter");
  await expect(reader.locator("ins").filter({ hasText: "And why?" })).toBeVisible();
  await checkAxe(reader);
  await narrow(reader);
});

test("what is typed into a draft without a connection stays on this device, and is there again", async ({ organisation, visit }) => {
  const opened = await openJob(organisation);
  await opened.recruiter.call("POST", `/jobs/${opened.job}/plan-draft`, { plan: opened.plan.id });
  const page = await visit(opened.recruiter, `/jobs/${opened.job}/plan/draft`);
  const result = page.getByLabel("Result, with its measure").first();
  await expect(result).toBeVisible();
  await page.route("**/plan-draft", (route) => (route.request().method() === "PATCH" ? route.abort("internetdisconnected") : route.continue()));
  await result.fill("Every ship leaves on its day.");
  await expect(page.getByText("Offline: kept here").first()).toBeVisible();
  await page.reload();
  await expect(result).toHaveValue("Every ship leaves on its day.");
  await expect(page.getByText("Offline: kept here").first()).toBeVisible();
  await page.unroute("**/plan-draft");
  await expect(saved(page)).toBeVisible();
  const { plan } = await opened.recruiter.call("GET", `/jobs/${opened.job}/plan-draft`);
  expect(plan.outcomes[0].text).toBe("Every ship leaves on its day.");
  expect(await page.evaluate(() => Object.keys(localStorage).filter((name) => name.includes(".plan.")))).toEqual([]);
});

test("a plan goes out as a file and comes back as another job, with nothing lost", async ({ organisation, visit }) => {
  const opened = await openJob(organisation);
  const page = await visit(opened.recruiter);
  const take = async () => {
    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: "Export as a file" }).click();
    return readFile(await (await coming).path(), "utf8");
  };
  await page.goto(`/jobs/${opened.job}/plan`);
  const out = await take();
  expect(out).toContain(opened.title);
  const key = /^key = "(.*)"$/m.exec(out)[1];

  await page.goto("/plans/new");
  const text = page.getByLabel("The plan", { exact: true });
  await text.fill(out.replace("weight = 60", "weight = 61").replace(`key = "${key}"`, `key = "${key}-again"`));
  await page.getByRole("button", { name: "Check the plan" }).click();
  await expect(page.getByText("One thing has to change before the plan can be imported.")).toBeVisible();
  await checkAxe(page);
  await text.fill(out.replace(`key = "${key}"`, `key = "${key}-again"`));
  await page.getByRole("button", { name: "Check the plan" }).click();
  await expect(page.getByText("The plan is good.")).toBeVisible();
  await page.getByRole("button", { name: "Import the plan" }).click();
  await expect(heading(page, opened.title)).toBeVisible();
  const back = await take();
  expect(back.replace(`${key}-again`, key)).toBe(out);
});
