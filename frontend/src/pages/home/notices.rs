//! What the reader was told and has not marked as seen.

use crate::{
    api,
    components::{button::Button, link::Go, notice::FailureNote, time::When},
    hooks::{use_mutation, use_query},
    routes::Route,
    state::live::use_live,
};
use evenhand_shared::{
    NoticeId,
    notices::{NoticeRow, SeenNotices},
};
use yew::prelude::*;
use yew_router::prelude::*;

fn text(row: &NoticeRow) -> Html {
    match row.path.as_deref().and_then(Route::recognize) {
        Some(to) => html! { <Go {to}>{&row.text}</Go> },
        None => html! { {&row.text} },
    }
}

/// The section; nothing while there is nothing new. It is no reason to fail: the page below answers for itself.
#[component]
pub fn Notices() -> Html {
    let notices = use_query((), |()| async { api::notices::list().await });
    use_live(Some("/api/v1/my/notices".to_owned()), notices.refetch.clone());
    let seen =
        use_mutation(|ids: Vec<NoticeId>| async move { api::notices::seen(&SeenNotices { ids }).await }, {
            let refetch = notices.refetch.clone();
            move |()| refetch.emit(())
        });
    let new: Vec<NoticeRow> =
        notices.data.iter().flat_map(|rows| rows.iter()).filter(|row| !row.seen).cloned().collect();
    if new.is_empty() {
        return html! {};
    }
    let mark = |ids: Vec<NoticeId>| seen.run.reform(move |_: MouseEvent| ids.clone());
    html! {
        <section class="stack" aria-labelledby="notices">
            <div class="row">
                <h2 id="notices">{"News for you"}</h2>
                if new.len() > 1 {
                    <Button pending={seen.pending} onclick={mark(new.iter().map(|row| row.id.clone()).collect())}>{"Mark all as seen"}</Button>
                }
            </div>
            <FailureNote failure={seen.failure.clone()} />
            <ul class="matters">
                {for new.iter().map(|row| html! {
                    <li key={row.id.as_str()}>
                        <div>
                            <span class="matter-what">{text(row)}</span>
                            <span class="cell-sub"><When at={row.at} />if let Some(until) = row.until { {" · until "}<When at={until} /> }</span>
                        </div>
                        <Button onclick={mark(vec![row.id.clone()])}>{"Mark as seen"}<span class="visually-hidden">{format!(": {}", row.text)}</span></Button>
                    </li>
                })}
            </ul>
        </section>
    }
}
