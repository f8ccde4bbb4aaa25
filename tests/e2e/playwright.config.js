// Each worker has a server and a database of its own; within a file the tests run in order.
import { defineConfig } from "@playwright/test";

const chromium = process.env.CHROMIUM;
if (!chromium) {
  throw new Error("Run these tests with `cargo xtask test --only e2e`, which finds the browser and builds the server.");
}

export default defineConfig({
  testDir: "specs",
  outputDir: "results",
  workers: 2,
  retries: 0,
  // Wide: slow machines are no fault of the product, and a timeout is no measurement.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"], ["./support/summary.js"]],
  use: {
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    viewport: { width: 1280, height: 800 },
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: chromium,
      // The browser runs as root in containers, where its sandbox cannot, and must not speak to anybody but the server.
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
