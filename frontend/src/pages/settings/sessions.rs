//! Where the reader is logged in, and logging out there.

use crate::{
    api,
    components::{
        button::{Button, Look},
        dialog::Confirm,
        notice::FailureNote,
        table::Table,
        tag::{Tag, Tone},
        time::When,
        view::view,
    },
    hooks::{use_mutation, use_query},
    state::{
        session::{Leave, use_leave},
        toasts::use_say,
    },
};
use evenhand_shared::SessionId;
use yew::prelude::*;

/// The section.
#[component]
pub fn Sessions() -> Html {
    let leave = use_leave();
    let say = use_say();
    let asking = use_state(|| false);
    let sessions = use_query((), |()| async { api::sessions::list().await });
    // One session, or all others.
    let end = {
        let refetch = sessions.refetch.clone();
        use_mutation(
            |one: Option<SessionId>| async move {
                match one {
                    Some(id) => api::sessions::end(&id).await,
                    None => api::sessions::end_others().await,
                }
            },
            move |()| {
                say.done("Logged out there.");
                refetch.emit(());
            },
        )
    };
    let ask = |on: bool| {
        let asking = asking.setter();
        move || asking.set(on)
    };
    let (open, shut) = (ask(true), ask(false));
    html! {
        <section class="stack" aria-labelledby="sessions">
            <h2 id="sessions">{"Where you are logged in"}</h2>
            {view(&sessions, |rows| html! {
                <>
                    <Table caption="Your sessions" stacked={true} columns={["Device", "Logged in", "Last used", ""].map(AttrValue::from).to_vec()}>
                        {for rows.iter().map(|row| {
                            let id = row.id.clone();
                            html! {
                                <tr key={row.id.as_str()}>
                                    <th scope="row">{&row.device}{" "}if row.current { <Tag tone={Tone::Accent}>{"This one"}</Tag> }</th>
                                    <td data-label="Logged in"><When at={row.created_at} /></td>
                                    <td data-label="Last used"><When at={row.last_used_at} /></td>
                                    <td class="act">
                                        if !row.current {
                                            <Button look={Look::Quiet} label={format!("Log out {}", row.device)}
                                                onclick={end.run.reform(move |_| Some(id.clone()))}>{"Log out"}</Button>
                                        }
                                    </td>
                                </tr>
                            }
                        })}
                    </Table>
                    <FailureNote failure={end.failure.clone()} />
                    <div class="actions">
                        if rows.len() > 1 {
                            <Button pending={end.pending} onclick={end.run.reform(|_| None)}>{"Log out everywhere else"}</Button>
                        }
                        <Button look={Look::Danger} onclick={Callback::from(move |_| open())}>{"Log out everywhere"}</Button>
                    </div>
                    <p class="hint">{"A device that you do not know? Log it out, then ask an administrator for a reset link and choose a new password."}</p>
                </>
            })}
            if *asking {
                <Confirm title="Log out everywhere?" verb="Log out everywhere" danger={true} onconfirm={leave.reform(|()| Leave::Everywhere)} onclose={Callback::from(move |()| shut())}>
                    <p>{"Every browser is logged out, this one too. Save what you are typing elsewhere first."}</p>
                </Confirm>
            }
        </section>
    }
}
