//! Rights in words.

use crate::{
    components::{
        link::Go,
        table::Table,
        tag::{Tag, Tone},
        time::When,
    },
    routes::Route,
};
use evenhand_shared::{
    jobs::TeamRole,
    loops::{SlotKind, SlotState},
    people::Role,
    profile::TeamPart,
    scorecards::{CardState, MyInterview},
};
use yew::prelude::*;

/// What a role lets somebody do, and what it does not: said to the reader, or about somebody else.
const fn lets(role: Role, own: bool) -> [&'static str; 2] {
    match (role, own) {
        (Role::Admin, _) => [
            "Invites and deactivates people, changes their roles, signs them out, makes reset links.",
            "Opens no candidate, no scorecard and no packet: this role is about people and settings.",
        ],
        (Role::Recruiter, true) => [
            "On jobs where you are on the team as recruiter, you import, move and reject candidates, start loops, choose panels, set times, see how far a loop is, and read the packet once it is released.",
            "It opens nothing on other jobs, and nothing about a candidate whose scorecard you owe.",
        ],
        (Role::Recruiter, false) => [
            "On jobs where they are on the team as recruiter: imports, moves and rejects candidates, starts loops, chooses panels, sets times, sees how far a loop is, and reads the packet once it is released.",
            "Opens nothing on other jobs, and nothing about a candidate whose scorecard they owe.",
        ],
        (Role::HiringManager, true) => [
            "On jobs where you are on the team as hiring manager, you move and reject candidates, start loops, see how far a loop is, open a debrief early with a reason, decide, and read the packet once it is released.",
            "It opens nothing on other jobs, and nothing about a candidate whose scorecard you owe.",
        ],
        (Role::HiringManager, false) => [
            "On jobs where they are on the team as hiring manager: moves and rejects candidates, starts loops, sees how far a loop is, opens a debrief early with a reason, decides, and reads the packet once it is released.",
            "Opens nothing on other jobs, and nothing about a candidate whose scorecard they owe.",
        ],
        (Role::Interviewer, true) => [
            "You can be put on panels; you write, submit and amend your own scorecards.",
            "You see no other scorecard before the release, and then only of panels where your own is in.",
        ],
        (Role::Interviewer, false) => [
            "Can be put on panels; writes, submits and amends their own scorecards.",
            "Sees no other scorecard before the release, and then only of panels where their own is in.",
        ],
        (Role::Auditor, true) => [
            "You read what happened and who did it.",
            "It opens no scorecard and no packet, and nothing about a candidate whose scorecard you owe.",
        ],
        (Role::Auditor, false) => [
            "Reads what happened and who did it.",
            "Opens no scorecard and no packet, and reads nothing about a candidate whose scorecard they owe.",
        ],
    }
}

/// Roles and what they open. `own` speaks to the reader.
pub fn roles_section(roles: &[Role], own: bool) -> Html {
    html! {
        <section class="stack" aria-labelledby="roles">
            <h2 id="roles">{if own { "Your roles" } else { "Roles" }}</h2>
            <dl class="pairs">
                {for roles.iter().map(|role| html! {
                    <div key={role.key()}>
                        <dt>{role.words()}</dt>
                        <dd>{for lets(*role, own).into_iter().map(|text| html! { <p>{text}</p> })}</dd>
                    </div>
                })}
            </dl>
        </section>
    }
}

const fn part_words(part: TeamRole) -> &'static str {
    match part {
        TeamRole::Recruiter => "Recruiter",
        TeamRole::HiringManager => "Hiring manager",
    }
}

/// Parts on hiring teams. Only the reader's own lead to the job: an administrator need not be on it.
pub fn teams_section(teams: &[TeamPart], own: bool) -> Html {
    html! {
        <section class="stack" aria-labelledby="teams">
            <h2 id="teams">{"On hiring teams"}</h2>
            if teams.is_empty() {
                <p class="muted">{if own {
                    "You are on no hiring team. A recruiter or hiring manager of a job can add you."
                } else {
                    "On no hiring team."
                }}</p>
            } else {
                <ul class="links">
                    {for teams.iter().map(|team| html! {
                        <li key={format!("{}{}", team.job_id, part_words(team.part))}>
                            if own && team.counts {
                                <Go to={Route::Job { id: team.job_id.0.clone() }}>{&team.title}</Go>
                            } else {
                                {&team.title}
                            }
                            {format!(", {}", part_words(team.part).to_lowercase())}
                            if !team.counts { <span class="muted">{" (does not count: the role of this name is missing)"}</span> }
                        </li>
                    })}
                </ul>
            }
        </section>
    }
}

/// The reader's own places.
pub fn panels_section(panels: &[MyInterview]) -> Html {
    html! {
        <section class="stack" aria-labelledby="panels">
            <h2 id="panels">{"On panels"}</h2>
            if panels.is_empty() {
                <p class="muted">{"You are on no panel. When somebody puts you on one, it stands here and under My interviews."}</p>
            } else {
                <Table caption="Your panels" stacked={true} columns={["Candidate", "Interview", "When", "As", "Scorecard"].map(AttrValue::from).to_vec()}>
                    {for panels.iter().map(|panel| html! {
                        <tr key={panel.id.as_str()} class={(!panel.slot.stands()).then_some("void")}>
                            <th scope="row"><Go to={Route::Scorecard { id: panel.id.0.clone() }}>{&panel.candidate_name}</Go></th>
                            <td data-label="Interview">{&panel.kit_name}<span class="cell-sub">{&panel.job}</span></td>
                            <td data-label="When">if let Some(at) = panel.starts_at { <When {at} /> } else { <span class="muted">{"No time yet"}</span> }</td>
                            <td data-label="As">{kind_words(panel.kind)}</td>
                            <td data-label="Scorecard">{card(panel)}</td>
                        </tr>
                    })}
                </Table>
            }
        </section>
    }
}

const fn kind_words(kind: SlotKind) -> &'static str {
    match kind {
        SlotKind::Interviewer => "Interviewer",
        SlotKind::Shadow => "Shadow",
        SlotKind::ReverseShadow => "Reverse shadow",
    }
}

fn card(panel: &MyInterview) -> Html {
    match (panel.card, panel.slot) {
        (CardState::Submitted, _) => html! { <Tag tone={Tone::Good}>{"Sealed"}</Tag> },
        (CardState::Withdrawn, _) => html! { <Tag>{"Withdrawn"}</Tag> },
        (_, SlotState::Declined) => html! { <span class="muted">{"Declined"}</span> },
        (CardState::Void, _) => html! { <span class="muted">{"None owed"}</span> },
        (CardState::Draft | CardState::Sealing, _) => {
            html! { <Tag tone={Tone::Accent}>{"Yours to write"}</Tag> }
        }
    }
}

/// What is closed to the reader, and why: from their own places alone.
pub fn closed_section(panels: &[MyInterview]) -> Html {
    let owed = panels.iter().filter(|p| matches!(p.card, CardState::Draft | CardState::Sealing));
    let left = panels.iter().filter(|p| p.card == CardState::Void && p.slot != SlotState::NoShow);
    html! {
        <section class="stack" aria-labelledby="closed">
            <h2 id="closed">{"What you cannot see, and why"}</h2>
            <ul class="bullets">
                {for owed.map(|panel| html! {
                    <li key={format!("owed {}", panel.id)}>
                        {format!(
                            "You owe a scorecard on {} ({}). Until it is sealed, everything that others do about this candidate is closed to you, whatever your roles: who else interviews, what they wrote and when, notes, stages, the packet.",
                            panel.candidate_name, panel.kit_name
                        )}
                    </li>
                })}
                {for left.map(|panel| html! {
                    <li key={format!("left {}", panel.id)}>
                        {format!(
                            "You were on a panel for {} ({}) and wrote no scorecard there. That loop stays closed to you until it is released.",
                            panel.candidate_name, panel.kit_name
                        )}
                    </li>
                })}
                <li>{"Drafts and private notes are their author's alone. Nobody else can read them, administrators included."}</li>
                <li>{"A sealed scorecard is read by others only after its loop is released. What you were shown then is written down: "}<Go to={Route::Exposures}>{"what you were shown, and when"}</Go>{"."}</li>
                <li>{"What is absent and what is not yours look the same on purpose, so a missing page tells you nothing."}</li>
            </ul>
        </section>
    }
}
