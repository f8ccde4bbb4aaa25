//! The editor of a plan.

use super::{competencies::Competencies, decision::Decision, kits::Kits, outcomes::Outcomes};
use crate::{
    api,
    components::{
        difference::difference,
        plan::{coverage::coverage, effort::effort},
        publishing::{Conflict, PublishingSide, gone},
        view::view,
    },
    hooks::{Draft, Keeping, use_drafting, use_mutation, use_query},
    routes::Route,
    state::toasts::use_say,
};
use evenhand_shared::{
    difference::of_plans,
    jobs::JobOutcome,
    library::LibraryRow,
    plan::{Plan, PlanDraft, PlanDraftChange, PlanFault, PlanVersion},
    publishing::{Discard, Publication},
};
use std::rc::Rc;
use yew::prelude::*;
use yew_router::prelude::*;

/// What the sections of the editor share.
#[derive(Clone)]
pub struct Writing {
    /// The plan.
    pub form: Draft<Plan>,
    /// What was found.
    pub faults: Rc<Vec<PlanFault>>,
    /// What the library has.
    pub library: Rc<Vec<LibraryRow>>,
    /// What the job says that the hire must bring about.
    pub outcomes: Rc<Vec<JobOutcome>>,
}

impl PartialEq for Writing {
    fn eq(&self, other: &Self) -> bool {
        *self.form == *other.form
            && self.faults == other.faults
            && Rc::ptr_eq(&self.library, &other.library)
            && Rc::ptr_eq(&self.outcomes, &other.outcomes)
    }
}

/// Properties of a section.
#[derive(Properties, PartialEq)]
pub struct SectionProps {
    /// The plan being written.
    pub writing: Writing,
}

/// Properties of [`Editor`].
#[derive(Properties, PartialEq)]
pub struct EditorProps {
    /// The draft as it was loaded.
    pub draft: Rc<PlanDraft>,
}

fn keeping(draft: &PlanDraft) -> Keeping<Plan, PlanDraft> {
    let job = draft.job_id.clone();
    Keeping {
        name: format!("plan.{job}.{}", draft.head.started_at.0),
        content: |draft| draft.plan.clone(),
        version: |draft| draft.head.version,
        save: Rc::new(move |version, plan| {
            let job = job.clone();
            Box::pin(async move { api::plans::save_draft(&job, &PlanDraftChange { version, plan }).await })
        }),
    }
}

/// The editor. It keeps what it began with; answers to saving arrive inside.
#[component]
pub fn Editor(props: &EditorProps) -> Html {
    let job = props.draft.job_id.clone();
    let (say, navigator) = (use_say(), use_navigator());
    let drafting = use_drafting(props.draft.clone(), keeping(&props.draft));
    let known = use_query(job.clone(), |job| async move {
        let outcomes = api::jobs::find(&job).await?.outcomes;
        Ok((Rc::new(api::library::list().await?), Rc::new(outcomes)))
    });
    let leave = move |words: String, job: &str| {
        say.done(words);
        if let Some(navigator) = &navigator {
            navigator.push(&Route::PlanHistory { id: job.to_owned() });
        }
    };
    let publish = {
        let (job, leave) = (job.clone(), leave.clone());
        use_mutation(
            move |publication: Publication| {
                let job = job.clone();
                async move { api::plans::publish(&job, &publication).await }
            },
            move |version: PlanVersion| {
                leave(format!("Version {} is published.", version.number), version.job_id.as_str())
            },
        )
    };
    let discard = {
        let (job, id) = (job.clone(), job.0.clone());
        use_mutation(
            move |seen: Discard| {
                let job = job.clone();
                async move { api::plans::discard_draft(&job, &seen).await }
            },
            move |()| leave("The draft is gone.".to_owned(), &id),
        )
    };
    let head = drafting.answer.head.clone();
    let version = head.version;
    let onpublish = publish.run.reform(move |reason: String| Publication { version, reason });
    let ondiscard = discard.run.reform(move |()| Discard { version });
    html! {
        <>
            if drafting.conflict {
                <Meanwhile draft={props.draft.clone()} mine={Rc::new((*drafting.form).clone())}
                    onmine={drafting.keep_mine.clone()} ontheirs={drafting.take_theirs.clone()} />
            }
            <div class="plan-editor">
                {view(&known, |(library, outcomes): &(Rc<Vec<LibraryRow>>, Rc<Vec<JobOutcome>>)| {
                    let writing = Writing {
                        form: drafting.form.clone(),
                        faults: Rc::new(drafting.answer.faults.clone()),
                        library: library.clone(),
                        outcomes: outcomes.clone(),
                    };
                    html! {
                        <form class="stack plan-form" novalidate={true} onsubmit={crate::hooks::on_submit(|| ())}>
                            {job_part(&drafting.form)}
                            <Outcomes writing={writing.clone()} />
                            <Competencies writing={writing.clone()} />
                            <Kits writing={writing.clone()} />
                            <Decision {writing} />
                        </form>
                    }
                })}
                <PublishingSide {head} standing={drafting.standing.clone()} faults={drafting.answer.faults.clone()}
                    hints={drafting.answer.hints.clone()} pending={publish.pending || discard.pending}
                    failure={publish.failure.clone().or_else(|| discard.failure.clone())} {onpublish} {ondiscard}
                    meaning="Loops that begin from now on can run on it. It never changes again; loops that run keep the version they have.">
                    {effort(&drafting.form)}
                </PublishingSide>
            </div>
            {coverage(&drafting.form)}
        </>
    }
}

/// The job's own part is changed on the job's page.
fn job_part(plan: &Plan) -> Html {
    let job = &plan.job;
    html! {
        <section class="stack" aria-labelledby="job-part">
            <h2 id="job-part">{"Job"}</h2>
            <dl class="pairs">
                <div><dt>{"Title"}</dt><dd>{&job.title}</dd></div>
                <div><dt>{"Level"}</dt><dd>{&job.level}</dd></div>
                <div><dt>{"Stages"}</dt><dd>{job.stages.join(", ")}</dd></div>
            </dl>
            <p class="hint">{"These belong to the job and are not changed here."}</p>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct MeanwhileProps {
    draft: Rc<PlanDraft>,
    mine: Rc<Plan>,
    onmine: Callback<Rc<PlanDraft>>,
    ontheirs: Callback<Rc<PlanDraft>>,
}

/// Somebody else saved first: their version beside ours.
#[component]
fn Meanwhile(props: &MeanwhileProps) -> Html {
    let theirs = use_query(props.draft.job_id.clone(), |job| async move {
        api::plans::draft(&job).await.map(|draft| draft.map(Rc::new))
    });
    view(&theirs, |theirs: &Option<Rc<PlanDraft>>| {
        let Some(theirs) = theirs.clone() else { return gone() };
        let with = |act: &Callback<Rc<PlanDraft>>| {
            let theirs = theirs.clone();
            act.reform(move |()| theirs.clone())
        };
        html! {
            <Conflict who={theirs.head.changed_by.name.clone()} changes={difference(&of_plans(&theirs.plan, &props.mine))}
                onmine={with(&props.onmine)} ontheirs={with(&props.ontheirs)} />
        }
    })
}
