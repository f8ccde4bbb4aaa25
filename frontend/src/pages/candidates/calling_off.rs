//! Calling off interviews that were not held: an act of its own after a rejection, because a rejection touches nobody's interview.

use crate::{
    api,
    components::{button::Button, dialog::Confirm, time::now},
    hooks::{use_mutation, use_query},
    state::toasts::use_say,
};
use evenhand_shared::{
    InterviewId, LoopId,
    loops::{InterviewDetail, LoopDetail},
};
use yew::prelude::*;

/// Properties of [`CallingOff`].
#[derive(Properties, PartialEq)]
pub struct CallingOffProps {
    /// The loop.
    pub loop_id: LoopId,
    /// Told when it is done.
    pub onchanged: Callback<()>,
}

fn ahead(interview: &InterviewDetail) -> bool {
    !interview.cancelled && interview.starts_at.is_none_or(|at| at > now())
}

/// The offer; nothing where no interview is ahead.
#[component]
pub fn CallingOff(props: &CallingOffProps) -> Html {
    let say = use_say();
    let asked = use_state(|| false);
    let detail = use_query(props.loop_id.clone(), |id| async move { api::loops::find(&id).await });
    let ids: Vec<(InterviewId, String)> = detail
        .data
        .as_ref()
        .map(|detail| {
            detail
                .interviews
                .iter()
                .filter(|i| ahead(i))
                .map(|i| (i.id.clone(), i.kit_name.clone()))
                .collect()
        })
        .unwrap_or_default();
    let acting = {
        let (put, asked, changed) = (detail.put.clone(), asked.setter(), props.onchanged.clone());
        use_mutation(
            |ids: Vec<InterviewId>| async move {
                let mut last = None;
                for id in ids {
                    last = Some(api::loops::cancel(&id).await?);
                }
                Ok(last)
            },
            move |last: Option<LoopDetail>| {
                if let Some(detail) = last {
                    put.emit(detail);
                }
                say.done("The interviews are cancelled.");
                asked.set(false);
                changed.emit(());
            },
        )
    };
    if ids.is_empty() {
        return html! {};
    }
    let set = |on: bool| {
        let asked = asked.setter();
        move || asked.set(on)
    };
    let (open, close) = (set(true), set(false));
    let words = if ids.len() == 1 {
        "Cancel 1 interview that was not held".to_owned()
    } else {
        format!("Cancel {} interviews that were not held", ids.len())
    };
    let all: Vec<InterviewId> = ids.iter().map(|(id, _)| id.clone()).collect();
    html! {
        <>
            <div class="actions"><Button onclick={Callback::from(move |_: MouseEvent| open())}>{words.clone()}</Button></div>
            if *asked {
                <Confirm title={format!("{words}?")} verb="Cancel them" danger={true} pending={acting.pending} failure={acting.failure.clone()}
                    onconfirm={acting.run.reform(move |()| all.clone())} onclose={Callback::from(move |()| close())}>
                    <ul class="bullets">{for ids.iter().map(|(id, name)| html! { <li key={id.as_str()}>{name}</li> })}</ul>
                    <p>{"Nobody owes a scorecard for them any more. Interviews that were held still ask for theirs."}</p>
                </Confirm>
            }
        </>
    }
}
