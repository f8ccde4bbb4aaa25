// The release binary, started on a free port with a database of its own.
import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

const BINARY = process.env.EVENHAND_BIN;

async function freePort() {
  const probe = createServer();
  await new Promise((resolve, reject) => probe.once("error", reject).listen(0, "127.0.0.1", resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

// The server refuses settings that it does not know, so nothing of the tests' own environment reaches it.
function environment(own) {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith("EVENHAND_"));
  return { ...Object.fromEntries(inherited), ...own };
}

export class Server {
  #folder;
  #process;
  #log = "";

  /** Starts a server; `arguments` go to `evenhand serve`. */
  static async start(...args) {
    const server = new Server();
    server.#folder = await mkdtemp(join(tmpdir(), "evenhand-e2e-"));
    const port = await freePort();
    server.origin = `http://127.0.0.1:${port}`;
    server.environment = environment({
      EVENHAND_DATABASE_URL: `sqlite://${join(server.#folder, "evenhand.sqlite")}`,
      EVENHAND_LISTEN: `127.0.0.1:${port}`,
    });
    // The token is made before the server starts: one process at a time holds an SQLite file.
    if (!args.includes("--demo")) {
      const printed = await server.command("setup-token");
      server.setupToken = printed.trim().split(/\s+/).at(-1);
    }
    await server.resume(...args);
    return server;
  }

  /** Runs a subcommand on this server's database and answers what it prints. */
  async command(...args) {
    const { stdout } = await promisify(execFile)(BINARY, args, { cwd: this.#folder, env: this.environment });
    return stdout;
  }

  /** Starts the process on the same database and port, after `start` or `stop`. */
  async resume(...args) {
    const child = spawn(BINARY, ["serve", ...args], {
      cwd: this.#folder,
      env: this.environment,
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#process = child;
    const note = (text) => {
      this.#log = (this.#log + text).slice(-20_000);
    };
    child.stdout.on("data", note);
    child.stderr.on("data", note);
    const deadline = Date.now() + 30_000;
    while (Date.now() < deadline && child.exitCode === null && child.signalCode === null) {
      const ready = await fetch(`${this.origin}/readyz`).then((answer) => answer.ok, () => false);
      if (ready) return;
      await sleep(50);
    }
    throw new Error(`The server did not become ready:\n${this.#log}`);
  }

  /** What the server printed last. */
  get log() {
    return this.#log;
  }

  /** Ends the process; the database stays. */
  async stop(signal = "SIGTERM") {
    const child = this.#process;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill(signal);
    const timer = setTimeout(() => child.kill("SIGKILL"), 10_000);
    await ended;
    clearTimeout(timer);
  }

  /** Ends the process and removes the database. */
  async discard() {
    await this.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
