import { checkAxe, expect, test } from "../support/test.js";

test("a fresh server asks for the setup token and lets the first administrator in", async ({ anotherServer, open }) => {
  const server = await anotherServer();
  const page = await open(server);
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1, name: "Set up Evenhand" })).toBeVisible();
  await checkAxe(page);
  await page.getByLabel("Setup token").fill(server.setupToken);
  await page.getByLabel("Your name").fill("Ada Admin");
  await page.getByLabel("Your e-mail").fill("ada@example.test");
  await page.getByLabel("A password").fill("a quiet harbour at dawn");
  await page.getByRole("button", { name: "Make the administrator and log in" }).click();
  await expect(page).toHaveURL(`${server.origin}/`);
  // An administrator's home is in the whole app, which is loaded in place of the small one.
  await page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name }) => name.includes("/hiring/")));
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await checkAxe(page);
});

test("somebody who was invited logs in by the form", async ({ organisation, visit }) => {
  const person = await organisation.person("Ingo Interviewer", "interviewer");
  const page = await visit(person);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await checkAxe(page);
});

test("a wrong password keeps the address and says so", async ({ organisation, open, server }) => {
  const page = await open(server);
  await page.goto("/login");
  await checkAxe(page);
  await page.getByLabel("E-mail", { exact: true }).fill(organisation.admin.email);
  await page.getByLabel("Password", { exact: true }).fill("not the right one");
  await page.getByRole("button", { name: "Log in", exact: true }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.getByLabel("E-mail", { exact: true })).toHaveValue(organisation.admin.email);
});

test("a password link that was copied in part says so, and the whole one in the same window works once", async ({
  organisation,
  open,
  server,
}) => {
  const { link } = await organisation.admin.call("POST", "/people", {
    name: "Lina Link",
    email: "lina.link@example.test",
    roles: ["interviewer"],
    function: "Engineering",
    seniority: 3,
    zone: "Europe/Berlin",
  });
  const page = await open(server);
  await page.goto(link.path.split("#")[0]);
  await expect(page.getByRole("heading", { level: 1, name: "This link is not complete" })).toBeVisible();
  await checkAxe(page);
  await page.goto(link.path);
  await page.getByLabel("New password").fill("too short");
  await page.getByRole("button", { name: "Set the password" }).click();
  await expect(page.getByLabel("New password")).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("New password").fill("four words in a row");
  await checkAxe(page);
  await page.getByRole("button", { name: "Set the password" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Your password is set" })).toBeVisible();

  await page.goto("/");
  await page.goto(link.path);
  await expect(page.getByRole("heading", { level: 1, name: "This link does not work" })).toBeVisible();
  await checkAxe(page);
});
