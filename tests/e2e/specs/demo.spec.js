// The demonstration: it says so on every page, and its people log in with one click.
import { checkAxe, expect, test } from "../support/test.js";

test("a demonstration says what it is on every page, and its people log in by choosing a name", async ({ anotherServer, open }) => {
  test.setTimeout(120_000);
  const server = await anotherServer("--demo");
  const { demo, demo_accounts: accounts } = await (await fetch(`${server.origin}/api/v1/about`)).json();
  expect(demo).toBe(true);
  expect(accounts.length).toBe(12);
  const gate = await open(server);
  await gate.goto("/");
  const banner = (page) => page.getByRole("complementary", { name: "Demonstration" });
  await expect(banner(gate)).toBeVisible();
  await expect(gate.getByRole("button", { name: new RegExp(accounts[0].name) })).toBeVisible();
  await checkAxe(gate);

  for (const account of accounts) {
    const page = await open(server);
    await page.goto("/login");
    const choice = page.getByRole("button", { name: new RegExp(account.name) });
    await choice.click();
    await expect(choice).toHaveAttribute("aria-pressed", "true");
    await expect(page.getByLabel("E-mail")).toHaveValue(account.email);
    await page.getByRole("button", { name: "Log in", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: "What needs you now" })).toBeVisible();
    await expect(banner(page)).toBeVisible();
    // Every page of the rail, for one of them.
    if (account !== accounts.find(({ part }) => /^recruiter/i.test(part))) {
      await page.close();
      continue;
    }
    const links = await page.getByRole("navigation", { name: "Main" }).getByRole("link").all();
    expect(links.length).toBeGreaterThan(4);
    for (const path of await Promise.all(links.map((link) => link.getAttribute("href")))) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(banner(page)).toBeVisible();
    }
  }
});

test("the released loop of the demonstration can be read, with a disagreement on top", async ({ anotherServer, open }) => {
  test.setTimeout(120_000);
  const server = await anotherServer("--demo");
  const { demo_accounts: accounts } = await (await fetch(`${server.origin}/api/v1/about`)).json();
  const page = await open(server);
  await page.goto("/login");
  const recruiter = accounts.find((account) => /recruiter/i.test(account.part)) ?? accounts[0];
  await page.getByRole("button", { name: new RegExp(recruiter.name) }).click();
  await page.getByRole("button", { name: "Log in", exact: true }).click();
  await page.getByRole("link", { name: "Read the packet" }).first().click();
  await expect(page.getByRole("heading", { name: "Ratings" })).toBeVisible();
  await checkAxe(page);
});

test("a guided tour of five steps leads to real things, by keyboard alone, and can be left and taken up again", async ({ anotherServer, open }) => {
  test.setTimeout(120_000);
  const server = await anotherServer("--demo");
  const { demo_accounts: accounts } = await (await fetch(`${server.origin}/api/v1/about`)).json();
  const page = await open(server);
  await page.goto("/login");
  const interviewer = accounts.find((account) => /^interviewer/i.test(account.part));
  await page.getByRole("button", { name: new RegExp(interviewer.name) }).press("Enter");
  await page.getByRole("button", { name: "Log in", exact: true }).press("Enter");
  const tour = page.getByRole("region", { name: "Guided tour" });
  await expect(tour).toContainText("step 1 of 5");
  expect(await tour.evaluate((element) => element.contains(document.activeElement))).toBe(false);
  await checkAxe(page);

  for (const [number, step] of interviewer.tour.entries()) {
    await expect(tour).toContainText(`step ${number + 1} of 5`);
    await expect(tour).toContainText(step.title);
    await tour.getByRole("link", { name: step.link }).press("Enter");
    await page.waitForURL((url) => url.pathname === step.path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByText("Nothing stands at this address")).toHaveCount(0);
    if (number < 4) await tour.getByRole("button", { name: "Next" }).press("Enter");
  }
  await tour.getByRole("button", { name: "Back" }).press("Enter");
  await expect(tour).toContainText("step 4 of 5");

  await tour.getByRole("button", { name: "Leave the tour" }).press("Enter");
  await expect(tour).toHaveCount(0);
  const again = page.getByRole("button", { name: "Take the guided tour" });
  await expect(again).toBeFocused();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(tour).toHaveCount(0);
  await again.press("Enter");
  await expect(tour).toContainText("step 4 of 5");
});
