//! One loop: who interviews when, how far the scorecards are, and the reveal. Progress, never content.

mod acts;
mod add_interview;
mod add_panelist;
mod away;
mod decide;
mod glass;
mod interview;
mod needs;
mod next;
mod nudge;
mod open;
mod replace;
mod reveal;
mod said;
mod schedule;
mod track;

use crate::{
    api,
    components::{
        button::{Button, Look},
        head::PageHead,
        link::Go,
        notice::Note,
        progress::Progress,
        tag::Tag,
        view::view,
    },
    hooks::use_query,
    routes::Route,
    state::{frame::Crumb, live::use_live},
};
use acts::{Act, acting};
use away::AwayNote;
use evenhand_shared::{LoopId, loops::LoopDetail};
use glass::BreakTheGlass;
use interview::interview_section;
use next::Next;
use reveal::reveal;
use said::said;
use std::rc::Rc;
use track::track;
use yew::prelude::*;

/// Properties of [`LoopPage`].
#[derive(Properties, PartialEq)]
pub struct LoopPageProps {
    /// The loop.
    pub id: String,
}

/// The page.
#[component]
pub fn LoopPage(props: &LoopPageProps) -> Html {
    let detail = use_query(LoopId(props.id.clone()), |id| async move { api::loops::find(&id).await });
    use_live(Some(format!("/api/v1/loops/{}", props.id)), detail.refetch.clone());
    let act = use_state(|| None::<Act>);
    let onact = {
        let act = act.setter();
        Callback::from(move |next: Act| act.set(Some(next)))
    };
    let onclose = {
        let act = act.setter();
        Callback::from(move |()| act.set(None))
    };
    let data = detail.data.clone();
    let title = data.as_ref().map_or_else(|| "Loop".to_owned(), |d| d.row.candidate_name.clone());
    let lead = data.as_ref().map(|d| html! {
        <span class="row">
            <span><Go to={Route::Job { id: d.row.job_id.0.clone() }}>{&d.row.job_title}</Go>{format!(", plan version {}", d.plan_number)}</span>
            <Progress of={d.row.progress} />
            if d.adaptive { <Tag>{"Interviews were added later"}</Tag> }
        </span>
    });
    let put = {
        let (put, onclose) = (detail.put.clone(), onclose.clone());
        Callback::from(move |detail: LoopDetail| {
            onclose.emit(());
            put.emit(detail);
        })
    };
    html! {
        <div class="page aligned">
            <PageHead {title} crumbs={vec![Crumb::to("Loops", Route::Loops)]} lead={lead.unwrap_or_default()}>
                if let Some(d) = &data {
                    if d.may.manage { <Button onclick={onact.reform(|_| Act::AddInterview)}>{"Add an interview"}</Button> }
                    if d.may.open && d.release.is_none() {
                        <Button look={if d.may.packet { Look::Plain } else { Look::Primary }} onclick={onact.reform(|_| Act::Open)}>{"Open the debrief"}</Button>
                    }
                    if d.may.packet { <Go to={Route::Packet { id: props.id.clone() }} class="button primary">{"Read the packet"}</Go> }
                }
            </PageHead>
            {view(&detail, |d: &LoopDetail| html! {
                <>
                    {track(d)}
                    <Next detail={Rc::new(d.clone())} onact={onact.clone()} changed={detail.refetch.clone()} />
                    {reveal(d, &onact)}
                    <AwayNote detail={Rc::new(d.clone())} />
                    if d.last_to_act {
                        <Note>
                            <p>{"Everybody else who could look after this loop is on its panel. Before you join it too, "}<Go to={Route::Job { id: d.row.job_id.0.clone() }}>{"name a cover on the job"}</Go>{"."}</p>
                        </Note>
                    }
                    if !d.panel_hints.is_empty() {
                        <Note><ul class="bullets">{for d.panel_hints.iter().map(|hint| html! { <li>{hint.words()}</li> })}</ul></Note>
                    }
                    if !d.brief.is_empty() {
                        <section class="stack" aria-labelledby="brief">
                            <h2 id="brief">{"Brief for the panel"}</h2>
                            <p class="pre prose">{&d.brief}</p>
                        </section>
                    }
                    {for d.interviews.iter().map(|interview| interview_section(interview, d.may.manage, &onact, &detail.refetch))}
                    {said(&d.requests)}
                    <p><Go to={Route::Candidate { id: d.row.candidate_id.0.clone() }}>{format!("Everything about {}", d.row.candidate_name)}</Go></p>
                </>
            })}
            if data.is_none() && detail.failure.as_ref().is_some_and(api::Failure::is_absent) {
                <Closed id={LoopId(props.id.clone())} />
            }
            if let (Some(act), Some(d)) = (&*act, &data) {
                {acting(act.clone(), d.clone(), put, onclose)}
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct ClosedProps {
    id: LoopId,
}

/// The way behind the seal for a member of the team who owes a scorecard: the same words for everybody to whom the loop is absent.
#[component]
fn Closed(props: &ClosedProps) -> Html {
    let asking = use_state(|| false);
    let set = |to: bool| {
        let asking = asking.setter();
        Callback::from(move |()| asking.set(to))
    };
    html! {
        <section class="stack" aria-labelledby="closed">
            <h2 id="closed">{"If you are on the hiring team"}</h2>
            <p class="muted prose">{"A loop is closed to you while you owe a scorecard on its candidate: submit it, and the loop is back. In an emergency that cannot wait you can break the glass."}</p>
            <div class="actions"><Button look={Look::Quiet} onclick={set(true).reform(|_| ())}>{"In an emergency: break the glass"}</Button></div>
            if *asking { <BreakTheGlass id={props.id.clone()} onclose={set(false)} /> }
        </section>
    }
}
