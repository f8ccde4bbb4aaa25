// Jobs from draft to closed: level, team, stages, outcomes, and panels of one kind. By pointer, and by keyboard alone.
import { openJob, startLoop } from "../support/hiring.js";
import { walk } from "../support/keyboard.js";
import { narrow } from "../support/narrow.js";
import { checkAxe, expect, test } from "../support/test.js";

const heading = (page, name) => page.getByRole("heading", { level: 1, name });
const region = (page, name) => page.getByRole("region", { name, exact: true });
const told = (page, words) => page.getByRole("status").filter({ hasText: words });

test.describe.configure({ mode: "parallel", timeout: 120_000 });

test("a job stands on a level of the ladder, and is opened, paused, closed and reopened, by keyboard alone", async ({ organisation, visit }) => {
  const admin = await visit(organisation.admin, "/ladder");
  await admin.getByRole("button", { name: "Add a level" }).click();
  const level = admin.getByRole("dialog", { name: "Add a level" });
  await level.getByLabel("Name").fill("Pilot 3");
  await level.getByLabel("Place").fill("3");
  await level.getByLabel("Criteria").fill("Brings ships in at night\nTeaches one other pilot");
  await level.getByLabel("From").fill("50000");
  await level.getByLabel("To").fill("60000");
  await checkAxe(admin);
  await level.getByRole("button", { name: "Save" }).click();
  await expect(admin.getByRole("heading", { name: "Pilot 3" })).toBeVisible();
  await checkAxe(admin);
  await narrow(admin);

  const rita = await organisation.person("Rita Recruiter", "recruiter");
  const page = await visit(rita, "/jobs");
  await expect(heading(page, "Jobs")).toBeFocused();
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type("new job");
  await expect(page.getByRole("option", { name: /New job/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(heading(page, "New job")).toBeVisible();
  await walk(page);
  const title = page.getByLabel("Title");
  await title.focus();
  await page.keyboard.type("Harbour pilot");
  await page.getByRole("button", { name: "Make the draft" }).press("Enter");
  await expect(page.getByText("Write something here.")).toBeVisible();
  await checkAxe(page);
  await page.getByLabel("Level of the career ladder").selectOption({ label: "Pilot 3" });
  await page.getByLabel("Pay from").fill("55000");
  await page.getByLabel("Pay to").fill("70000");
  await page.getByLabel("Pay to").press("Enter");
  await expect(heading(page, "Harbour pilot")).toBeVisible();

  const about = region(page, "About");
  await expect(about).toContainText("This reaches outside the band of its level");
  await expect(about).toContainText("so nobody can open a debrief");
  await about.getByText("What it asks for").press("Enter");
  await expect(about.getByText("Teaches one other pilot")).toBeVisible();
  await checkAxe(page);
  await narrow(page);
  await about.getByRole("link", { name: "Pilot 3" }).press("Enter");
  await expect(page.getByRole("article", { name: "Pilot 3" })).toBeFocused();
  await page.goBack();

  await page.getByRole("button", { name: "Open the job" }).press("Enter");
  await expect(told(page, "The job is open: candidates may come in.")).toBeVisible();
  await page.getByRole("button", { name: "Pause" }).press("Enter");
  await expect(told(page, "The job is paused")).toBeVisible();
  await page.getByRole("button", { name: "Close", exact: true }).press("Enter");
  const closing = page.getByRole("dialog", { name: "Close Harbour pilot?" });
  await closing.getByRole("button", { name: "Close the job" }).press("Enter");
  await expect(closing.locator(".error")).toBeVisible();
  await checkAxe(page);
  await closing.getByLabel("Why").fill("Priya Pilot starts in May.");
  await closing.getByRole("button", { name: "Close the job" }).press("Enter");
  await expect(about).toContainText("filled: Priya Pilot starts in May.");
  await page.getByRole("button", { name: "Reopen the job" }).press("Enter");
  await expect(told(page, "The job is open")).toBeVisible();
});

test("a job's team, stages and outcomes are changed on its page", async ({ organisation, visit }) => {
  const opened = await openJob(organisation);
  const other = await organisation.person("Olga Other", "recruiter");
  const page = await visit(opened.recruiter, `/jobs/${opened.job}`);
  const team = region(page, "Hiring team");
  await team.getByLabel("Person").selectOption({ label: other.name });
  await team.getByRole("button", { name: "Add to the team" }).click();
  await expect(team.getByRole("row", { name: /Olga Other/ })).toBeVisible();
  await team.getByRole("button", { name: "Remove Olga Other as Recruiter" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove", exact: true }).click();
  await expect(team.getByRole("row", { name: /Olga Other/ })).toHaveCount(0);

  await page.getByRole("button", { name: "Edit the stages" }).press("Enter");
  const stages = page.getByRole("dialog", { name: "Edit the stages" });
  await stages.getByRole("button", { name: "Move Debrief up" }).press("Enter");
  await stages.getByRole("button", { name: "Add a stage" }).press("Enter");
  await stages.getByLabel("Stage 5").fill("Offer");
  await stages.getByRole("button", { name: "Save" }).press("Enter");
  await expect(stages.getByText("Two stages have this name; give each its own.")).toBeVisible();
  await checkAxe(page);
  await stages.getByLabel("Stage 5").fill("Signed");
  await stages.getByRole("button", { name: "Save" }).press("Enter");
  await expect(region(page, "Stages").getByRole("listitem")).toHaveText(["Applied", "Debrief", "Interviews", "Offer", "Signed"]);

  const outcomes = region(page, "Outcomes");
  await expect(outcomes.getByText("Not measurable yet")).toBeVisible();
  await outcomes.getByRole("button", { name: "Edit the outcomes" }).press("Enter");
  const form = page.getByRole("dialog", { name: "Edit the outcomes" });
  await form.getByLabel("Measure").fill("Departures on the promised day");
  await form.getByLabel("Target").fill("90 %");
  await form.getByRole("button", { name: "Save" }).press("Enter");
  await expect(outcomes.getByRole("row", { name: /Departures on the promised day/ })).toContainText("90 %");
  await expect(outcomes.getByText("Not measurable yet")).toHaveCount(0);
  await walk(page);
  await checkAxe(page);
  await narrow(page);
});

test("a panel of one kind is pointed out, and starts all the same", async ({ organisation, visit }) => {
  const opened = await openJob(organisation, { candidates: ["Uma Uniform", "Udo Uniform"] });
  const people = [await organisation.person("Ella Engineer", "interviewer"), await organisation.person("Emil Engineer", "interviewer")];
  const [application, second] = opened.applications;
  const page = await visit(opened.recruiter, `/candidates/${application.candidate_id}/applications/${application.id}/loop`);
  const words = "Everyone on this panel works in Engineering.";
  await expect(page.getByText(words)).toHaveCount(0);
  for (const [n, { name }] of people.entries()) {
    await page.getByLabel("Person").nth(n).selectOption({ label: `${name}, Engineering` });
  }
  await expect(page.getByText(words)).toBeVisible();
  await checkAxe(page);
  const { id } = await startLoop(opened, people, second);
  await page.goto(`/loops/${id}`);
  await expect(page.getByText(words)).toBeVisible();
  await checkAxe(page);
  await narrow(page);
});
