// The scorecard page as its author uses it.
import { expect } from "@playwright/test";

export class Card {
  constructor(page) {
    this.page = page;
  }

  evidence(competency) {
    return this.page.getByRole("textbox", { name: `Evidence for ${competency}` });
  }

  levels(competency) {
    return this.page.getByRole("radiogroup", { name: competency, exact: true });
  }

  level(competency, level) {
    return this.levels(competency).getByRole("radio", { name: new RegExp(`^${level}`) });
  }

  /** The words in the foot about saving. */
  get saving() {
    return this.page.locator(".saving");
  }

  async saved() {
    await expect(this.saving).toHaveText(/^Saved (just now|\d)/);
  }

  /** Types evidence as people do, key by key, and rates with a key. */
  async rate(competency, text, level) {
    const field = this.evidence(competency);
    await field.click();
    await field.pressSequentially(text);
    await field.press(`Alt+Digit${level}`);
    await expect(this.level(competency, level)).toBeChecked();
  }

  async review() {
    await this.page.getByRole("button", { name: "Review and submit" }).click();
    await expect(this.page.getByRole("heading", { name: "Review and submit" })).toBeFocused();
  }

  async recommend(words) {
    await this.page.getByRole("radio", { name: new RegExp(`^${words}`) }).check();
  }

  get seal() {
    return this.page.getByRole("button", { name: "Seal my scorecard" });
  }

  get submitted() {
    return this.page.getByRole("heading", { name: "Your scorecard is submitted" });
  }

  get sealed() {
    return this.page.getByRole("heading", { name: "Your scorecard is sealed" });
  }
}
