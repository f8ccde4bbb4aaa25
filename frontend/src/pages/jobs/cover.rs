//! Who acts for a member of the team while that member owes a scorecard.

use crate::{
    api,
    components::{dialog::Confirm, field::SelectField, view::view},
    hooks::{into, use_mutation, use_query},
    state::toasts::use_say,
};
use evenhand_shared::{
    JobId, PersonId,
    jobs::{CoverChange, JobDetail, TeamMember, TeamRole},
    people::{PersonRow, PersonState, Role},
};
use yew::prelude::*;

/// Properties of [`CoverDialog`].
#[derive(Properties, PartialEq)]
pub struct CoverDialogProps {
    /// The job.
    pub job: JobId,
    /// Who is covered.
    pub member: TeamMember,
    /// The parts that they have on this team.
    pub parts: Vec<TeamRole>,
    /// Takes over the job as changed.
    pub put: Callback<JobDetail>,
    /// Closes without a change.
    pub onclose: Callback<()>,
}

const fn role_of(part: TeamRole) -> Role {
    match part {
        TeamRole::Recruiter => Role::Recruiter,
        TeamRole::HiringManager => Role::HiringManager,
    }
}

/// The dialog.
#[component]
pub fn CoverDialog(props: &CoverDialogProps) -> Html {
    let say = use_say();
    let member = &props.member;
    let chosen =
        use_state(|| member.cover.as_ref().map(|cover| cover.person_id.0.clone()).unwrap_or_default());
    let people = use_query((), |()| async { api::people::list().await });
    let save = {
        let (job, put, onclose) = (props.job.clone(), props.put.clone(), props.onclose.clone());
        use_mutation(
            move |change: CoverChange| {
                let job = job.clone();
                async move { api::jobs::set_cover(&job, &change).await }
            },
            move |detail: JobDetail| {
                say.done("It is noted who covers.");
                onclose.emit(());
                put.emit(detail);
            },
        )
    };
    let onconfirm = {
        let (chosen, person_id) = (chosen.clone(), member.person_id.clone());
        save.run.reform(move |()| CoverChange {
            person_id: person_id.clone(),
            cover_id: Some((*chosen).clone()).filter(|id| !id.is_empty()).map(PersonId),
        })
    };
    let failure = save.failure.clone().filter(|failure| failure.beyond("/cover_id").is_some());
    html! {
        <Confirm title={format!("Who covers for {}?", member.name)} verb="Save" pending={save.pending} {failure} {onconfirm} onclose={props.onclose.clone()}>
            <p>{format!("Whoever owes a scorecard on a candidate sees and does nothing else about them until it is in. Meanwhile what is {}’s to do there goes to the cover, who is told.", member.name)}</p>
            {view(&people, |rows: &Vec<PersonRow>| html! {
                <SelectField label="Cover" value={(*chosen).clone()} onchange={into(&chosen)} options={options(rows, props)} error={save.at("/cover_id").map(AttrValue::from)} />
            })}
        </Confirm>
    }
}

/// Whoever holds what the covered parts need.
fn options(rows: &[PersonRow], props: &CoverDialogProps) -> Vec<(AttrValue, AttrValue)> {
    let fits = |person: &&PersonRow| {
        person.state == PersonState::Active
            && person.id != props.member.person_id
            && props.parts.iter().all(|part| person.roles.contains(&role_of(*part)))
    };
    let mut options: Vec<(AttrValue, AttrValue)> = vec![("".into(), "Nobody".into())];
    options.extend(
        rows.iter().filter(fits).map(|person| (person.id.0.clone().into(), person.name.clone().into())),
    );
    options
}
