//! Letting somebody go: what is open, and who takes it over.

use crate::{
    api,
    components::{
        button::{Button, Look},
        dialog::Dialog,
        field::SelectField,
        notice::FailureNote,
        time::When,
        view::view,
    },
    hooks::{on_submit, use_draft, use_mutation, use_query},
    state::toasts::use_say,
};
use evenhand_shared::{
    PersonId,
    jobs::TeamRole,
    people::{PersonRow, PersonState, Role},
    profile::{Deactivation, Duties, PersonDetail, TeamPart},
};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`DeactivateDialog`].
#[derive(Properties, PartialEq)]
pub struct DeactivateDialogProps {
    /// Who leaves.
    pub detail: Rc<PersonDetail>,
    /// Told when it is done.
    pub ondone: Callback<()>,
    /// Leaves it.
    pub onclose: Callback<()>,
}

#[derive(Clone, Default)]
struct Form {
    recruiter: String,
    hiring_manager: String,
}

fn chosen(id: &str) -> Option<PersonId> {
    (!id.is_empty()).then(|| PersonId(id.to_owned()))
}

/// The dialog.
#[component]
pub fn DeactivateDialog(props: &DeactivateDialogProps) -> Html {
    let say = use_say();
    let person = &props.detail.person;
    let people = use_query((), |()| async { api::people::list().await });
    let form = use_draft(Form::default);
    let act = {
        let (id, done) = (person.id.clone(), props.ondone.clone());
        use_mutation(
            move |body: Deactivation| {
                let id = id.clone();
                async move { api::people::deactivate(&id, &body).await }
            },
            move |row: PersonRow| {
                say.done(format!("{} can no longer log in.", row.name));
                done.emit(());
            },
        )
    };
    let onsubmit = {
        let (form, run, version) = (form.clone(), act.run.clone(), person.version);
        on_submit(move || {
            run.emit(Deactivation {
                version,
                recruiter: chosen(&form.recruiter),
                hiring_manager: chosen(&form.hiring_manager),
            });
        })
    };
    let parts =
        |part: TeamRole| props.detail.teams.iter().filter(move |team| team.part == part).collect::<Vec<_>>();
    let (recruits, manages) = (parts(TeamRole::Recruiter), parts(TeamRole::HiringManager));
    html! {
        <Dialog title={format!("Deactivate {}?", person.name)} onclose={props.onclose.clone()}>
            <form class="stack" novalidate={true} {onsubmit}>
                <p>{"They are logged out at once and cannot log in again. Their records stay, and you can bring them back."}</p>
                {interviews(&props.detail.duties)}
                {view(&people, |people| html! {
                    <>
                        {successor("Who takes over as recruiter", &recruits, options(people, Role::Recruiter, &person.id), &form.recruiter,
                            form.edit(|f, id| f.recruiter = id), act.at("/recruiter"))}
                        {successor("Who takes over as hiring manager", &manages, options(people, Role::HiringManager, &person.id), &form.hiring_manager,
                            form.edit(|f, id| f.hiring_manager = id), act.at("/hiring_manager"))}
                    </>
                })}
                <FailureNote failure={act.failure.clone()} shown="/recruiter /hiring_manager" />
                <div class="actions">
                    <Button look={Look::Danger} submit={true} pending={act.pending}>{"Deactivate and hand over"}</Button>
                    <Button onclick={props.onclose.reform(|_| ())}>{"Leave it"}</Button>
                </div>
            </form>
        </Dialog>
    }
}

/// Interviews go back to the recruiters: only they know who else fits.
fn interviews(duties: &Duties) -> Html {
    let planned = u64::try_from(duties.coming.len()).unwrap_or(u64::MAX).saturating_add(duties.untimed);
    html! {
        <>
            <p>
                {match planned {
                    0 => "No interview is planned with them, as far as you can see.".to_owned(),
                    1 => "One interview is planned with them".to_owned(),
                    n => format!("{n} interviews are planned with them"),
                }}
                if planned > 0 {
                    {if duties.coming.is_empty() { "" } else { ": " }}
                    {for duties.coming.iter().enumerate().map(|(n, at)| html! { <>{if n > 0 { ", " } else { "" }}<When at={*at} /></> })}
                    {"."}
                }
            </p>
            <p class="hint">{"Places without a sealed scorecard go back to the recruiter of each job, shown there as declined, and the recruiter asks somebody else. Interviews for candidates on whose panel you sit or sat are not counted here."}</p>
        </>
    }
}

fn options(people: &[PersonRow], role: Role, leaving: &PersonId) -> Vec<(AttrValue, AttrValue)> {
    let mut options: Vec<(AttrValue, AttrValue)> = vec![("".into(), "Nobody".into())];
    let fit = people
        .iter()
        .filter(|p| p.state == PersonState::Active && p.roles.contains(&role) && &p.id != leaving);
    options.extend(fit.map(|p| (p.id.0.clone().into(), p.name.clone().into())));
    options
}

fn successor(
    label: &'static str,
    teams: &[&TeamPart],
    options: Vec<(AttrValue, AttrValue)>,
    value: &str,
    onchange: Callback<String>,
    error: Option<String>,
) -> Html {
    if teams.is_empty() {
        return html! {};
    }
    let titles: Vec<&str> = teams.iter().map(|team| team.title.as_str()).collect();
    let hint = if teams.iter().any(|team| team.alone) {
        format!("On {}. Somebody is needed where nobody else does this.", titles.join(", "))
    } else {
        format!("On {}. Others do this there too, so you can leave it at nobody.", titles.join(", "))
    };
    html! { <SelectField {label} {hint} value={value.to_owned()} {options} {onchange} error={error.map(AttrValue::from)} /> }
}
