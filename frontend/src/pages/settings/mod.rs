//! The reader's own settings: theme and sessions.

use crate::{
    api,
    components::{
        button::{Button, Look},
        dialog::Confirm,
        field::ChoiceField,
        head::PageHead,
        table::Table,
        tag::{Tag, Tone},
        time::{When, zone},
        view::view,
    },
    hooks::use_query,
    state::{
        session::{Leave, use_leave, use_me},
        theme::Theme,
    },
};
use yew::prelude::*;

/// The page.
#[component]
pub fn SettingsPage() -> Html {
    let me = use_me();
    let leave = use_leave();
    let theme = use_state(Theme::stored);
    let asking = use_state(|| false);
    let sessions = use_query((), |()| async { api::sessions::list().await });
    let choose = {
        let theme = theme.setter();
        Callback::from(move |key: AttrValue| {
            if let Some(chosen) = Theme::ALL.into_iter().find(|t| t.key() == key) {
                chosen.choose();
                theme.set(chosen);
            }
        })
    };
    let options = Theme::ALL.map(|t| (AttrValue::from(t.key()), AttrValue::from(t.words()))).to_vec();
    let ask = |on: bool| {
        let asking = asking.setter();
        move || asking.set(on)
    };
    let (open, shut) = (ask(true), ask(false));
    html! {
        <div class="page">
            <PageHead title="Settings" />
            <section class="stack" aria-labelledby="you">
                <h2 id="you">{"You"}</h2>
                <dl class="pairs">
                    <div><dt>{"Name"}</dt><dd>{&me.name}</dd></div>
                    <div><dt>{"E-mail"}</dt><dd>{&me.email}</dd></div>
                    <div><dt>{"Time zone"}</dt><dd>{format!("{}; times on these pages follow this browser: {}", me.zone, zone())}</dd></div>
                </dl>
                <p class="hint">{"An administrator can change these, and can give you a link for a new password."}</p>
            </section>
            <section class="stack" aria-labelledby="look">
                <h2 id="look">{"How it looks"}</h2>
                <ChoiceField legend="Theme, kept in this browser" value={theme.key()} onchange={choose} {options} />
            </section>
            <section class="stack" aria-labelledby="sessions">
                <h2 id="sessions">{"Where you are logged in"}</h2>
                {view(&sessions, |rows| html! {
                    <Table caption="Your sessions" columns={["Browser", "Logged in", "Last used"].map(AttrValue::from).to_vec()}>
                        {for rows.iter().map(|row| html! {
                            <tr key={row.id.as_str()}>
                                <th scope="row">{&row.device}{" "}if row.current { <Tag tone={Tone::Accent}>{"This browser"}</Tag> }</th>
                                <td><When at={row.created_at} /></td>
                                <td><When at={row.last_used_at} /></td>
                            </tr>
                        })}
                    </Table>
                })}
                <div class="actions"><Button look={Look::Danger} onclick={Callback::from(move |_| open())}>{"Log out everywhere"}</Button></div>
                if *asking {
                    <Confirm title="Log out everywhere?" verb="Log out everywhere" danger={true} onconfirm={leave.reform(|()| Leave::Everywhere)} onclose={Callback::from(move |()| shut())}>
                        <p>{"Every browser is logged out, this one too. Save what you are typing elsewhere first."}</p>
                    </Confirm>
                }
            </section>
        </div>
    }
}
