// The product's main job: from an empty organisation to what four people found, in the browser from end to end.
import { Card } from "../support/card.js";
import { COMPETENCIES, plan } from "../support/hiring.js";
import { expect, logIn, test } from "../support/test.js";

test.describe.configure({ mode: "serial" });

const PASSWORD = "seven slow green ferries";
const CANDIDATE = "Cleo Kandinsky";
const [THINKING, OTHERS] = COMPETENCIES;

const person = (name, ...roles) => ({
  name,
  roles,
  email: `${name.toLowerCase().replace(" ", ".")}@main-loop.test`,
  password: PASSWORD,
});

const recruiter = person("Rosa Recruiting", "Recruiter");
const manager = person("Malik Managing", "Hiring manager");
// Each writes a word that nobody else could have written.
const panel = ["Ines Quark", "Jonas Velvet", "Kira Obsidian", "Lars Marzipan"].map((name) => ({
  ...person(name, "Interviewer"),
  canary: `canary-${name.split(" ")[1].toLowerCase()}`,
}));

async function add(admin, { name, email, roles }) {
  await admin.getByRole("button", { name: "Add a person" }).click();
  const dialog = admin.getByRole("dialog", { name: "Add a person" });
  await dialog.getByLabel("Name", { exact: true }).fill(name);
  await dialog.getByLabel("E-mail").fill(email);
  await dialog.getByLabel("Function").fill("Engineering");
  for (const role of ["Administrator", "Recruiter", "Hiring manager", "Interviewer"]) {
    await dialog.getByRole("checkbox", { name: role }).setChecked(roles.includes(role));
  }
  await dialog.getByRole("button", { name: "Add and make an invitation" }).click();
  const link = admin.getByRole("dialog", { name: `An invitation for ${name}` });
  const address = await link.getByLabel("Link to set a password").inputValue();
  await admin.keyboard.press("Escape");
  await expect(link).toBeHidden();
  return address;
}

async function setPassword(page, address) {
  await page.goto(address);
  await page.getByLabel("New password").fill(PASSWORD);
  await page.getByRole("button", { name: "Set the password" }).click();
  await expect(page.getByRole("heading", { name: "Your password is set" })).toBeVisible();
}

test("an administrator adds people, who set their passwords by link", async ({ organisation, open, server, visit }) => {
  const admin = await visit(organisation.admin, "/people");
  let guest;
  for (const each of [recruiter, manager, ...panel]) {
    guest = await open(server);
    await setPassword(guest, await add(admin, each));
    await expect(admin.getByRole("row", { name: new RegExp(each.email) })).toBeVisible();
  }
  await guest.getByRole("link", { name: "Log in" }).click();
  await logIn(guest, panel[3]);
  await expect(guest.getByRole("heading", { name: "What needs you now" })).toBeVisible();
});

test("a recruiter imports a plan; a fault is named by its line", async ({ visit }) => {
  const page = await visit(recruiter, "/plans/new");
  const good = plan("main-loop", "Harbour pilot");
  const bad = good.replace("weight = 40", "weight = 45");
  const text = page.getByLabel("The plan", { exact: true });
  await text.fill(bad);
  await page.getByRole("button", { name: "Check the plan" }).click();
  const fault = page.getByRole("listitem").filter({ hasText: "105" });
  await expect(fault).toBeVisible();
  await fault.getByRole("button", { name: /^Line \d+$/ }).click();
  await expect(text).toBeFocused();
  const selected = await text.evaluate((area) => area.value.slice(area.selectionStart, area.selectionEnd));
  expect(selected).toMatch(/competencies|weight/);
  // An import of a faulty plan is refused as well, and the text stays.
  await page.getByRole("button", { name: "Import the plan" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "105" })).toBeVisible();
  await expect(text).toHaveValue(bad);

  await text.fill(good);
  await page.getByRole("button", { name: "Check the plan" }).click();
  await expect(page.getByRole("heading", { name: "The plan as understood" })).toBeVisible();
  await page.getByRole("button", { name: "Import the plan" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Harbour pilot" })).toBeVisible();
  await page.getByLabel("Person").selectOption({ label: manager.name });
  await page.getByLabel("Part", { exact: true }).selectOption("Hiring manager");
  await page.getByRole("button", { name: "Add to the team" }).click();
  await expect(page.getByRole("row", { name: new RegExp(`${manager.name}.*Hiring manager`) })).toBeVisible();
});

test("candidates come from CSV; a bad row is named and nothing is half imported", async ({ visit }) => {
  const page = await visit(recruiter, "/candidates/import");
  const head = "name,email,phone,source,zone,cv";
  const good = `${CANDIDATE},cleo@main-loop.test,,fair,Europe/Berlin,Pilot since 2015`;
  const text = page.getByLabel("Or its text");
  await text.fill([head, good, "Bad Row,not an address,,,Europe/Berlin,"].join("\n"));
  await page.getByRole("button", { name: "Check the file" }).click();
  const found = page.getByRole("region", { name: "What was found" });
  await expect(found.getByText("One thing needs attention first. Nothing was imported.")).toBeVisible();
  await expect(found.getByRole("row", { name: /^3\s.*email/ })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Import/ })).toBeHidden();

  await text.fill([head, good, "Otto Other,otto@main-loop.test,,fair,Europe/Berlin,"].join("\n"));
  await page.getByRole("button", { name: "Check the file" }).click();
  await expect(found.getByText("2 candidates can be imported.")).toBeVisible();
  await page.getByRole("button", { name: "Import 2 candidates" }).click();
  await expect(found.getByText("2 candidates are imported.")).toBeVisible();
  await page.getByRole("link", { name: "Go to the candidates" }).click();
  await expect(page.getByRole("row", { name: new RegExp(CANDIDATE) })).toBeVisible();
});

test("a recruiter starts a loop with four interviewers", async ({ visit }) => {
  const page = await visit(recruiter, "/candidates");
  await page.getByRole("link", { name: CANDIDATE }).click();
  await page.getByRole("link", { name: "Start a loop" }).click();
  await expect(page.getByRole("heading", { name: `Start a loop for ${CANDIDATE}` })).toBeVisible();
  const kits = ["First talk", "Pairing", "Design", "Values"];
  for (const [n, kit] of kits.entries()) {
    const interview = page.getByRole("group", { name: new RegExp(`^${kit}`) });
    await interview.getByLabel("Date and time").fill(`2026-01-0${n + 5}T10:00`);
    await interview.getByLabel("Person").selectOption({ label: `${panel[n].name}, Engineering` });
  }
  await page.getByRole("button", { name: "Start the loop with 4 interviews" }).click();
  await expect(page.getByRole("heading", { level: 1, name: CANDIDATE })).toBeVisible();
  await expect(page.getByText("0 of 4 in").first()).toBeVisible();
  await expect(page.getByText("Sealed until the panel is complete")).toBeVisible();
});

/** Writes a card with the keyboard, as it is meant to be written. */
async function write({ page, canary, name }, n) {
  const card = new Card(page);
  await page.getByRole("link", { name: /^Kit and scorecard/ }).click();
  await expect(card.evidence(THINKING)).toBeVisible();
  await expect(card.level(THINKING, 3)).toBeDisabled();
  await card.rate(THINKING, `${canary} weighed two ways`, (n % 5) + 1);
  await card.evidence(OTHERS).click();
  if (n === 3) {
    await card.evidence(OTHERS).press("Alt+Digit0");
    await page.getByLabel(`Why ${OTHERS} was not assessed`).fill(`${canary} ran out of time`);
  } else {
    // Out of the field, the digits stand alone.
    await card.evidence(OTHERS).pressSequentially(`${canary} asked ${name} back`);
    await page.keyboard.press("Escape");
    await page.keyboard.press("4");
    await expect(card.level(OTHERS, 4)).toBeChecked();
  }
  await card.saved();
  return card;
}

test("four people write side by side, see nothing of each other, and the last seal reveals the packet", async ({ visit }) => {
  test.setTimeout(180_000);
  const watching = await visit(recruiter, "/loops");
  await watching.getByRole("link", { name: CANDIDATE }).click();
  await expect(watching.getByText("0 of 4 in").first()).toBeVisible();
  const marker = await watching.evaluate(() => (window.evenhandNotReloaded = Math.random()));
  const address = new URL(watching.url()).pathname;

  // Everything that reaches one of the four before the release is kept, to be searched for the others' words.
  const seats = [];
  for (const each of panel) {
    const page = await visit(each, "/interviews");
    const heard = [];
    page.on("response", async (response) => {
      const text = await response.text().catch(() => "");
      heard.push(`${response.url()} ${text}`);
    });
    seats.push({ ...each, page, heard });
  }
  const cards = await Promise.all(seats.map(write));

  const strangers = (seat) => seats.filter((other) => other !== seat).map((other) => other.canary);
  const blind = async (seat) => {
    const told = [...seat.heard, await seat.page.content()].join("\n");
    for (const word of strangers(seat)) expect(told).not.toContain(word);
  };
  const submit = async (card) => {
    await card.review();
    await card.recommend("Yes");
    await card.seal.click();
    await expect(card.submitted).toBeVisible();
  };
  // The recruiter's page follows without being loaded again.
  const follows = (n) => expect(watching.getByText(`${n} of 4 in`).first()).toBeVisible({ timeout: 25_000 });
  await submit(cards[0]);
  await Promise.all([cards[1], cards[2]].map(submit));
  await follows(3);
  for (const { page } of seats.slice(0, 3)) {
    await page.goto(`${address}/packet`);
    await expect(page.getByText("Sealed until the loop is revealed to you")).toBeVisible();
  }
  for (const seat of seats) await blind(seat);
  await submit(cards[3]);
  await blind(seats[3]);
  await expect(cards[3].sealed).toBeHidden();

  await expect(watching.getByRole("link", { name: "Read the packet" })).toBeVisible({ timeout: 20_000 });
  expect(await watching.evaluate(() => window.evenhandNotReloaded)).toBe(marker);

  const hiring = await visit(manager);
  const readers = [watching, hiring, seats[0].page];
  for (const page of readers) {
    await page.goto(`${address}/packet`);
    await expect(page.getByRole("heading", { level: 1, name: `${CANDIDATE}, Harbour pilot` })).toBeVisible();
    const opener = page.getByRole("button", { name: THINKING });
    await expect(page.getByText(`${panel[1].canary} weighed`)).toBeHidden();
    await opener.click();
    await expect(opener).toHaveAttribute("aria-expanded", "true");
    for (const { canary } of panel) await expect(page.getByText(`${canary} weighed`)).toBeVisible();
    await expect(page.getByRole("row", { name: new RegExp(OTHERS) }).getByText("not assessed")).toBeVisible();
    expect(new URL(page.url()).pathname).toBe(`${address}/packet`);
  }
});
