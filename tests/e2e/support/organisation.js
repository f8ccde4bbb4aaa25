// An organisation on a server: its first administrator and the people a test needs.
import { call } from "./api.js";

const PASSWORD = "a quiet harbour at dawn";
/** Milliseconds after which somebody logs in again: an access token lives for minutes, and a worker's organisation for longer. */
const FRESH = 120_000;

/** Somebody with an account, and their calls to the API. */
class Person {
  constructor(origin, { id, name, email }, password) {
    Object.assign(this, { origin, id, name, email, password });
  }

  /** Calls the API as this person, logging in when needed. */
  async call(method, path, body) {
    if (!this.token || Date.now() - this.since > FRESH) {
      this.since = Date.now();
      this.token = await this.logIn();
    }
    return call(this.origin, method, path, body, this.token);
  }

  async logIn() {
    const { email, password } = this;
    return (await call(this.origin, "POST", "/sessions", { email, password })).access_token;
  }
}

export class Organisation {
  #count = 0;

  /** Makes the first administrator with the setup token. */
  static async found(server) {
    const organisation = new Organisation();
    organisation.server = server;
    const account = { name: "Ada Admin", email: "ada@example.test", password: PASSWORD };
    const session = await call(server.origin, "POST", "/setup", { token: server.setupToken, ...account });
    organisation.admin = new Person(server.origin, session.me, PASSWORD);
    Object.assign(organisation.admin, { token: session.access_token, since: Date.now() });
    return organisation;
  }

  /** Adds somebody and sets their password by the link that the administrator would hand over. */
  async person(name, ...roles) {
    this.#count += 1;
    const local = name.toLowerCase().replace(/[^a-z]+/g, ".");
    const { person, link } = await this.admin.call("POST", "/people", {
      name,
      email: `${local}.${this.#count}@example.test`,
      roles,
      function: "Engineering",
      seniority: 5,
      zone: "Europe/Berlin",
    });
    const token = link.path.split("#")[1];
    await call(this.server.origin, "POST", "/password-links/redeem", { token, password: PASSWORD });
    return new Person(this.server.origin, person, PASSWORD);
  }
}
