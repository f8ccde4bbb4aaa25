//! Importing an interview plan: text and what is wrong with it side by side.

mod draft;
mod faults;
mod history;

pub use draft::PlanDraftPage;
pub use history::PlanHistoryPage;

use crate::{
    api,
    components::{
        button::{Button, Look},
        field::{AreaField, SelectField},
        file::{ChosenFile, FileField},
        head::PageHead,
        notice::FailureNote,
        plan::plan_view,
    },
    hooks::{Query, into, on_submit, use_mutation, use_query},
    routes::Route,
    state::{frame::Crumb, toasts::use_say},
};
use evenhand_shared::{
    PlanId,
    plan::{PlanCheck, PlanFile, PlanImport, PlanTemplate},
};
use faults::findings;
use std::rc::Rc;
use yew::prelude::*;
use yew_router::prelude::*;

/// Properties of [`NewPlanPage`].
#[derive(Properties, PartialEq)]
pub struct NewPlanPageProps {
    /// The plan version to start from.
    #[prop_or_default]
    pub from: Option<String>,
}

/// The page.
#[component]
pub fn NewPlanPage(props: &NewPlanPageProps) -> Html {
    let say = use_say();
    let navigator = use_navigator();
    let text = use_state(String::new);
    let found = use_state(|| None::<Rc<PlanCheck>>);
    let templates = use_query((), |()| async { api::plans::templates().await });
    let older = use_query(props.from.clone(), |from| async move {
        match from {
            Some(id) => api::plans::toml(&PlanId(id)).await,
            None => Ok(String::new()),
        }
    });
    let check = {
        let found = found.setter();
        use_mutation(
            |file: PlanFile| async move { api::plans::check(&file).await },
            move |check: PlanCheck| {
                found.set(Some(Rc::new(check)));
            },
        )
    };
    let import = use_mutation(
        |file: PlanFile| async move { api::plans::import(&file).await },
        move |made: PlanImport| {
            let title = &made.plan.job.title;
            let (state, to) = if made.id.is_some() {
                ("", Route::Job { id: made.job_id.0 })
            } else {
                (" as a draft", Route::PlanDraft { id: made.job_id.0 })
            };
            let mut words = format!("{title}, version {}, is imported{state}.", made.number);
            if !made.differs.is_empty() {
                words = format!("{words} The job keeps its own {}.", made.differs.join(", "));
            }
            say.done(words);
            if let Some(navigator) = &navigator {
                navigator.push(&to);
            }
        },
    );
    let take = {
        let (text, found) = (text.setter(), found.setter());
        let (clear_check, clear_import) = (check.clear.clone(), import.clear.clone());
        Callback::from(move |toml: String| {
            text.set(toml);
            // What was found belongs to the text as it was.
            found.set(None);
            clear_check.emit(());
            clear_import.emit(());
        })
    };
    use_effect_with(older.data.clone(), {
        let take = take.clone();
        move |older| {
            if let Some(toml) = older.as_ref().filter(|toml| !toml.is_empty()) {
                take.emit((**toml).clone());
            }
        }
    });
    let file = {
        let text = text.clone();
        move || PlanFile { toml: (*text).clone() }
    };
    let run_check = {
        let (run, file) = (check.run.clone(), file.clone());
        move || run.emit(file())
    };
    let run_import = {
        let run = import.run.clone();
        Callback::from(move |_: MouseEvent| run.emit(file()))
    };
    let empty = text.trim().is_empty();
    let good = found.as_ref().is_some_and(|f| f.faults.is_empty());
    let failure = import.failure.clone().or_else(|| check.failure.clone()).or_else(|| older.failure.clone());
    html! {
        <div class="page">
            <PageHead title="Import an interview plan" crumbs={vec![Crumb::to("Jobs", Route::Jobs)]}
                lead={html! { "A plan is one file: the job with its outcomes, what is rated on which scale, and the interviews. With a new key it makes the job and its first version. With the key of a job whose team you are on it becomes the draft of the next version, which a colleague of that team publishes." }} />
            <form class="plan-editor" novalidate={true} onsubmit={on_submit(run_check)}>
                <div class="stack">
                    <div class="form-grid">
                        <Templates {templates} take={take.clone()} />
                        <FileField label="Or open a file" accept=".toml,text/plain" onfile={take.reform(|file: ChosenFile| file.text)} />
                    </div>
                    <AreaField label="The plan" rows="26" code={true} value={(*text).clone()} oninput={take} />
                </div>
                <div class="stack findings">
                    <div class="actions">
                        <Button submit={true} look={if good { Look::Plain } else { Look::Primary }} pending={check.pending} disabled={empty}>{"Check the plan"}</Button>
                        <Button look={if good { Look::Primary } else { Look::Plain }} pending={import.pending} disabled={empty} onclick={run_import}>{"Import the plan"}</Button>
                    </div>
                    <FailureNote {failure} />
                    {findings(found.as_deref())}
                </div>
            </form>
            if let Some(plan) = found.as_ref().and_then(|f| f.plan.as_ref()) {
                <section class="stack" aria-labelledby="understood">
                    <h2 id="understood">{"The plan as understood"}</h2>
                    {plan_view(plan)}
                </section>
            }
        </div>
    }
}

#[derive(Properties)]
struct TemplatesProps {
    templates: Query<Vec<PlanTemplate>>,
    take: Callback<String>,
}

impl PartialEq for TemplatesProps {
    fn eq(&self, other: &Self) -> bool {
        self.templates.data == other.templates.data && self.take == other.take
    }
}

/// The plans that ship with the product.
#[component]
fn Templates(props: &TemplatesProps) -> Html {
    let chosen = use_state(String::new);
    let rows = props.templates.data.clone().unwrap_or_default();
    let mut options: Vec<(AttrValue, AttrValue)> = vec![("".into(), "Choose a template".into())];
    options.extend(rows.iter().map(|t| (t.key.clone().into(), t.title.clone().into())));
    let about = rows.iter().find(|t| t.key == *chosen).map(|t| AttrValue::from(t.about.clone()));
    let onchange = {
        let (keep, rows, take) = (into(&chosen), rows.clone(), props.take.clone());
        Callback::from(move |key: String| {
            if let Some(template) = rows.iter().find(|t| t.key == key) {
                take.emit(template.toml.clone());
            }
            keep.emit(key);
        })
    };
    html! {
        <SelectField label="Start from a template" hint={about.unwrap_or_else(|| "It replaces the text below.".into())}
            value={(*chosen).clone()} {options} {onchange} />
    }
}
