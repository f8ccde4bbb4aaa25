// Opening early, and writing late: whoever still has an open scorecard notices nothing and stays blind.
import { Card } from "../support/card.js";
import { COMPETENCIES, openJob, sealCard, startLoop } from "../support/hiring.js";
import { expect, test } from "../support/test.js";

const [THINKING, OTHERS] = COMPETENCIES;
const CANARY = "canary-tourmaline";

/** What the page draws, without what names the moment. */
const drawn = async (page) => {
  const html = await page.locator("#app").innerHTML();
  return html.replace(/Saved [^<]*/g, "").replace(/Today \d\d:\d\d/g, "");
};

test("a debrief opened early: the panelist who is still writing sees no change, and submits late and blind", async ({
  organisation,
  visit,
}) => {
  test.setTimeout(90_000);
  const opened = await openJob(organisation, { candidates: ["Lena Latecomer"] });
  const early = await organisation.person("Erik Early", "interviewer");
  const late = await organisation.person("Lotte Late", "interviewer");
  const { id, cards } = await startLoop(opened, [early, late]);
  await sealCard(early, cards[0], `${CANARY} is what Erik saw`);

  const page = await visit(late, `/scorecards/${cards[1]}`);
  const card = new Card(page);
  await card.evidence(THINKING).fill("what Lotte saw");
  await card.saved();
  await expect(page.getByText("Connected", { exact: true })).toBeVisible();
  const list = await page.context().newPage();
  await list.goto("/interviews");
  await expect(list.getByRole("heading", { name: "Lena Latecomer" })).toBeVisible();
  const before = [await drawn(page), await drawn(list)];
  const heard = [];
  page.context().on("response", async (response) => heard.push(await response.text().catch(() => "")));

  const hiring = await visit(opened.manager, `/loops/${id}`);
  await expect(hiring.getByText("1 of 2 in").first()).toBeVisible({ timeout: 20_000 });
  await hiring.getByRole("button", { name: "Open the debrief" }).click();
  const dialog = hiring.getByRole("dialog", { name: "Open the debrief?" });
  await dialog.getByLabel("Why now").fill("too short");
  await dialog.getByRole("button", { name: "Open the debrief and reveal the scorecards" }).click();
  await expect(dialog.getByLabel("Why now")).toHaveAttribute("aria-invalid", "true");
  await expect(dialog.getByLabel("Why now")).toHaveValue("too short");
  await dialog.getByLabel("Why now").fill("The ferry leaves tonight and cannot wait.");
  await dialog.getByRole("button", { name: "Open the debrief and reveal the scorecards" }).click();
  await expect(dialog).toBeHidden();
  await hiring.getByRole("link", { name: "Read the packet" }).click();
  await expect(hiring.getByText("The ferry leaves tonight and cannot wait.")).toBeVisible();
  await expect(hiring.getByText("No scorecard from Lotte Late.")).toBeVisible();

  // The one who writes sees nothing of it: not on the open pages, not on the same pages loaded again.
  expect([await drawn(page), await drawn(list)]).toEqual(before);
  await list.reload();
  await expect(list.getByRole("heading", { name: "Lena Latecomer" })).toBeVisible();
  expect(await drawn(list)).toBe(before[1]);
  await list.goto(`/loops/${id}/packet`);
  await expect(list.getByText("Sealed until the loop is revealed to you")).toBeVisible();
  await list.close();

  await card.level(THINKING, 2).check();
  await card.evidence(OTHERS).fill("what Lotte heard");
  await card.level(OTHERS, 4).check();
  await card.review();
  await card.recommend("No");
  expect(heard.join("\n")).not.toContain(CANARY);
  await card.seal.click();
  await expect(card.submitted).toBeVisible();
  await expect(card.sealed).toBeVisible({ timeout: 25_000 });

  for (const reader of [hiring, page]) {
    await reader.goto(`/loops/${id}/packet`);
    await expect(reader.getByText("Late, but still blind: Lotte Late. It counts.")).toBeVisible();
    await reader.getByRole("button", { name: "Show all evidence" }).click();
    await expect(reader.getByText(`${CANARY} is what Erik saw`).first()).toBeVisible();
    await expect(reader.getByText("what Lotte saw")).toBeVisible();
  }
});

test("a recruiter who goes on a panel is blind from then on", async ({ organisation, visit }) => {
  const opened = await openJob(organisation, { candidates: ["Selma Self"], recruiterAlso: ["interviewer"] });
  const early = await organisation.person("Edda Early", "interviewer");
  const { id, cards } = await startLoop(opened, [early]);
  const page = await visit(opened.recruiter, `/loops/${id}`);
  await page.getByRole("button", { name: "Add a panelist to First talk" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Person").selectOption({ label: `${opened.recruiter.name}, Engineering` });
  await dialog.getByRole("button", { name: /^Add/ }).click();
  await expect(page).toHaveURL(/\/interviews$/);
  await expect(page.getByRole("heading", { name: "Selma Self" })).toBeVisible();
  await expect(page.getByText("You are on this panel now")).toBeVisible();

  await sealCard(early, cards[0], `${CANARY} is what Edda saw`);
  for (const path of [`/loops/${id}`, `/candidates/${opened.applications[0].candidate_id}`]) {
    await page.goto(path);
    await expect(page.getByText("There is nothing here for you")).toBeVisible();
  }
  await page.goto(`/loops/${id}/packet`);
  await expect(page.getByText("Sealed until the loop is revealed to you")).toBeVisible();
  await page.goto("/loops");
  await expect(page.getByText("No loops yet")).toBeVisible();
  // The name stays in the list of candidates, and nothing that tells how the loop goes.
  await page.goto("/candidates");
  const row = page.getByRole("row", { name: /Selma Self/ });
  await expect(row).toBeVisible();
  await expect(row.getByRole("link", { name: "Open the loop" })).toBeHidden();
});
