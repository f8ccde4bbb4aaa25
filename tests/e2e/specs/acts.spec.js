// What panelists say about their own places, what the team does about a loop, looking behind the seal, and what is told of it.
import { openJob, sealCard, startLoop } from "../support/hiring.js";
import { walk } from "../support/keyboard.js";
import { narrow } from "../support/narrow.js";
import { checkAxe, expect, test } from "../support/test.js";

const heading = (page, name) => page.getByRole("heading", { level: 1, name });
const section = (page, name) => page.getByRole("region", { name });

/** Presses Tab until this has the focus. */
async function tabTo(page, target) {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 80; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not reach ${target}`);
}

test.describe.configure({ mode: "parallel", timeout: 120_000 });

test("a colleague takes over: asked, accepted, the places change", async ({ organisation, visit }) => {
  const opened = await openJob(organisation, { candidates: ["Sina Swapped"] });
  const ines = await organisation.person("Ines Asks", "interviewer");
  const cora = await organisation.person("Cora Colleague", "interviewer");
  const { id } = await startLoop(opened, [ines]);

  const page = await visit(ines, "/interviews");
  await page.getByRole("link", { name: /^Something came up/ }).click();
  await expect(heading(page, "Something came up")).toBeVisible();
  await expect(page.getByRole("heading", { name: "First talk with Sina Swapped" })).toBeVisible();
  await checkAxe(page);
  await narrow(page);
  await page.getByRole("button", { name: "Ask a colleague" }).click();
  await expect(page.getByText("Choose a colleague.")).toBeVisible();
  const search = page.getByLabel("Find a colleague by name");
  if (await search.isVisible()) await search.fill("cora coll");
  await page.getByRole("radio", { name: "Cora Colleague" }).check();
  await page.getByRole("button", { name: "Ask Cora Colleague" }).click();
  await expect(section(page, "What you have asked so far").getByText("Waits for an answer")).toBeVisible();

  const team = await visit(opened.recruiter, `/loops/${id}`);
  await expect(section(team, /What to do next/).getByText("Ines Asks asked Cora Colleague to take over")).toBeVisible();

  const other = await visit(cora);
  await other.getByRole("link", { name: "Ines Asks asks you to take over an interview with Sina Swapped." }).click();
  await expect(heading(other, "Requests between colleagues")).toBeVisible();
  await expect(other.getByText("Ines Asks asks you to take over First talk with Sina Swapped")).toBeVisible();
  await checkAxe(other);
  await narrow(other);
  await other.getByRole("button", { name: "Take over First talk with Sina Swapped", exact: true }).click();
  await expect(other.getByText("Nobody asks you to take over an interview")).toBeVisible();
  await other.goto("/interviews");
  await expect(other.getByRole("heading", { name: "Sina Swapped" })).toBeVisible();
  await other.goto("/");
  await expect(other.getByRole("link", { name: /asks you to take over/ })).toBeHidden();

  await expect(section(page, "What you have asked so far").getByText("Taken over")).toBeVisible();
  await expect(page.getByText("Somebody else took this place. You owe no scorecard.")).toBeVisible();
  await expect(team.getByRole("list", { name: "How far the loop is" }).getByText("Cora Colleague")).toBeVisible();
});

test("more time, asked and given with the keyboard alone", async ({ organisation, visit }) => {
  const opened = await openJob(organisation, { candidates: ["Tilda Timed"] });
  const dora = await organisation.person("Dora Delayed", "interviewer");
  const { id, cards } = await startLoop(opened, [dora]);

  const page = await visit(dora, `/duties/${cards[0]}`);
  await expect(heading(page, "Something came up")).toBeFocused();
  await tabTo(page, page.getByRole("button", { name: "Ask for more time" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("Waits for an answer")).toBeVisible();
  await walk(page);

  const team = await visit(opened.recruiter, `/loops/${id}`);
  await expect(heading(team, "Tilda Timed")).toBeFocused();
  await tabTo(team, team.getByRole("button", { name: "Give Dora Delayed the time" }));
  await team.keyboard.press("Enter");
  await expect(section(team, "What panelists said").getByText("Granted")).toBeVisible();
  await walk(team);

  await page.goto("/");
  await expect(page.getByRole("link", { name: "You have more time for your scorecard on Tilda Timed." })).toBeVisible();
});

test("“I know this person” frees the place, and only the recruiter reads why", async ({ organisation, visit }) => {
  const opened = await openJob(organisation, { candidates: ["Kim Known"] });
  const nora = await organisation.person("Nora Neighbour", "interviewer");
  const { id, cards } = await startLoop(opened, [nora]);

  const page = await visit(nora, `/duties/${cards[0]}`);
  await page.getByRole("button", { name: "I know this person", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Leave this panel?" });
  await expect(dialog).toContainText("The recruiter reads that you know the candidate");
  await checkAxe(page);
  await dialog.getByRole("button", { name: "I know this person: take me off" }).click();
  await expect(page.getByText("This place is not yours any more. You owe no scorecard.")).toBeVisible();
  await expect(page.getByText("You are free")).toBeVisible();

  const recruiter = await visit(opened.recruiter, `/loops/${id}`);
  const next = section(recruiter, /What to do next/);
  await expect(next.getByText("Nora Neighbour knows the candidate: First talk needs somebody else")).toBeVisible();
  await next.getByRole("button", { name: "Find somebody else: Nora Neighbour" }).click();
  await expect(recruiter.getByRole("dialog", { name: "Replace Nora Neighbour" })).toBeVisible();

  const manager = await visit(opened.manager, `/loops/${id}`);
  await expect(manager.getByText("Nora Neighbour declined: First talk needs somebody else")).toBeVisible();
  await expect(manager.getByText("knows the candidate")).toBeHidden();
});

test("a reminder arrives, and broken glass is marked, told and written down", async ({ organisation, visit }) => {
  const opened = await openJob(organisation, { candidates: ["Gwen Glass"] });
  const [late, done] = [await organisation.person("Lara Late", "interviewer"), await organisation.person("Dina Done", "interviewer")];
  const { id, cards } = await startLoop(opened, [late, done]);
  await sealCard(done, cards[1], "She drew the whole harbour on one page and said what she left out.");

  const page = await visit(opened.recruiter, `/loops/${id}`);
  await expect(heading(page, "Gwen Glass")).toBeVisible();
  await checkAxe(page);
  await narrow(page);
  const next = section(page, /What to do next/);
  await next.getByRole("button", { name: "Remind Lara Late" }).click();
  await expect(next.getByText(/reminded Today .*again from Tomorrow/)).toBeVisible();
  await expect(next.getByRole("button", { name: "Remind Lara Late" })).toBeDisabled();
  const reminded = await visit(late);
  await expect(reminded.getByRole("link", { name: /^Your scorecard on Gwen Glass is due\./ })).toBeVisible();

  const mark = page.getByRole("list", { name: "How far the loop is" }).getByRole("listitem").filter({ hasText: "Dina Done" }).last();
  await expect(mark).toContainText("sealed", { timeout: 30_000 });
  await page.getByRole("button", { name: "In an emergency: break the glass" }).click();
  const dialog = page.getByRole("dialog", { name: "Break the glass?" });
  await dialog.getByLabel("Why now").fill("now");
  await dialog.getByRole("button", { name: "Break the glass and read" }).click();
  await expect(dialog.getByText("Say why in at least 10 characters.")).toBeVisible();
  await checkAxe(page);
  await dialog.getByLabel("Why now").fill("Lara fell ill and the offer ends tonight.");
  await dialog.getByRole("button", { name: "Break the glass and read" }).click();
  await expect(page.getByText(/Opened through broken glass\. \d+ min left\./)).toBeVisible();
  await page.reload();
  await expect(page.getByText(/Opened through broken glass/)).toBeVisible();
  await checkAxe(page);
  await narrow(page);

  await page.goto("/exposures");
  await expect(heading(page, "What you were shown, and when")).toBeVisible();
  await page.getByLabel("Candidate").selectOption("Gwen Glass");
  await expect(page.getByText("Through broken glass").first()).toBeVisible();
  await checkAxe(page);
  await narrow(page);

  const manager = await visit(opened.manager);
  await manager.getByRole("link", { name: /broke the glass.*Gwen Glass/ }).click();
  await expect(heading(manager, "Gwen Glass")).toBeVisible();
  await manager.goto("/exposures");
  await expect(manager.getByText("You were shown nothing yet")).toBeVisible();
});

test("somebody of the team who owes a scorecard breaks the glass, and knows what it costs", async ({ organisation, visit }) => {
  const opened = await openJob(organisation, { candidates: ["Ole Owed"], recruiterAlso: ["interviewer"] });
  const { id } = await startLoop(opened, [opened.recruiter]);
  const page = await visit(opened.recruiter, `/loops/${id}`);
  await expect(page.getByText("There is nothing here for you")).toBeVisible();
  await checkAxe(page);
  await page.getByRole("button", { name: "In an emergency: break the glass" }).click();
  const dialog = page.getByRole("dialog", { name: "Break the glass?" });
  await dialog.getByLabel("Why now").fill("A threat was made in an interview.");
  await dialog.getByRole("button", { name: "Break the glass and read" }).click();
  await expect(dialog.getByText("Confirm this first.")).toBeVisible();
  await dialog.getByLabel(/^I know that a scorecard/).check();
  await dialog.getByRole("button", { name: "Break the glass and read" }).click();
  await expect(page.getByText(/Opened through broken glass/)).toBeVisible();
});

test("what was changed after the seal is told with the first value beside it", async ({ organisation, visit }) => {
  const opened = await openJob(organisation, { candidates: ["Anja Amended"] });
  const vera = await organisation.person("Vera Version", "interviewer");
  const { id, cards } = await startLoop(opened, [vera]);
  await sealCard(vera, cards[0], "Named two ways and chose one.");
  const manager = await visit(opened.manager, `/loops/${id}`);
  await expect(manager.getByRole("link", { name: "Read the packet" })).toBeVisible({ timeout: 30_000 });
  const fields = {};
  for (const { key } of (await vera.call("GET", `/scorecards/${cards[0]}`)).competencies) {
    fields[`evidence:${key}`] = "Named two ways and chose one.";
    fields[`rating:${key}`] = "4";
  }
  fields.recommendation = "strong_yes";
  await vera.call("POST", `/scorecards/${cards[0]}/amendments`, { reason: "I had mistaken one level for another.", fields });

  await manager.goto(`/loops/${id}/packet`);
  await manager.getByRole("link", { name: "Changed afterwards" }).click();
  await expect(heading(manager, "Changed afterwards: Anja Amended")).toBeVisible();
  await expect(manager.getByText("Why: I had mistaken one level for another.")).toBeVisible();
  const row = manager.getByRole("row", { name: /^Recommendation/ });
  await expect(row).toContainText("Yes");
  await expect(row).toContainText("Strong yes");
  await checkAxe(manager);
  await narrow(manager);
});

test("who covers for a member of the team is chosen on the job", async ({ organisation, visit }) => {
  const opened = await openJob(organisation);
  await organisation.person("Clara Cover", "recruiter");
  const page = await visit(opened.recruiter, `/jobs/${opened.job}`);
  const team = section(page, "Hiring team");
  await team.getByLabel("While this member is on a panel").selectOption({ label: "Rita Recruiter" });
  await team.getByLabel("Covered by").selectOption({ label: "Clara Cover" });
  await team.getByRole("button", { name: "Set the cover" }).click();
  await expect(team.getByRole("row", { name: /Rita Recruiter/ })).toContainText("Clara Cover");
  await checkAxe(page);
});
