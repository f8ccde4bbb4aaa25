// The list of candidates: search, filters, order, pages and views, adding by hand by keyboard alone, and the rejected of a board.
import { openJob } from "../support/hiring.js";
import { checkAxe, expect, test } from "../support/test.js";

const names = (page) => page.getByRole("rowheader").getByRole("link");
const search = (page) => page.getByRole("searchbox", { name: "Search by name or e-mail" });

test.describe.configure({ mode: "parallel", timeout: 90_000 });

test("search, filter, order, page, and a view that is kept", async ({ organisation, visit }) => {
  const many = Array.from({ length: 61 }, (_, n) => `Person ${String(n).padStart(2, "0")}`);
  const { recruiter, job } = await openJob(organisation, { candidates: many });
  const csv = "name,email,source\nÜnal Önder,unal@example.test,referral\n";
  await recruiter.call("POST", `/jobs/${job}/candidates/import`, { csv, dry_run: false });
  const page = await visit(recruiter, "/candidates");
  await expect(page.getByText("62 candidates in process, the first 50 shown")).toBeVisible();
  await expect(names(page).first()).toHaveText("Person 00");
  await checkAxe(page);

  // Pages: the focus goes on to the first of the new rows.
  await page.getByRole("button", { name: "Show more" }).press("Enter");
  await expect(names(page)).toHaveCount(62);
  await expect(page.locator(":focus")).toContainText("Person 50");
  await expect(page.getByRole("button", { name: "Show more" })).toBeHidden();

  // Order, by the head of a column; the address says it.
  await page.getByRole("button", { name: "Name" }).click();
  await expect(page.getByRole("columnheader", { name: "Name" })).toHaveAttribute("aria-sort", "descending");
  await expect(names(page).first()).toHaveText("Ünal Önder");
  await expect(page).toHaveURL(/sort=-name/);

  // Search: the field keeps the focus and what is typed; going back is one step.
  await search(page).focus();
  await page.keyboard.type("person 3", { delay: 30 });
  await expect(names(page)).toHaveCount(15);
  await expect(search(page)).toBeFocused();
  await page.keyboard.type("7", { delay: 30 });
  await expect(names(page)).toHaveText(["Person 37"]);
  await expect(page).toHaveURL(/q=person%2037/);
  await page.reload();
  await expect(search(page)).toHaveValue("person 37");
  await expect(names(page)).toHaveText(["Person 37"]);
  await search(page).fill("nobody");
  await expect(page.getByText("Nobody fits")).toBeVisible();
  await checkAxe(page);
  await page.getByRole("button", { name: "Clear search and filters" }).click();
  await expect(search(page)).toHaveValue("");
  await expect(names(page)).toHaveCount(50);

  // A view: kept under a name, chosen again, forgotten.
  await page.getByLabel("Source").selectOption({ label: "referral (1)" });
  await expect(names(page)).toHaveText(["Ünal Önder"]);
  await page.getByRole("button", { name: "Keep this view" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("Referred");
  await checkAxe(page);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Referred", exact: true })).toHaveAttribute("aria-pressed", "true");
  await page.goBack();
  await expect(names(page)).toHaveCount(50);
  await page.getByRole("button", { name: "Referred", exact: true }).click();
  await expect(names(page)).toHaveText(["Ünal Önder"]);
  await page.getByRole("button", { name: "Forget the view Referred" }).click();
  await expect(page.getByText("Referred is forgotten.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Referred", exact: true })).toBeHidden();

  await page.setViewportSize({ width: 360, height: 740 });
  await page.getByLabel("Source").selectOption("");
  await page.getByLabel("Order").selectOption({ label: "Added last" });
  await expect(page).toHaveURL(/sort=-added/);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await checkAxe(page);
});

test("by keyboard alone: added by hand, what is wrong is told, who is known is told", async ({ organisation, visit }) => {
  const { recruiter, title } = await openJob(organisation, { candidates: ["Kaya Known"] });
  const known = (await recruiter.call("GET", "/candidates?q=kaya")).rows[0];
  const page = await visit(recruiter, "/candidates");
  await expect(names(page)).toHaveText(["Kaya Known"]);
  await page.keyboard.press("n");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByLabel("Name")).toBeFocused();
  await page.keyboard.type("Hilda Hand");
  await page.keyboard.press("Tab");
  await page.keyboard.type("hilda");
  await page.keyboard.press("Tab");
  await page.keyboard.type("career page");
  await page.keyboard.press("Tab");
  await page.keyboard.type("example.test");
  await page.keyboard.press("Enter");
  await expect(dialog.getByText("This does not look like an e-mail address")).toBeVisible();
  await expect(dialog.getByText("Write a whole address that begins with https://")).toBeVisible();
  await checkAxe(page);
  // Left and opened again, everything typed is there.
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await page.keyboard.press("n");
  await expect(dialog.getByLabel("E-mail")).toHaveValue("hilda");

  await page.keyboard.press("Tab");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(known.email);
  await dialog.getByLabel("Link").focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("https://example.test/hilda");
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("alert").last()).toContainText("Kaya Known applied to this job with this address already. Nobody was added.");
  await checkAxe(page);
  await dialog.getByLabel("E-mail").focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("hilda@example.test");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Hilda Hand is added in Applied.")).toBeVisible();
  await expect(names(page)).toHaveText(["Hilda Hand", "Kaya Known"]);
  await page.keyboard.press("j");
  await expect(page.locator(":focus")).toHaveText("Hilda Hand");
  await page.getByRole("button", { name: "Take back" }).press("Enter");
  await expect(names(page)).toHaveText(["Kaya Known"]);

  // Somebody of another job is told of, and chosen.
  const other = await openJob(organisation, { candidates: [], title: "Pilot" });
  await other.recruiter.call("POST", `/jobs/${other.job}/team`, { person_id: recruiter.id, role: "recruiter" });
  await page.goto(`/jobs/${other.job}/board`);
  await expect(page.getByText("Nobody is on this board yet")).toBeVisible();
  await expect(page.getByRole("button", { name: "Add a candidate" })).toBeVisible();
  await page.keyboard.press("n");
  await dialog.getByLabel("Name").fill("K. Known");
  await dialog.getByLabel("E-mail").fill(known.email);
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("alert").last()).toContainText(`Kaya Known is known with this address: ${title}`);
  await dialog.getByRole("button", { name: "Add the application to Kaya Known" }).press("Enter");
  await expect(page.getByRole("option", { name: "Kaya Known" })).toBeVisible();
});

test("from the board to its rejected, and one taken back", async ({ organisation, visit }) => {
  const { recruiter, job, applications } = await openJob(organisation, { candidates: ["Rolf Rejected", "Ina Process"] });
  const rolf = applications.find(({ name }) => name === "Rolf Rejected");
  await recruiter.call("POST", `/applications/${rolf.id}/rejection`, { reason: "Others were closer.", version: 1 });
  const page = await visit(recruiter, `/jobs/${job}/board`);
  await page.getByRole("link", { name: "1 rejected" }).click();
  await expect(page.getByText("1 candidate rejected")).toBeVisible();
  await expect(page.getByRole("row", { name: /Rolf Rejected/ })).toContainText("Others were closer.");
  await checkAxe(page);
  await page.getByRole("button", { name: "Take the rejection of Rolf Rejected back" }).click();
  await expect(page.getByText("The rejection is taken back. Rolf Rejected is in Applied again.")).toBeVisible();
  await expect(page.getByText("Nobody fits")).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("option", { name: "Rolf Rejected" })).toBeVisible();
});

test("whoever recruits for two jobs is told to choose one, and what was typed stays", async ({ organisation, visit }) => {
  const [one, two] = [await openJob(organisation), await openJob(organisation)];
  await two.recruiter.call("POST", `/jobs/${two.job}/team`, { person_id: one.recruiter.id, role: "recruiter" });
  const page = await visit(one.recruiter, "/candidates");
  await page.getByRole("button", { name: "Add a candidate" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Tilda Two");
  await dialog.getByLabel("E-mail").fill("tilda@example.test");
  await dialog.getByRole("button", { name: "Add the candidate" }).click();
  await expect(dialog.getByText("Choose the job that they apply for.")).toBeVisible();
  await checkAxe(page);
  await dialog.getByLabel("Job").selectOption({ label: two.title });
  await expect(dialog.getByText("Choose the job that they apply for.")).toBeHidden();
  await expect(dialog.getByLabel("Name")).toHaveValue("Tilda Two");
  await dialog.getByRole("button", { name: "Add the candidate" }).press("Enter");
  await expect(page.getByText("Tilda Two is added in Applied.")).toBeVisible();
});
