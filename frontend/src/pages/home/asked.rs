//! What colleagues ask the reader to take over, answered in place.

use crate::{api, hooks::use_query, pages::requests::asked_rows, state::live::use_live};
use yew::prelude::*;

/// The section; nothing while nobody asks. It is no reason to fail: the page below answers for itself.
#[component]
pub fn Asked() -> Html {
    let requests = use_query((), |()| async { api::acts::requests().await });
    use_live(Some("/api/v1/my/requests".to_owned()), requests.refetch.clone());
    let rows = requests.data.as_ref().map_or(&[][..], |requests| requests.asked.as_slice());
    html! {
        if !rows.is_empty() {
            <section class="stack" aria-labelledby="asked">
                <h2 id="asked">{"Colleagues ask you"}</h2>
                {asked_rows(rows, &requests.refetch)}
            </section>
        }
    }
}
