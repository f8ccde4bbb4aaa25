//! Who acts for a member of the hiring team while that member is on a panel.

use crate::{
    api,
    components::{
        button::{Button, Look},
        field::SelectField,
        notice::FailureNote,
    },
    hooks::{on_submit, use_draft, use_mutation, use_query},
    state::toasts::use_say,
};
use evenhand_shared::{
    PersonId,
    jobs::{CoverChange, JobDetail},
    people::PersonState,
};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Covers`].
#[derive(Properties, PartialEq)]
pub struct CoversProps {
    /// The job with its team.
    pub detail: Rc<JobDetail>,
    /// Takes over the job as changed.
    pub put: Callback<JobDetail>,
}

#[derive(Clone)]
struct Form {
    person: String,
    cover: String,
}

/// The form under the team.
#[component]
pub fn Covers(props: &CoversProps) -> Html {
    let say = use_say();
    let people = use_query((), |()| async { api::people::list().await });
    let form = use_draft(|| Form { person: String::new(), cover: String::new() });
    let name = {
        let (id, put) = (props.detail.job.id.clone(), props.put.clone());
        use_mutation(
            move |change: CoverChange| {
                let id = id.clone();
                async move { api::jobs::name_cover(&id, &change).await }
            },
            move |detail: JobDetail| {
                say.done("The cover is set.");
                put.emit(detail);
            },
        )
    };
    let mut members: Vec<(AttrValue, AttrValue)> = vec![("".into(), "Choose a member".into())];
    for member in &props.detail.team {
        let key: AttrValue = member.person_id.0.clone().into();
        if members.iter().all(|(id, _)| *id != key) {
            members.push((key, member.name.clone().into()));
        }
    }
    let mut covers: Vec<(AttrValue, AttrValue)> = vec![("".into(), "Nobody".into())];
    if let Some(people) = &people.data {
        covers.extend(
            people
                .iter()
                .filter(|p| p.state == PersonState::Active && p.id.0 != form.person)
                .map(|p| (p.id.0.clone().into(), p.name.clone().into())),
        );
    }
    let onsubmit = {
        let (form, run) = (form.clone(), name.run.clone());
        on_submit(move || {
            if !form.person.is_empty() {
                let cover = Some(form.cover.clone()).filter(|id| !id.is_empty());
                run.emit(CoverChange {
                    person_id: PersonId(form.person.clone()),
                    cover_id: cover.map(PersonId),
                });
            }
        })
    };
    // Choosing a member shows who covers for them now.
    let choose = {
        let (form, detail) = (form.clone(), props.detail.clone());
        Callback::from(move |id: String| {
            let member = detail.team.iter().find(|member| member.person_id.0 == id);
            let cover =
                member.and_then(|member| member.cover.as_ref()).map(|cover| cover.person_id.0.clone());
            form.change(|f| {
                f.person = id;
                f.cover = cover.unwrap_or_default();
            });
        })
    };
    html! {
        <>
            <p class="hint">{"Whoever sits on a panel sees nothing else of that candidate until they have submitted. Their cover acts for them there, and nowhere else."}</p>
            <form class="inline-form" {onsubmit}>
                <SelectField label="While this member is on a panel" value={form.person.clone()} options={members} onchange={choose} error={name.at("/person_id")} />
                <SelectField label="Covered by" value={form.cover.clone()} options={covers} onchange={form.edit(|f, id| f.cover = id)} error={name.at("/cover_id")} />
                <Button look={Look::Quiet} submit={true} pending={name.pending} disabled={form.person.is_empty()}>{"Set the cover"}</Button>
            </form>
            <FailureNote failure={name.failure.clone()} shown="/person_id /cover_id" />
        </>
    }
}
