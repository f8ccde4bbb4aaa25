//! Members of the organisation.

mod acts;
mod deactivate;
mod form;
mod import;
mod link;
mod person;
mod row;

pub use person::PersonPage;

use crate::{
    api,
    components::{
        button::{Button, Look},
        empty::Empty,
        field::TextField,
        head::PageHead,
        table::Table,
        view::view,
    },
    hooks::{into, use_query},
    state::session::{holds, use_me},
};
use evenhand_shared::people::{PasswordLink, PersonRow, Role};
use form::PersonDialog;
use import::ImportDialog;
use link::LinkDialog;
use row::row;
use std::rc::Rc;
use yew::prelude::*;

/// What stands open over the list.
#[derive(Clone, PartialEq)]
pub(super) enum Open {
    /// A new person.
    Add,
    /// A file.
    Import,
    /// Changes to a person.
    Edit(Rc<PersonRow>),
    /// A link that is shown once, with what it is for.
    Link(AttrValue, PasswordLink),
}

/// The page.
#[component]
pub fn PeoplePage() -> Html {
    let me = use_me();
    let admin = holds(&me, Role::Admin);
    let people = use_query((), |()| async { api::people::list().await });
    let open = use_state(|| None::<Open>);
    let filter = use_state(String::new);
    let show = |what: Open| {
        let open = open.setter();
        Callback::from(move |_: MouseEvent| open.set(Some(what.clone())))
    };
    let close = {
        let open = open.setter();
        Callback::from(move |()| open.set(None))
    };
    let changed = {
        let (open, refetch) = (open.setter(), people.refetch.clone());
        Callback::from(move |next: Option<Open>| {
            open.set(next);
            refetch.emit(());
        })
    };
    html! {
        <div class="page">
            <PageHead title="People" lead={html! { "Everybody who can log in. A role opens nothing by itself: rights come from hiring teams and panels." }}>
                if admin {
                    <Button onclick={show(Open::Import)}>{"Import from a file"}</Button>
                    <Button look={Look::Primary} onclick={show(Open::Add)}>{"Add a person"}</Button>
                }
            </PageHead>
            {view(&people, |rows| {
                if rows.len() <= 1 && admin {
                    return html! {
                        <Empty title="You are the only one here">
                            {"Add the people who interview and hire: one by one, or all at once from a CSV file. Each gets a link to set a password."}
                        </Empty>
                    };
                }
                let wanted = filter.trim().to_lowercase();
                let fits = |p: &&PersonRow| {
                    [&p.name, &p.email, &p.function].iter().any(|text| text.to_lowercase().contains(&wanted))
                };
                let columns = ["Name", "Roles", "Function", "#Seniority", "Zone", "State"].map(AttrValue::from).to_vec();
                html! {
                    <>
                        <div class="filters one"><TextField label="Find by name, address or function" kind="search" value={(*filter).clone()} oninput={into(&filter)} /></div>
                        <div class="people-list">
                            <Table caption="People" {columns}>
                                {for rows.iter().filter(fits).map(|person| row(person, admin))}
                            </Table>
                        </div>
                    </>
                }
            })}
            {match &*open {
                None | Some(Open::Edit(_)) => html! {},
                Some(Open::Add) => html! { <PersonDialog person={None::<Rc<PersonRow>>} onclose={close} onsaved={changed} /> },
                Some(Open::Import) => html! { <ImportDialog onclose={close} onimported={people.refetch.clone()} /> },
                Some(Open::Link(title, link)) => html! { <LinkDialog title={title.clone()} link={link.clone()} onclose={close} /> },
            }}
        </div>
    }
}
