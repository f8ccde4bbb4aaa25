// The `test` that every spec uses: a server per worker, browsers that are watched, people who are logged in.
import { test as base } from "@playwright/test";
import { Organisation } from "./organisation.js";
import { Server } from "./server.js";
import { watch } from "./watch.js";

export { expect } from "@playwright/test";
export { checkAxe } from "./axe.js";

/** Logs in by the form, as a person does. */
export async function logIn(page, person) {
  await page.goto("/login");
  await page.getByLabel("E-mail", { exact: true }).fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Log in", exact: true }).click();
  await page.waitForURL((url) => url.pathname !== "/login");
}

export const test = base.extend({
  /** One server for all tests of a worker; what they make is told apart by name. */
  server: [
    async ({}, use) => {
      const server = await Server.start();
      await use(server);
      await server.discard();
    },
    { scope: "worker" },
  ],

  /** The organisation on it. */
  organisation: [
    async ({ server }, use) => use(await Organisation.found(server)),
    { scope: "worker" },
  ],

  /** Starts further servers, such as one that nobody has set up: `await anotherServer("--demo")`. */
  anotherServer: async ({}, use) => {
    const started = [];
    await use(async (...args) => {
      const server = await Server.start(...args);
      started.push(server);
      return server;
    });
    for (const server of started) await server.discard();
  },

  /** Opens a browser of its own, watched until the test ends: `const page = await open(server)`. */
  open: async ({ browser }, use) => {
    const opened = [];
    await use(async (server, options = {}) => {
      const context = await browser.newContext({ baseURL: server.origin, ...options });
      opened.push({ context, faults: watch(context, server.origin) });
      return context.newPage();
    });
    for (const { context } of opened) await context.close();
    const faults = opened.flatMap((each) => each.faults);
    if (faults.length > 0) throw new Error(`The pages were not quiet:\n${faults.join("\n")}`);
  },

  /** Opens a browser with somebody logged in: `const page = await visit(person, "/jobs")`. */
  visit: async ({ open, server }, use) => {
    await use(async (person, path = "/", options = {}) => {
      const page = await open(server, options);
      await logIn(page, person);
      if (path !== "/") await page.goto(path);
      return page;
    });
  },
});
