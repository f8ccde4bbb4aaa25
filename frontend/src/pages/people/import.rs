//! People from a CSV file.

use super::link::address;
use crate::{
    api,
    components::{button::Button, dialog::Dialog, file::save_as, import::ImportForm},
    hooks::use_mutation,
};
use evenhand_shared::people::{ImportFile, ImportReport, PasswordLink};
use yew::prelude::*;

/// Properties of [`ImportDialog`].
#[derive(Properties, PartialEq)]
pub struct ImportDialogProps {
    /// Closes it.
    pub onclose: Callback<()>,
    /// Told when people have been imported.
    pub onimported: Callback<()>,
}

/// The dialog.
#[component]
pub fn ImportDialog(props: &ImportDialogProps) -> Html {
    let report = use_state(|| None::<ImportReport>);
    let import = {
        let (report, imported) = (report.setter(), props.onimported.clone());
        use_mutation(
            |file: ImportFile| async move { api::people::import(&file).await },
            move |found: ImportReport| {
                if !found.dry_run && found.faults.is_empty() {
                    imported.emit(());
                }
                report.set(Some(found));
            },
        )
    };
    let forget = {
        let report = report.setter();
        Callback::from(move |()| report.set(None))
    };
    let links = report.as_ref().map(|r| r.links.clone()).unwrap_or_default();
    html! {
        <Dialog title="Import people" wide={true} onclose={props.onclose.clone()}>
            <div class="stack">
                <ImportForm what="people" pending={import.pending} failure={import.failure.clone()} report={(*report).clone()}
                    columns="Columns: name, email, roles (separated by ;), function, seniority, zone. The first line holds the headings."
                    onsend={import.run.clone()} onchange={forget} />
                if !links.is_empty() { <Links {links} /> }
            </div>
        </Dialog>
    }
}

#[derive(Properties, PartialEq)]
struct LinksProps {
    links: Vec<(String, PasswordLink)>,
}

#[component]
fn Links(props: &LinksProps) -> Html {
    let refused = use_state(|| false);
    let keep = {
        let (links, refused) = (props.links.clone(), refused.setter());
        Callback::from(move |_: MouseEvent| {
            let mut csv = "email,link\r\n".to_owned();
            for (email, link) in &links {
                csv.push_str(&format!("\"{}\",\"{}\"\r\n", email.replace('"', "\"\""), address(link)));
            }
            refused.set(save_as("password-links.csv", "text/csv", &csv).is_err());
        })
    };
    html! {
        <section class="stack" aria-label="Links to hand over">
            <p>{"Each person needs their link to set a password. The links are not shown again."}</p>
            <div class="actions"><Button onclick={keep}>{"Keep the links as a file"}</Button></div>
            if *refused { <p class="error" role="alert">{"The browser did not take the file. Copy the links below instead."}</p> }
            <dl class="pairs">
                {for props.links.iter().map(|(email, link)| html! {
                    <div key={email.as_str()}><dt>{email}</dt><dd class="code">{address(link)}</dd></div>
                })}
            </dl>
        </section>
    }
}
