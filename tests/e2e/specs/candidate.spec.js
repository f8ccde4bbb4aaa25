// The candidate's page: notes, tags, files, rejecting and taking back, by pointer and by keyboard alone; what an interviewer sees of it.
import { openJob, startLoop } from "../support/hiring.js";
import { checkAxe, expect, test } from "../support/test.js";

// Two pixels whose metadata names a place.
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAGnRFWHRBdXRob3IATm9vciBIYWRkYWQsIEJlcmxpbsE3KEkAAAANSURBVHicY/" +
    "jPAAT/AQcAAf/iI55ZAAAAAElFTkSuQmCC",
  "base64",
);

const PDF = Buffer.from(
  "JVBERi0xLjQKMSAwIG9iago8PC9UeXBlL0NhdGFsb2cvUGFnZXMgMiAwIFIvT3BlbkFjdGlvbjw8L1MvSmF2YVNjcmlwdC9KUyhhcHAuYWxlcn" +
    "RcKDFcKSk+Pj4+CmVuZG9iagoyIDAgb2JqCjw8L1R5cGUvUGFnZXMvS2lkc1szIDAgUl0vQ291bnQgMT4+CmVuZG9iagozIDAgb2JqCjw8L1R5" +
    "cGUvUGFnZS9QYXJlbnQgMiAwIFIvTWVkaWFCb3hbMCAwIDU5NSA4NDJdL0NvbnRlbnRzIDQgMCBSL1Jlc291cmNlczw8L0ZvbnQ8PC9GMSA1ID" +
    "AgUj4+Pj4+PgplbmRvYmoKNCAwIG9iago8PC9MZW5ndGggNTI+PnN0cmVhbQpCVCAvRjEgMTIgVGYgNTAgNzAwIFRkIChUZW4geWVhcnMgb2Yg" +
    "cGF5bWVudHMpIFRqIEVUCmVuZHN0cmVhbQplbmRvYmoKNSAwIG9iago8PC9UeXBlL0ZvbnQvU3VidHlwZS9UeXBlMS9CYXNlRm9udC9IZWx2ZX" +
    "RpY2E+PgplbmRvYmoKNiAwIG9iago8PC9BdXRob3IoTm9vciBIYWRkYWQpL0NyZWF0b3IoQmVybGluKT4+CmVuZG9iagp4cmVmCjAgNwowMDAw" +
    "MDAwMDAwIDY1NTM1IGYgCjAwMDAwMDAwMDkgMDAwMDAgbiAKMDAwMDAwMDEwMSAwMDAwMCBuIAowMDAwMDAwMTUyIDAwMDAwIG4gCjAwMDAwMD" +
    "AyNjQgMDAwMDAgbiAKMDAwMDAwMDM2MyAwMDAwMCBuIAowMDAwMDAwNDI2IDAwMDAwIG4gCnRyYWlsZXI8PC9TaXplIDcvUm9vdCAxIDAgUi9J" +
    "bmZvIDYgMCBSPj4Kc3RhcnR4cmVmCjQ4MgolJUVPRgo=",
  "base64",
);

const heading = (page) => page.getByRole("heading", { level: 1 });
const part = (page, name) => page.getByRole("navigation", { name: "Parts of this page" }).getByRole("button", { name });

test.describe.configure({ mode: "parallel", timeout: 120_000 });

test("a recruiter keeps files, notes and tags; an interviewer sees what the kit shows", async ({ organisation, visit }) => {
  const opened = await openJob(organisation, { candidates: ["Cleo <b>Candidate</b>"] });
  const [application] = opened.applications;
  const page = await visit(opened.recruiter);
  await page.goto(`/candidates/${application.candidate_id}`);
  await expect(heading(page)).toHaveText("Cleo <b>Candidate</b>");

  await page.getByLabel("Add a tag").fill("Harbours");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByRole("list", { name: "Tags" })).toContainText("Harbours");

  await part(page, "Files").click();
  await expect(page.getByText("No files yet.")).toBeVisible();
  await checkAxe(page);
  const choose = page.getByLabel("PDF, PNG or JPEG");
  await choose.setInputFiles({ name: "cv.html", mimeType: "text/html", buffer: Buffer.from("<script>alert(1)</script>") });
  await page.getByRole("button", { name: "Add the file" }).click();
  await expect(page.getByText("PDF, PNG and JPEG are taken.")).toBeVisible();
  await choose.setInputFiles({ name: "Cleo's CV.pdf", mimeType: "application/pdf", buffer: PDF });
  await page.getByRole("button", { name: "Add the file" }).click();
  await page.getByRole("button", { name: "Read its words: CV" }).click();
  await expect(page.getByRole("group", { name: "Words of CV" })).toContainText("Ten years of payments");
  await choose.setInputFiles({ name: "portrait.png", mimeType: "image/png", buffer: PNG });
  await page.getByLabel("What it is").fill("Portrait");
  await page.getByRole("button", { name: "Add the file" }).click();
  await page.getByRole("button", { name: "Show: Portrait" }).click();
  await expect(page.getByRole("img", { name: "Portrait" })).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save CV" }).click(),
  ]);
  expect(download.suggestedFilename()).toContain("CV");
  await checkAxe(page);

  await part(page, "Notes").click();
  await page.getByLabel("New note").fill("Rang twice. <img src=x onerror=alert(1)>");
  await page.getByRole("button", { name: "Keep the note" }).click();
  await expect(page.getByText("Rang twice. <img")).toBeVisible();
  await page.getByRole("button", { name: "Change" }).click();
  await page.getByLabel("Note", { exact: true }).fill("Rang three times.");
  await page.getByRole("button", { name: "Keep the change" }).click();
  await page.getByText("Changed once").click();
  await expect(page.getByText("Rang twice. <img")).toBeVisible();
  await checkAxe(page);

  await part(page, "Timeline").click();
  await expect(page.getByText("Note written")).toBeVisible();
  await page.getByLabel("Show").selectOption({ label: "Stages and decisions" });
  await expect(page.getByText("Note written")).toHaveCount(0);
  await checkAxe(page);
  await page.setViewportSize({ width: 360, height: 740 });
  for (const name of ["Applications", "Files", "Notes", "Timeline", "Details"]) {
    await part(page, name).click();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow, `${name} at 360 px`).toBeLessThanOrEqual(0);
  }

  const interviewer = await organisation.person("Ida Interviewer", "interviewer");
  const { cards } = await startLoop(opened, [interviewer]);
  const own = await visit(interviewer);
  await own.goto(`/scorecards/${cards[0]}`);
  await expect(own.getByRole("button", { name: "Save CV (PDF)" })).toBeVisible();
  for (const words of ["Portrait", "Harbours", "Rang", "Cleo's CV"]) await expect(own.getByText(words)).toHaveCount(0);
  const [given] = await Promise.all([own.waitForEvent("download"), own.getByRole("button", { name: "Save CV (PDF)" }).click()]);
  expect(given.suggestedFilename()).toBe("CV.pdf");
  await own.goto(`/candidates/${application.candidate_id}`);
  await expect(own.getByText("There is nothing here for you")).toBeVisible();
});

test("rejecting with a letter, taking it back, telling, by keyboard alone", async ({ organisation, visit }) => {
  const opened = await openJob(organisation, { candidates: ["Cleo Candidate"] });
  const [application] = opened.applications;
  const page = await visit(opened.recruiter);
  const keys = page.keyboard;
  await page.goto(`/candidates/${application.candidate_id}`);
  await expect(page.getByRole("button", { name: "Reject" })).toBeVisible();
  const reject = async () => {
    await page.getByRole("button", { name: "Reject", exact: true }).focus();
    await keys.press("Enter");
    await expect(page.getByRole("dialog")).toBeVisible();
  };
  await reject();
  await checkAxe(page);
  await page.getByLabel("Reason").focus();
  await keys.press("End");
  await expect(page.getByLabel("Letter to the candidate")).toHaveValue(/^Dear Cleo Candidate,/);
  await page.getByRole("dialog").getByRole("button", { name: "Reject" }).focus();
  await keys.press("Enter");
  await expect(page.getByText("Write a reason")).toBeVisible();
  await page.getByLabel("In your words").focus();
  await keys.type("Wants to stay ashore.");
  await page.getByRole("dialog").getByRole("button", { name: "Reject" }).focus();
  await keys.press("Enter");
  await expect(page.getByText("Decided, not announced")).toBeVisible();
  await expect(page.getByText("Wants to stay ashore.")).toBeVisible();
  await checkAxe(page);
  await page.getByRole("button", { name: "Take the rejection back" }).focus();
  await keys.press("Enter");
  await expect(page.getByText("Decided, not announced")).toHaveCount(0);
  await reject();
  await page.getByRole("dialog").getByRole("button", { name: "Reject" }).focus();
  await keys.press("Enter");
  await page.getByRole("button", { name: "Mark as announced" }).focus();
  await keys.press("Enter");
  await page.getByRole("button", { name: "Yes, they were told" }).focus();
  await keys.press("Enter");
  await expect(page.getByText("Rejected, told")).toBeVisible();
  await expect(page.getByRole("button", { name: "Take the rejection back" })).toHaveCount(0);
  await heading(page).focus();
  await keys.press("4");
  await expect(page.getByText("Candidate told of the rejection")).toBeVisible();
});

test("a wrong import is taken back; who has interviews stays", async ({ organisation, visit }) => {
  const opened = await openJob(organisation, { candidates: ["Wanda Wrong", "Stan Stays"] });
  const interviewer = await organisation.person("Ida Interviewer", "interviewer");
  await startLoop(opened, [interviewer], opened.applications.find((each) => each.name === "Stan Stays"));
  const page = await visit(opened.recruiter);
  await page.goto("/candidates/import");
  await expect(page.getByText("2 brought in")).toBeVisible();
  await page.getByRole("button", { name: "Take back" }).click();
  await expect(page.getByRole("dialog")).toContainText("Stan Stays stays. Interviews were started for this person.");
  await checkAxe(page);
  await page.getByRole("button", { name: "Take 1 back" }).click();
  await expect(page.getByText("1 of them stay")).toBeVisible();
  await page.goto("/candidates");
  await expect(page.getByText("Stan Stays")).toBeVisible();
  await expect(page.getByText("Wanda Wrong")).toHaveCount(0);
});
