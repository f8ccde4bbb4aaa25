//! The hiring team of a job.

use super::{cover::Covers, part_words};
use crate::{
    api,
    components::{
        button::{Button, Look},
        dialog::Confirm,
        field::SelectField,
        notice::FailureNote,
        table::Table,
        tag::Tag,
    },
    hooks::{on_submit, use_draft, use_mutation, use_query},
    state::{session::use_me, toasts::use_say},
};
use evenhand_shared::{
    PersonId,
    jobs::{JobDetail, TeamChange, TeamMember, TeamRole},
    people::PersonState,
};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Team`].
#[derive(Properties, PartialEq)]
pub struct TeamProps {
    /// The job with its team.
    pub detail: Rc<JobDetail>,
    /// Takes over the job as changed.
    pub put: Callback<JobDetail>,
}

#[derive(Clone)]
struct Form {
    person: String,
    role: TeamRole,
}

/// The section.
#[component]
pub fn Team(props: &TeamProps) -> Html {
    let me = use_me();
    let say = use_say();
    let people = use_query((), |()| async { api::people::list().await });
    let form = use_draft(|| Form { person: String::new(), role: TeamRole::Recruiter });
    let leaving = use_state(|| None::<TeamMember>);
    let id = props.detail.job.id.clone();
    let add = {
        let (id, put, say, form) = (id.clone(), props.put.clone(), say.clone(), form.clone());
        use_mutation(
            move |change: TeamChange| {
                let id = id.clone();
                async move { api::jobs::add_to_team(&id, &change).await }
            },
            move |detail: JobDetail| {
                form.change(|f| f.person.clear());
                say.done("The team has a new member.");
                put.emit(detail);
            },
        )
    };
    let remove = {
        let (put, leaving) = (props.put.clone(), leaving.setter());
        use_mutation(
            move |change: TeamChange| {
                let id = id.clone();
                async move { api::jobs::remove_from_team(&id, &change).await }
            },
            move |detail: JobDetail| {
                leaving.set(None);
                say.done("The team has changed.");
                put.emit(detail);
            },
        )
    };
    let mut options: Vec<(AttrValue, AttrValue)> = vec![("".into(), "Choose a person".into())];
    if let Some(people) = &people.data {
        options.extend(
            people
                .iter()
                .filter(|p| p.state != PersonState::Deactivated)
                .map(|p| (p.id.0.clone().into(), p.name.clone().into())),
        );
    }
    let roles = [TeamRole::Recruiter, TeamRole::HiringManager];
    let role_options: Vec<(AttrValue, AttrValue)> =
        roles.iter().map(|role| (part_words(*role).into(), part_words(*role).into())).collect();
    let onsubmit = {
        let (form, run) = (form.clone(), add.run.clone());
        on_submit(move || {
            if !form.person.is_empty() {
                run.emit(TeamChange { person_id: PersonId(form.person.clone()), role: form.role });
            }
        })
    };
    let stay = {
        let (leaving, clear) = (leaving.setter(), remove.clear.clone());
        Callback::from(move |()| {
            leaving.set(None);
            clear.emit(());
        })
    };
    html! {
        <section class="stack" aria-labelledby="team">
            <h2 id="team">{"Hiring team"}</h2>
            <Table caption="Hiring team" stacked={true} columns={["Name", "Part", "Covered by", ""].map(AttrValue::from).to_vec()}>
                {for props.detail.team.iter().map(|member| {
                    let onclick = { let (leaving, member) = (leaving.setter(), member.clone()); Callback::from(move |_: MouseEvent| leaving.set(Some(member.clone()))) };
                    html! {
                        <tr key={format!("{}{}", member.person_id, part_words(member.role))}>
                            <th scope="row">{&member.name}{" "}if member.person_id == me.id { <Tag>{"You"}</Tag> }</th>
                            <td data-label="Part">{part_words(member.role)}</td>
                            <td data-label="Covered by">{member.cover.as_ref().map_or("Nobody", |cover| cover.name.as_str())}</td>
                            <td class="act"><Button look={Look::Quiet} label={format!("Remove {} as {}", member.name, part_words(member.role))} {onclick}>{"Remove"}</Button></td>
                        </tr>
                    }
                })}
            </Table>
            <form class="inline-form" {onsubmit}>
                <SelectField label="Person" value={form.person.clone()} {options} onchange={form.edit(|f, id| f.person = id)} error={add.at("/person_id")} />
                <SelectField label="Part" value={part_words(form.role)} options={role_options}
                    onchange={form.edit(move |f, words: String| f.role = roles.into_iter().find(|r| part_words(*r) == words).unwrap_or(f.role))} error={add.at("/role")} />
                <Button submit={true} pending={add.pending} disabled={form.person.is_empty()}>{"Add to the team"}</Button>
            </form>
            <FailureNote failure={add.failure.clone()} shown="/person_id /role" />
            <Covers detail={props.detail.clone()} put={props.put.clone()} />
            if let Some(member) = &*leaving {
                <Confirm title={format!("Remove {} from the team?", member.name)} verb="Remove" danger={true} pending={remove.pending}
                    failure={remove.failure.clone()} onclose={stay}
                    onconfirm={confirm(member, &remove.run)}>
                    <p>{"They no longer see this job's candidates and loops through this part. What they wrote stays."}</p>
                </Confirm>
            }
        </section>
    }
}

fn confirm(member: &TeamMember, run: &Callback<TeamChange>) -> Callback<()> {
    let change = TeamChange { person_id: member.person_id.clone(), role: member.role };
    run.reform(move |()| change.clone())
}
