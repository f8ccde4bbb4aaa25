// A job with its plan, candidates and loops, made over the API where a spec is about something else.

/** The two things that every interview of the plan below rates. */
export const COMPETENCIES = ["Clear thinking", "Working with others"];

const KITS = ["First talk", "Pairing", "Design", "Values"];

const kit = (name) => `
[[kits]]
key = "${name.toLowerCase().replace(" ", "-")}"
name = "${name}"
format = "structured interview"
minutes = 45
instructions = "Ask, listen, and write down what was said."
rates = ["clear-thinking", "working-with-others"]
shows = ["cv"]

[[kits.questions]]
text = "Tell me about a decision that you would take differently today."
competency = "clear-thinking"
minutes = 20
follow_ups = ["What did you know then?"]

[[kits.questions]]
text = "Tell me about somebody whom you disagreed with."
competency = "working-with-others"
minutes = 20
follow_ups = ["What happened next?"]
`;

const competency = (key, name, weight) => `
[[competencies]]
key = "${key}"
name = "${name}"
weight = ${weight}

[competencies.rubric]
version = 1
anchors = [
    "${name}: could not be seen with much help.",
    "${name}: seen with help on an easy task.",
    "${name}: seen alone on an ordinary task.",
    "${name}: seen alone on a hard task.",
    "${name}: seen in a way that others learn from.",
]
`;

/** A plan with four interviews, as a recruiter would write it; the key tells jobs of one server apart. */
export function plan(key, title, { kits = KITS, reveal = "panel_complete" } = {}) {
  return `[job]
key = "${key}"
title = "${title}"
level = "Level 4"
summary = "You keep the harbour running."
band = { currency = "EUR", low = 60000, high = 75000 }
stages = ["Applied", "Interviews", "Debrief", "Offer"]

[[outcomes]]
key = "harbour"
text = "Ships leave on the day that was promised, nine times out of ten, by the end of the year."
competencies = ["clear-thinking", "working-with-others"]
${competency("clear-thinking", COMPETENCIES[0], 60)}${competency("working-with-others", COMPETENCIES[1], 40)}${kits.map(kit).join("")}
[decision]
bar = 0.6
reveal = "${reveal}"
`;
}

let count = 0;

/** A job with a recruiter, a hiring manager and one candidate per name. */
export async function openJob(organisation, { candidates = ["Cleo Candidate"], ...rest } = {}) {
  count += 1;
  const recruiter = await organisation.person("Rita Recruiter", "recruiter", ...(rest.recruiterAlso ?? []));
  const manager = await organisation.person("Hanna Manager", "hiring_manager");
  const title = rest.title ?? `Harbour master ${count}`;
  const toml = plan(`harbour-${process.pid}-${count}`, title, rest);
  const version = await recruiter.call("POST", "/plans", { toml });
  const job = version.job_id;
  await recruiter.call("POST", `/jobs/${job}/team`, { person_id: manager.id, role: "hiring_manager" });
  const rows = candidates.map((name, n) => `${name},candidate${n}.${count}@example.test,,fair,Europe/Berlin,Ten years at sea`);
  const csv = ["name,email,phone,source,zone,cv", ...rows].join("\n");
  await recruiter.call("POST", `/jobs/${job}/candidates/import`, { csv, dry_run: false });
  const { rows: applications } = await recruiter.call("GET", `/candidates?job=${job}&most=500`);
  return { recruiter, manager, job, plan: version, title, applications };
}

/** Starts a loop: one interview for each person, in the order of the plan's kits, an hour ago. */
export async function startLoop(opened, people, application = opened.applications[0]) {
  const interviews = people.map((person, n) => ({
    kit: opened.plan.plan.kits[n].key,
    starts_at: new Date(Date.now() - 3_600_000).toISOString(),
    zone: "Europe/Berlin",
    place: "Room 3",
    panel: [{ person_id: person.id, kind: "interviewer", required: true }],
  }));
  const path = `/applications/${application.id}/loops`;
  const { loop_id } = await opened.recruiter.call("POST", path, { plan_id: opened.plan.id, interviews });
  const cards = [];
  for (const person of people) {
    const mine = await person.call("GET", "/my/interviews");
    cards.push(mine.find((each) => each.job.startsWith(opened.title) && each.candidate_name === application.name).id);
  }
  return { id: loop_id, cards };
}

/** Writes a whole card over the API and submits it. */
export async function sealCard(person, card, text, level = "3") {
  const { competencies } = await person.call("GET", `/scorecards/${card}`);
  const fields = competencies.flatMap(({ key }) => [
    { field: `evidence:${key}`, base: 0, value: text },
    { field: `rating:${key}`, base: 0, value: level },
  ]);
  fields.push({ field: "recommendation", base: 0, value: "yes" });
  await person.call("PATCH", `/scorecards/${card}`, { fields });
  await person.call("POST", `/scorecards/${card}/submission`, {});
}
