// Writing a scorecard when things go wrong: what was typed is never lost, never doubled, and never read by others.
import { Card } from "../support/card.js";
import { COMPETENCIES, openJob, startLoop } from "../support/hiring.js";
import { expect, logIn, test } from "../support/test.js";

test.describe.configure({ mode: "parallel" });

const [THINKING, OTHERS] = COMPETENCIES;

/** Somebody with one open scorecard, and the address of it. */
const asked = async (organisation, name) => {
  const opened = await openJob(organisation);
  const person = await organisation.person(name, "interviewer");
  const { id, cards } = await startLoop(opened, [person]);
  return { opened, person, loop: id, id: cards[0], address: `/scorecards/${cards[0]}` };
};

/** What the server holds of a field. */
const held = async (person, id, field) => (await person.call("GET", `/scorecards/${id}`)).fields[field]?.value ?? "";

const THINKING_FIELD = "evidence:clear-thinking";

test("a lost connection: typing goes on, and everything is saved when it is back", async ({ organisation, visit }) => {
  const { person, id, address } = await asked(organisation, "Olga Offline");
  const page = await visit(person, address);
  const card = new Card(page);
  const field = card.evidence(THINKING);
  await field.click();
  await field.pressSequentially("before the tunnel");
  await card.saved();

  await page.context().setOffline(true);
  await field.pressSequentially(", in the tunnel");
  await expect(card.saving).toHaveText("Offline: kept here");
  await expect(page.getByText("Offline: what you type is kept here")).toBeVisible();
  await field.pressSequentially(", still in it");
  await card.evidence(OTHERS).fill("a second field, also in the tunnel");
  await page.keyboard.press("Escape");
  await page.keyboard.press("4");
  await expect(card.level(OTHERS, 4)).toBeChecked();
  await expect(card.saving).toHaveText("Offline: kept here");
  expect(await held(person, id, THINKING_FIELD)).not.toContain("tunnel,");

  await page.context().setOffline(false);
  await card.saved();
  expect(await held(person, id, THINKING_FIELD)).toMatch(/before the tunnel, in the tunnel, still in it$/);
  expect(await held(person, id, "evidence:working-with-others")).toBe("a second field, also in the tunnel");
  expect(await held(person, id, "rating:working-with-others")).toBe("4");
  await expect(page.getByText("Connected", { exact: true })).toBeVisible({ timeout: 15_000 });
});

test("a tab that is closed without a connection: the text is there when it is opened again", async ({ organisation, visit }) => {
  const { person, id, address } = await asked(organisation, "Theo Tab");
  const page = await visit(person, address);
  const card = new Card(page);
  await expect(card.evidence(THINKING)).toBeVisible();
  const context = page.context();
  await context.setOffline(true);
  await card.evidence(THINKING).fill("written just before the battery died");
  await expect(card.saving).toHaveText("Offline: kept here");
  await page.close();
  await context.setOffline(false);

  const again = await context.newPage();
  await again.goto(address);
  const reopened = new Card(again);
  await expect(reopened.evidence(THINKING)).toHaveValue("written just before the battery died");
  await expect.poll(() => held(person, id, THINKING_FIELD)).toBe("written just before the battery died");
});

test("a tab that is left in the middle of a sentence keeps the sentence", async ({ organisation, visit }) => {
  const { person, address } = await asked(organisation, "Mila Middle");
  const page = await visit(person, address);
  await new Card(page).evidence(THINKING).fill("in the middle of");
  await page.goto("about:blank");
  await page.goto(address);
  await expect(new Card(page).evidence(THINKING)).toHaveValue("in the middle of");
});

test("two tabs write at once: both texts are kept", async ({ organisation, visit }) => {
  const { person, id, address } = await asked(organisation, "Tara Twotabs");
  const first = await visit(person, address);
  const second = await first.context().newPage();
  await second.goto(address);
  const [one, two] = [new Card(first), new Card(second)];
  await expect(two.evidence(THINKING)).toBeVisible();
  await expect(one.evidence(THINKING)).toBeVisible();
  // The second tab hears nothing of the first while it writes.
  await second.route("**/api/v1/**", (route) => route.abort("internetdisconnected"));
  await two.evidence(THINKING).fill("what the second tab saw");
  await one.evidence(THINKING).fill("what the first tab saw");
  await one.saved();
  await expect(two.saving).toHaveText("Offline: kept here");
  await second.unroute("**/api/v1/**");

  const both = /what the first tab saw\n+— also written in another window —\n+what the second tab saw/;
  await expect(two.evidence(THINKING)).toHaveValue(both, { timeout: 20_000 });
  // The first tab hears of it without being loaded again, and can go on from there.
  await expect(one.evidence(THINKING)).toHaveValue(both);
  await expect(first.getByText("Two windows wrote here at once.")).toBeVisible();
  await one.evidence(THINKING).fill("tidied up");
  await one.saved();
  await expect(two.evidence(THINKING)).toHaveValue("tidied up");
  expect(await held(person, id, THINKING_FIELD)).toBe("tidied up");
});

/** Fills a card so that only the recommendation is missing. */
const fill = async (card) => {
  for (const competency of COMPETENCIES) {
    await card.evidence(competency).fill(`enough seen of ${competency}`);
    await card.level(competency, 3).check();
  }
  await card.saved();
};

test("the review names what is missing and leads to it", async ({ organisation, visit }) => {
  const { person, address } = await asked(organisation, "Rena Review");
  const page = await visit(person, address);
  const card = new Card(page);
  await card.evidence(THINKING).fill("enough seen");
  await card.level(THINKING, 2).check();
  await card.review();
  await expect(page.getByText(new RegExp(`Rate ${OTHERS}`))).toBeVisible();
  await card.seal.click();
  await expect(page.getByRole("alert").filter({ hasText: "Fill in what is still missing first" })).toBeVisible();
  await page.getByRole("link", { name: new RegExp(`Rate ${OTHERS}`) }).click();
  await expect(card.evidence(OTHERS)).toBeFocused();
});

test("two quick clicks and two tabs submit once", async ({ organisation, visit }) => {
  const { person, opened, loop, address } = await asked(organisation, "Dora Double");
  const first = await visit(person, address);
  const one = new Card(first);
  await fill(one);
  const second = await first.context().newPage();
  await second.goto(address);
  const two = new Card(second);
  for (const card of [one, two]) {
    await card.review();
    await card.recommend("Yes");
  }
  await Promise.all([one.seal.dblclick(), two.seal.click()]);
  await expect(one.submitted).toBeVisible();
  await expect(two.submitted).toBeVisible();
  await expect(one.sealed).toBeVisible({ timeout: 25_000 });
  await expect(two.sealed).toBeVisible({ timeout: 25_000 });
  const { row, interviews } = await opened.recruiter.call("GET", `/loops/${loop}`);
  expect(row.progress).toMatchObject({ submitted: 1, required: 1 });
  expect(interviews.flatMap((interview) => interview.panel)).toHaveLength(1);
});

test("a submission is taken back within ten seconds", async ({ organisation, visit }) => {
  const { person, id, address } = await asked(organisation, "Uma Undo");
  const page = await visit(person, address);
  const card = new Card(page);
  await fill(card);
  await card.review();
  await card.recommend("No");
  await card.seal.click();
  await expect(card.submitted).toBeVisible();
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(card.evidence(THINKING)).toHaveValue(`enough seen of ${THINKING}`);
  expect((await person.call("GET", `/scorecards/${id}`)).interview.card).toBe("draft");
  await card.evidence(THINKING).fill("seen better after all");
  await card.saved();

  // Once more by key.
  await card.review();
  await card.seal.click();
  await expect(card.submitted).toBeVisible();
  await page.keyboard.press("u");
  await expect(card.evidence(THINKING)).toHaveValue("seen better after all");
  expect((await person.call("GET", `/scorecards/${id}`)).interview.card).toBe("draft");
});

test("a session that ends while typing asks for the password in place", async ({ organisation, visit }) => {
  const { person, id, address } = await asked(organisation, "Sina Session");
  const page = await visit(person, address);
  const card = new Card(page);
  await card.evidence(THINKING).fill("saved before");
  await card.saved();
  await expect(page.getByText("Connected", { exact: true })).toBeVisible();
  await card.evidence(THINKING).pressSequentially(", and typed at the moment of the end");
  await person.call("DELETE", "/sessions");
  person.token = undefined;

  const dialog = page.getByRole("dialog", { name: "Your session has ended" });
  await expect(dialog).toBeVisible({ timeout: 20_000 });
  await page.keyboard.press("Escape");
  await expect(dialog).toBeVisible();
  await dialog.getByLabel("Password").fill("not the right one");
  await dialog.getByRole("button", { name: "Go on" }).click();
  await expect(dialog.getByRole("alert")).toBeVisible();
  await dialog.getByLabel("Password").fill(person.password);
  await dialog.getByRole("button", { name: "Go on" }).click();
  await expect(dialog).toBeHidden();
  const text = "saved before, and typed at the moment of the end";
  await expect(card.evidence(THINKING)).toHaveValue(text);
  // Where one was typing, one types on, without a click.
  await page.keyboard.press("End");
  await page.keyboard.type(", and after it");
  await expect(card.evidence(THINKING)).toHaveValue(`${text}, and after it`);
  await card.saved();
  expect(await held(person, id, THINKING_FIELD)).toBe(`${text}, and after it`);
});

/** All that a page's origin keeps in this browser. */
const kept = (page) =>
  page.evaluate(async () => {
    const texts = Object.entries(localStorage).concat(Object.entries(sessionStorage)).flat();
    const holders = [];
    for (const { name } of await indexedDB.databases()) {
      const opening = indexedDB.open(name);
      const database = await new Promise((resolve) => (opening.onsuccess = () => resolve(opening.result)));
      for (const store of database.objectStoreNames) {
        const asking = database.transaction(store).objectStore(store).getAllKeys();
        holders.push(...(await new Promise((resolve) => (asking.onsuccess = () => resolve(asking.result)))));
      }
      database.close();
    }
    return { texts, holders };
  });

test("somebody else in the same browser cannot read what was kept", async ({ organisation, visit }) => {
  const { person, address } = await asked(organisation, "Paul Private");
  const other = await organisation.person("Nosy Neighbour", "interviewer");
  const page = await visit(person, address);
  const card = new Card(page);
  await expect(card.evidence(THINKING)).toBeVisible();
  const context = page.context();
  await context.setOffline(true);
  await card.evidence(THINKING).fill("nobody else may read this");
  await expect(card.saving).toHaveText("Offline: kept here");
  const before = await kept(page);
  // What is kept is there, belongs to its author, and is not in plain words.
  expect(before.texts.some((text) => text.includes(person.id))).toBe(true);
  expect(before.texts.join("\n")).not.toContain("nobody else");
  expect(before.holders).toEqual([person.id]);
  await page.close();
  await context.setOffline(false);

  const next = await context.newPage();
  await next.goto("/interviews");
  await next.getByRole("button", { name: "Log out" }).click();
  await expect(next.getByRole("heading", { name: "Log in" })).toBeVisible();
  await logIn(next, other);
  await next.goto(address);
  await expect(next.getByText("There is nothing here for you")).toBeVisible();
  await expect.poll(async () => (await kept(next)).holders.filter((holder) => holder === person.id)).toEqual([]);
  const after = await kept(next);
  expect(after.texts.filter((text) => text.includes(person.id))).toEqual([]);
});
