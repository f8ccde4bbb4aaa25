// People: invited, sent away and back, with their devices, hours, leave and rights. By pointer, and by keyboard alone.
import { openJob, startLoop } from "../support/hiring.js";
import { walk } from "../support/keyboard.js";
import { narrow } from "../support/narrow.js";
import { checkAxe, expect, logIn, test } from "../support/test.js";

const heading = (page, name) => page.getByRole("heading", { level: 1, name });
const region = (page, name) => page.getByRole("region", { name, exact: true });
const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** The link that a dialog shows, after closing it. */
const takeLink = async (page, title) => {
  const dialog = page.getByRole("dialog", { name: title });
  const link = await dialog.getByLabel("Link to set a password").inputValue();
  await checkAxe(page);
  await dialog.getByRole("button", { name: "Close" }).click();
  return link;
};

test.describe.configure({ mode: "parallel", timeout: 120_000 });

test("an invitation is sent again, revoked, and used; nobody invited can be put on a panel", async ({
  organisation,
  open,
  server,
  visit,
}) => {
  const page = await visit(organisation.admin, "/people");
  await page.getByRole("button", { name: "Add a person" }).click();
  const form = page.getByRole("dialog", { name: "Add a person" });
  await form.getByLabel("Name").fill("Nora Newcomer");
  await form.getByLabel("E-mail").fill("nora.newcomer@example.test");
  await form.getByRole("button", { name: "Add and make an invitation" }).click();
  const first = await takeLink(page, "An invitation for Nora Newcomer");
  const row = page.getByRole("row", { name: /Nora Newcomer/ });
  await expect(row).toContainText("Invited");
  await expect(row).toContainText("by Ada Admin");
  await checkAxe(page);
  await narrow(page);

  const opened = await openJob(organisation);
  const recruiter = await visit(opened.recruiter, `/candidates/${opened.applications[0].candidate_id}/applications/${opened.applications[0].id}/loop`);
  await expect(recruiter.getByLabel("Person").first()).toBeVisible();
  await expect(recruiter.getByRole("option", { name: /Nora Newcomer/ })).toHaveCount(0);

  await page.getByRole("link", { name: "Nora Newcomer" }).click();
  await expect(heading(page, "Nora Newcomer")).toBeVisible();
  await walk(page);
  await checkAxe(page);
  await page.getByRole("button", { name: "Invite again" }).click();
  const second = await takeLink(page, "A new invitation for Nora Newcomer");
  const guest = await open(server);
  await guest.goto(first);
  await expect(heading(guest, "This link does not work")).toBeVisible();
  await guest.goto(second);
  await expect(heading(guest, "Set your password")).toBeVisible();
  await page.getByRole("button", { name: "Revoke the invitation" }).click();
  await expect(page.getByText("Invitation revoked")).toBeVisible();
  await guest.reload();
  await expect(heading(guest, "This link does not work")).toBeVisible();
  await checkAxe(guest);

  await page.getByRole("button", { name: "Invite again" }).click();
  const third = await takeLink(page, "A new invitation for Nora Newcomer");
  await guest.goto(third);
  await guest.getByLabel("New password").fill("four words in a row");
  await guest.keyboard.press("Enter");
  await expect(heading(guest, "Your password is set")).toBeVisible();
  await page.reload();
  await page.getByRole("button", { name: "Make a reset link" }).click();
  const reset = await takeLink(page, "A reset link for Nora Newcomer");
  await guest.goto(reset);
  await expect(heading(guest, "Choose a new password")).toBeVisible();
});

test("a link whose time is over says so", async ({ open, server }) => {
  const page = await open(server);
  const problem = { type: "about:blank", title: "The link has expired", status: 400, code: "link_expired", detail: "The time of this link is over. Nothing is lost: ask an administrator for a new one." };
  await page.route("**/api/v1/password-links/check", (route) =>
    route.fulfill({ status: 400, contentType: "application/problem+json", body: JSON.stringify(problem) }));
  await page.goto("/set-password#anything");
  await expect(heading(page, "This link has expired")).toBeVisible();
  await expect(page.getByRole("alert")).toContainText("ask an administrator for a new one");
  await checkAxe(page);
});

test("one's own profile, hours, leave and devices, by keyboard alone", async ({ organisation, open, server, visit }) => {
  const opened = await openJob(organisation);
  const ida = await organisation.person("Ida Profile", "interviewer");
  await startLoop(opened, [ida]);
  const page = await visit(ida);
  await page.getByRole("link", { name: "Ida Profile" }).focus();
  await page.keyboard.press("Enter");
  await expect(heading(page, "Your profile")).toBeVisible();
  await expect(region(page, "Your roles")).toContainText("write, submit and amend your own scorecards");
  await expect(region(page, "On panels")).toContainText("Cleo Candidate");
  await expect(region(page, "What you cannot see, and why")).toContainText("You owe a scorecard on Cleo Candidate");
  await walk(page);
  await checkAxe(page);
  await narrow(page);

  await page.getByRole("checkbox", { name: "Monday" }).focus();
  await page.keyboard.press("Space");
  await page.getByLabel("Monday from").fill("18:00");
  await page.getByLabel("Monday until").fill("17:00");
  await page.getByRole("button", { name: "Save zone and hours" }).press("Enter");
  await expect(page.getByText("On Monday the end must come after the beginning")).toBeVisible();
  await page.getByLabel("Monday from").fill("08:00");
  await page.getByRole("button", { name: "Save zone and hours" }).press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "The working hours are saved." })).toBeVisible();
  await page.getByLabel("First day").fill(inDays(2));
  await page.getByLabel("Last day").fill(inDays(1));
  await page.getByRole("button", { name: "Add the leave" }).press("Enter");
  await expect(page.getByText("The last day comes before the first.")).toBeVisible();
  await page.getByLabel("Last day").fill(inDays(4));
  await page.getByLabel("Why", { exact: true }).selectOption("Illness");
  await page.getByRole("button", { name: "Add the leave" }).press("Enter");
  await expect(page.getByRole("row", { name: new RegExp(inDays(2)) })).toContainText("Illness");
  await page.reload();
  await expect(page.getByLabel("Monday from")).toHaveValue("08:00");

  // Whoever plans is told, without the reason, and not stopped.
  const { candidate_id, id } = opened.applications[0];
  const planner = await visit(opened.recruiter, `/candidates/${candidate_id}/applications/${id}/loop`);
  await planner.getByLabel("Date and time").first().fill(`${inDays(3)}T10:00`);
  await planner.getByLabel("Person").first().selectOption({ label: "Ida Profile, Engineering" });
  await expect(planner.getByText(`Away until ${inDays(4)}`)).toBeVisible();
  await expect(planner.getByText("Illness")).toHaveCount(0);
  await checkAxe(planner);

  await page.getByRole("button", { name: `Remove the leave from ${inDays(2)}` }).press("Enter");
  await expect(page.getByText("No leave is written down.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Leave", exact: true })).toBeFocused();

  // Signed out elsewhere, the other browser knows at once.
  const other = await open(server);
  await logIn(other, ida);
  await page.goto("/settings");
  await page.getByRole("button", { name: "Log out everywhere else" }).press("Enter");
  await expect(page.getByText("Logged out there.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Log out everywhere else" })).toHaveCount(0);
  await checkAxe(page);
  await expect(other.getByLabel("Password", { exact: true })).toBeVisible({ timeout: 5_000 });
});

test("somebody leaves: what is open is shown and handed over, and they can come back", async ({ organisation, visit }) => {
  const opened = await openJob(organisation);
  const leaver = await organisation.person("Lars Leaver", "recruiter", "interviewer");
  const ivo = await organisation.person("Ivo Stays", "interviewer");
  await opened.recruiter.call("POST", `/jobs/${opened.job}/team`, { person_id: leaver.id, role: "recruiter" });
  await opened.recruiter.call("POST", `/jobs/${opened.job}/team/remove`, { person_id: opened.recruiter.id, role: "recruiter" });
  await opened.manager.call("POST", `/jobs/${opened.job}/team`, { person_id: opened.recruiter.id, role: "recruiter" });
  const loop = await startLoop(opened, [leaver, ivo]);
  await opened.manager.call("POST", `/jobs/${opened.job}/team/remove`, { person_id: opened.recruiter.id, role: "recruiter" });

  const page = await visit(organisation.admin, `/people/${leaver.id}`);
  await expect(region(page, "On hiring teams")).toContainText(opened.title);
  await page.getByRole("button", { name: "Deactivate" }).click();
  const dialog = page.getByRole("dialog", { name: "Deactivate Lars Leaver?" });
  await checkAxe(page);
  await dialog.getByRole("button", { name: "Deactivate and hand over" }).click();
  await expect(dialog.getByText(`Nobody else is recruiter of ${opened.title}.`)).toBeVisible();
  await dialog.getByLabel("Who takes over as recruiter").selectOption(opened.recruiter.id);
  await dialog.getByRole("button", { name: "Deactivate and hand over" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("Deactivated")).toBeVisible();
  await expect(leaver.call("GET", "/me")).rejects.toThrow("401");

  const recruiter = await visit(opened.recruiter, `/loops/${loop.id}`);
  await expect(recruiter.getByRole("row", { name: /Lars Leaver/ })).toContainText("Declined");
  await page.getByRole("button", { name: "Bring back" }).click();
  await expect(page.getByRole("button", { name: "Make a reset link" })).toBeVisible();
  await expect(region(page, "On hiring teams")).toContainText("On no hiring team.");
});
