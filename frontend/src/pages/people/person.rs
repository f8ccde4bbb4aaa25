//! One person, for administrators: everything that can be done for them stands here.

use super::{Open, acts::Acts, form::PersonDialog, link::LinkDialog, row::state};
use crate::{
    api,
    components::{
        button::{Button, Look},
        head::PageHead,
        view::view,
    },
    hooks::use_query,
    pages::profile::{HoursForm, LeaveSection, roles_section, teams_section},
    routes::Route,
    state::frame::Crumb,
};
use evenhand_shared::{PersonId, profile::PersonDetail};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`PersonPage`].
#[derive(Properties, PartialEq)]
pub struct PersonPageProps {
    /// The person's identifier.
    pub id: String,
}

/// The page.
#[component]
pub fn PersonPage(props: &PersonPageProps) -> Html {
    let id = PersonId(props.id.clone());
    let person = use_query(id.clone(), |id| async move { api::people::find(&id).await });
    let open = use_state(|| None::<Open>);
    let refetch = person.refetch.clone();
    let close = {
        let open = open.setter();
        Callback::from(move |()| open.set(None))
    };
    let changed = {
        let (open, refetch) = (open.setter(), refetch.clone());
        Callback::from(move |next: Option<Open>| {
            open.set(next);
            refetch.emit(());
        })
    };
    let title = person.data.as_ref().map_or_else(|| "Person".to_owned(), |detail| detail.person.name.clone());
    let edit = person.data.as_ref().map(|detail| {
        let (open, row) = (open.setter(), Rc::new(detail.person.clone()));
        Callback::from(move |_: MouseEvent| open.set(Some(Open::Edit(row.clone()))))
    });
    html! {
        <div class="page">
            <PageHead {title} crumbs={vec![Crumb::to("People", Route::People)]}>
                if let Some(edit) = edit { <Button look={Look::Primary} onclick={edit}>{"Edit"}</Button> }
            </PageHead>
            {view(&person, |detail: &PersonDetail| html! {
                <>
                    <dl class="pairs">
                        <div><dt>{"State"}</dt><dd>{state(&detail.person)}</dd></div>
                        <div><dt>{"E-mail"}</dt><dd>{&detail.person.email}</dd></div>
                        <div><dt>{"Function"}</dt><dd>{told(&detail.person.function)}</dd></div>
                        <div><dt>{"Level"}</dt><dd>{told(&detail.person.level)}</dd></div>
                        <div><dt>{"Seniority"}</dt><dd>{format!("{} of 10", detail.person.seniority)}</dd></div>
                    </dl>
                    <Acts detail={Rc::new(detail.clone())} onnext={changed.clone()} />
                    {roles_section(&detail.person.roles, false)}
                    {teams_section(&detail.teams, false)}
                    <HoursForm person={detail.person.clone()} own={false} onsaved={refetch.clone()} />
                    <LeaveSection leaves={detail.leaves.clone()} of={id.clone()} onchanged={refetch.clone()} />
                </>
            })}
            {match &*open {
                Some(Open::Edit(row)) => html! { <PersonDialog person={row.clone()} onclose={close} onsaved={changed} /> },
                Some(Open::Link(title, link)) => html! { <LinkDialog title={title.clone()} link={link.clone()} onclose={close} /> },
                _ => html! {},
            }}
        </div>
    }
}

fn told(text: &str) -> Html {
    if text.is_empty() {
        html! { <span class="muted">{"Not told"}</span> }
    } else {
        text.into()
    }
}
