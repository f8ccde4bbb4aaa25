//! Adding a person, or changing one.

use super::Open;
use crate::{
    api::{self, Answer},
    components::{
        button::{Button, Look},
        dialog::Dialog,
        field::{CheckField, TextField},
        notice::FailureNote,
        time::zone,
        zone::ZoneField,
    },
    hooks::{on_submit, use_draft, use_mutation},
    state::toasts::use_say,
};
use evenhand_shared::{
    FieldError,
    people::{NewPerson, PersonChange, PersonRow, Role, check_person},
};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`PersonDialog`].
#[derive(Properties, PartialEq)]
pub struct PersonDialogProps {
    /// Whom to change; absent for a new person.
    pub person: Option<Rc<PersonRow>>,
    /// Closes it.
    pub onclose: Callback<()>,
    /// Told when it is saved, and what to show next.
    pub(super) onsaved: Callback<Option<Open>>,
}

#[derive(Clone, PartialEq)]
struct Form {
    name: String,
    email: String,
    roles: Vec<Role>,
    function: String,
    seniority: String,
    zone: String,
    level: String,
    faults: Vec<FieldError>,
}

impl Form {
    fn of(person: Option<&PersonRow>) -> Self {
        match person {
            Some(p) => Self {
                name: p.name.clone(),
                email: p.email.clone(),
                roles: p.roles.clone(),
                function: p.function.clone(),
                seniority: p.seniority.to_string(),
                zone: p.zone.clone(),
                level: p.level.clone(),
                faults: Vec::new(),
            },
            None => Self {
                name: String::new(),
                email: String::new(),
                roles: vec![Role::Interviewer],
                function: String::new(),
                seniority: "3".to_owned(),
                zone: zone(),
                level: String::new(),
                faults: Vec::new(),
            },
        }
    }

    /// What is not a number is out of range.
    fn seniority(&self) -> i64 {
        self.seniority.trim().parse().unwrap_or(0)
    }

    fn new_person(&self) -> NewPerson {
        NewPerson {
            name: self.name.trim().to_owned(),
            email: self.email.trim().to_owned(),
            roles: self.roles.clone(),
            function: self.function.trim().to_owned(),
            seniority: self.seniority(),
            zone: self.zone.trim().to_owned(),
        }
    }
}

async fn save(
    person: Option<Rc<PersonRow>>,
    new: NewPerson,
    level: String,
) -> Answer<(String, Option<Open>)> {
    let name = new.name.clone();
    match person {
        None => {
            let created = api::people::create(&new).await?;
            Ok((name.clone(), Some(Open::Link(format!("An invitation for {name}").into(), created.link))))
        }
        Some(person) => {
            let change = PersonChange {
                version: person.version,
                name: Some(new.name),
                roles: Some(new.roles),
                function: Some(new.function),
                seniority: Some(new.seniority),
                zone: Some(new.zone),
                level: Some(level),
                ..PersonChange::default()
            };
            api::people::change(&person.id, &change).await?;
            Ok((name, None))
        }
    }
}

/// The dialog.
#[component]
pub fn PersonDialog(props: &PersonDialogProps) -> Html {
    let say = use_say();
    let form = use_draft(|| Form::of(props.person.as_deref()));
    let saving = {
        let (person, onsaved) = (props.person.clone(), props.onsaved.clone());
        use_mutation(
            move |(new, level): (NewPerson, String)| save(person.clone(), new, level),
            move |(name, next)| {
                say.done(format!("{name} is saved."));
                onsaved.emit(next);
            },
        )
    };
    let onsubmit = {
        let (form, run, clear) = (form.clone(), saving.run.clone(), saving.clear.clone());
        on_submit(move || {
            let faults = check_person(&form.name, &form.email, &form.function, form.seniority());
            clear.emit(());
            if faults.is_empty() {
                run.emit((form.new_person(), form.level.trim().to_owned()));
            }
            form.change(move |f| f.faults = faults);
        })
    };
    let at = |pointer: &str| {
        form.faults
            .iter()
            .find(|e| e.pointer == pointer)
            .map(|e| e.message.clone())
            .or_else(|| saving.at(pointer))
    };
    let title =
        props.person.as_ref().map_or_else(|| "Add a person".to_owned(), |p| format!("Edit {}", p.name));
    html! {
        <Dialog {title} wide={true} onclose={props.onclose.clone()}>
            <form class="stack" novalidate={true} {onsubmit}>
                <FailureNote failure={saving.failure.clone()} shown="/name /email /roles /function /seniority /zone /level" />
                <div class="form-grid">
                    <TextField label="Name" value={form.name.clone()} oninput={form.edit(|f, text| f.name = text)} error={at("/name")} autofocus={true} />
                    if props.person.is_none() {
                        <TextField label="E-mail" kind="email" value={form.email.clone()} oninput={form.edit(|f, text| f.email = text)} error={at("/email")} />
                    }
                    <TextField label="Function" hint="Such as Engineering or Product" value={form.function.clone()} oninput={form.edit(|f, text| f.function = text)} error={at("/function")} />
                    if props.person.is_some() {
                        <TextField label="Level" hint="As your ladder names it" optional={true} value={form.level.clone()} oninput={form.edit(|f, text| f.level = text)} error={at("/level")} />
                    }
                    <TextField label="Seniority" hint="1 (junior) to 10" kind="number" min="1" max="10" value={form.seniority.clone()} oninput={form.edit(|f, text| f.seniority = text)} error={at("/seniority")} />
                    <ZoneField value={form.zone.clone()} oninput={form.edit(|f, text| f.zone = text)} error={at("/zone")} />
                </div>
                <fieldset class="choice">
                    <legend>{"Roles"}</legend>
                    {for Role::ALL.into_iter().map(|role| html! {
                        <CheckField key={role.key()} label={role.words()} hint={about(role)} checked={form.roles.contains(&role)}
                            onchange={form.edit(move |f, on: bool| {
                                f.roles.retain(|held| *held != role);
                                if on { f.roles.push(role); }
                            })} />
                    })}
                    if let Some(error) = at("/roles") { <p class="error">{error}</p> }
                </fieldset>
                <div class="actions">
                    <Button look={Look::Primary} submit={true} pending={saving.pending}>
                        {if props.person.is_none() { "Add and make an invitation" } else { "Save" }}
                    </Button>
                    <Button onclick={props.onclose.reform(|_| ())}>{"Leave it"}</Button>
                </div>
            </form>
        </Dialog>
    }
}

const fn about(role: Role) -> &'static str {
    match role {
        Role::Admin => "People and configuration; sees no scores by right",
        Role::Recruiter => "Candidates, loops and schedules of the jobs whose team they are on",
        Role::HiringManager => "Opens debriefs and decides, on the jobs whose team they are on",
        Role::Interviewer => "Sits on panels and writes scorecards",
        Role::Auditor => "Reads what happened, no scorecards by right",
    }
}
