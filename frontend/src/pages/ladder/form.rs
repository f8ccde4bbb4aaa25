//! Adding a level, or changing one.

use crate::{
    api,
    components::{
        band::BandDraft,
        button::{Button, Look},
        dialog::Dialog,
        field::{AreaField, TextField},
        notice::FailureNote,
    },
    hooks::{on_submit, use_draft, use_mutation},
    state::toasts::use_say,
};
use evenhand_shared::ladder::{LadderLevel, LevelChange, LevelContent};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`LevelDialog`].
#[derive(Properties, PartialEq)]
pub struct LevelDialogProps {
    /// What to change; absent for a new level.
    pub level: Option<Rc<LadderLevel>>,
    /// Closes it.
    pub onclose: Callback<()>,
    /// Told when it is saved.
    pub onsaved: Callback<()>,
}

#[derive(Clone)]
struct Form {
    function: String,
    position: String,
    name: String,
    summary: String,
    criteria: String,
    bands: Vec<BandDraft>,
}

impl Form {
    fn of(level: Option<&LadderLevel>) -> Self {
        let Some(level) = level else {
            return Self {
                function: String::new(),
                position: "1".to_owned(),
                name: String::new(),
                summary: String::new(),
                criteria: String::new(),
                bands: vec![BandDraft::empty()],
            };
        };
        let content = level.content.clone();
        Self {
            function: content.function,
            position: content.position.to_string(),
            name: content.name,
            summary: content.summary,
            criteria: content.criteria.join("\n"),
            bands: content.bands.iter().map(BandDraft::of).collect(),
        }
    }

    fn content(&self) -> LevelContent {
        let lines = self.criteria.lines().map(str::trim).filter(|line| !line.is_empty());
        LevelContent {
            function: self.function.clone(),
            position: self.position.trim().parse().unwrap_or(0),
            name: self.name.clone(),
            summary: self.summary.clone(),
            criteria: lines.map(str::to_owned).collect(),
            bands: self.bands.iter().map(BandDraft::band).collect(),
        }
    }
}

fn with(n: usize, change: impl Fn(&mut BandDraft, String) + Clone) -> impl Fn(&mut Form, String) + Clone {
    move |form, text| {
        if let Some(band) = form.bands.get_mut(n) {
            change(band, text);
        }
    }
}

/// The dialog.
#[component]
pub fn LevelDialog(props: &LevelDialogProps) -> Html {
    let say = use_say();
    let form = use_draft(|| Form::of(props.level.as_deref()));
    let saving = {
        let (level, saved) = (props.level.clone(), props.onsaved.clone());
        use_mutation(
            move |content: LevelContent| {
                let level = level.clone();
                async move {
                    match level {
                        Some(level) => {
                            api::ladder::change(&level.id, &LevelChange { version: level.version, content })
                                .await
                        }
                        None => api::ladder::add(&content).await,
                    }
                }
            },
            move |level: LadderLevel| {
                say.done(format!("{} is saved.", level.content.name));
                saved.emit(());
            },
        )
    };
    // A change has its content one step further in.
    let base = if props.level.is_some() { "/content" } else { "" };
    let at = |field: &str| saving.at(&format!("{base}{field}"));
    let onsubmit = {
        let (form, run) = (form.clone(), saving.run.clone());
        on_submit(move || run.emit(form.content()))
    };
    let criteria = saving
        .failure
        .iter()
        .flat_map(|f| f.errors())
        .find(|e| e.pointer.starts_with(&format!("{base}/criteria")));
    let shown: Vec<String> = saving
        .failure
        .iter()
        .flat_map(|f| f.errors())
        .map(|e| e.pointer.clone())
        .filter(|p| *p != format!("{base}/bands"))
        .collect();
    let title =
        props.level.as_ref().map_or_else(|| "Add a level".to_owned(), |l| format!("Edit {}", l.content.name));
    html! {
        <Dialog {title} wide={true} onclose={props.onclose.clone()}>
            <form class="stack" novalidate={true} {onsubmit}>
                <div class="form-grid">
                    <TextField label="Name" hint="Such as Level 4 or Senior" value={form.name.clone()} oninput={form.edit(|f, text| f.name = text)} error={at("/name")} autofocus={true} />
                    <TextField label="Function" hint="Empty for all functions" optional={true} value={form.function.clone()} oninput={form.edit(|f, text| f.function = text)} error={at("/function")} />
                    <TextField label="Place" hint="1 is the lowest" kind="number" min="1" max="99" value={form.position.clone()} oninput={form.edit(|f, text| f.position = text)} error={at("/position")} />
                </div>
                <AreaField label="In short" optional={true} rows="2" value={form.summary.clone()} oninput={form.edit(|f, text| f.summary = text)} error={at("/summary")} />
                <AreaField label="Criteria" hint="What somebody on this level does, one on each line" rows="5" value={form.criteria.clone()}
                    oninput={form.edit(|f, text| f.criteria = text)} error={criteria.map(|e| e.message.clone())} />
                {for form.bands.iter().enumerate().map(|(n, band)| html! {
                    <fieldset key={n} class="planned">
                        <legend>{format!("Pay band {}", n.saturating_add(1))}</legend>
                        <div class="form-grid">
                            <TextField label="Currency" value={band.currency.clone()} oninput={form.edit(with(n, |b, text| b.currency = text))} error={at(&format!("/bands/{n}/currency"))} />
                            <TextField label="From" kind="number" min="0" value={band.low.clone()} oninput={form.edit(with(n, |b, text| b.low = text))} error={at(&format!("/bands/{n}/low"))} />
                            <TextField label="To" kind="number" min="0" value={band.high.clone()} oninput={form.edit(with(n, |b, text| b.high = text))} error={at(&format!("/bands/{n}/high"))} />
                        </div>
                        <div class="actions">
                            <Button look={Look::Quiet} label={format!("Remove pay band {}", n.saturating_add(1))}
                                onclick={form.edit(move |f: &mut Form, _: MouseEvent| { if n < f.bands.len() { f.bands.remove(n); } })}>{"Remove"}</Button>
                        </div>
                    </fieldset>
                })}
                <FailureNote failure={saving.failure.clone()} shown={shown.join(" ")} />
                <div class="actions">
                    <Button look={Look::Primary} submit={true} pending={saving.pending}>{"Save"}</Button>
                    <Button onclick={form.edit(|f: &mut Form, _: MouseEvent| f.bands.push(BandDraft::empty()))}>{"Add a pay band"}</Button>
                    <Button onclick={props.onclose.reform(|_| ())}>{"Leave it"}</Button>
                </div>
            </form>
        </Dialog>
    }
}
