//! What a job is about, as somebody writes it: for a new job and for a change.

use crate::{
    api,
    components::{
        band::BandDraft,
        field::{AreaField, SelectField, TextField},
    },
    hooks::{Draft, use_query},
};
use evenhand_shared::{
    LevelId,
    jobs::{JobAbout, JobDetail},
};
use yew::prelude::*;

/// The form's content.
#[derive(Clone)]
pub struct AboutForm {
    title: String,
    level: String,
    ladder_level: String,
    summary: String,
    band: BandDraft,
    flexibility: String,
}

/// Pointers of the fields below.
pub const SHOWN: &str = "/about/title /about/level /about/ladder_level /about/summary /about/flexibility /about/band/currency /about/band/low /about/band/high";

impl AboutForm {
    /// Nothing yet.
    pub fn empty() -> Self {
        Self {
            title: String::new(),
            level: String::new(),
            ladder_level: String::new(),
            summary: String::new(),
            band: BandDraft::empty(),
            flexibility: String::new(),
        }
    }

    /// A job to change.
    pub fn of(detail: &JobDetail) -> Self {
        Self {
            title: detail.job.title.clone(),
            level: detail.job.level.clone(),
            ladder_level: detail.ladder_level.as_ref().map(|id| id.0.clone()).unwrap_or_default(),
            summary: detail.summary.clone(),
            band: BandDraft::of(&detail.band),
            flexibility: detail.flexibility.clone(),
        }
    }

    /// The title typed so far.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// As the API takes it.
    pub fn about(&self) -> JobAbout {
        JobAbout {
            title: self.title.clone(),
            level: self.level.clone(),
            ladder_level: (!self.ladder_level.is_empty()).then(|| LevelId(self.ladder_level.clone())),
            summary: self.summary.clone(),
            band: self.band.band(),
            flexibility: self.flexibility.clone(),
        }
    }
}

/// Properties of [`AboutFields`].
#[derive(Properties)]
pub struct AboutFieldsProps {
    /// The form.
    pub form: Draft<AboutForm>,
    /// What stands beside a field.
    pub at: Callback<&'static str, Option<String>>,
}

impl PartialEq for AboutFieldsProps {
    /// A form changes with every key.
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

/// The fields.
#[component]
pub fn AboutFields(props: &AboutFieldsProps) -> Html {
    let form = &props.form;
    let at = |pointer: &'static str| props.at.emit(pointer);
    let ladder = use_query((), |()| async { api::ladder::list().await });
    let mut levels: Vec<(AttrValue, AttrValue)> = vec![("".into(), "None: I write the level myself".into())];
    if let Some(ladder) = &ladder.data {
        levels.extend(ladder.iter().map(|level| {
            let words = match level.content.function.as_str() {
                "" => level.content.name.clone(),
                function => format!("{}, {function}", level.content.name),
            };
            (level.id.0.clone().into(), words.into())
        }));
    }
    html! {
        <>
            <TextField label="Title" value={form.title.clone()} oninput={form.edit(|f, text| f.title = text)} error={at("/about/title")} autofocus={true} />
            <div class="form-grid">
                <SelectField label="Level of the career ladder" value={form.ladder_level.clone()} options={levels}
                    onchange={form.edit(|f, id| f.ladder_level = id)} error={at("/about/ladder_level")} />
                if form.ladder_level.is_empty() {
                    <TextField label="Level" hint="Such as Level 4 or Senior" value={form.level.clone()} oninput={form.edit(|f, text| f.level = text)} error={at("/about/level")} />
                }
            </div>
            <div class="form-grid">
                <TextField label="Currency" hint="Three letters, such as EUR" value={form.band.currency.clone()} oninput={form.edit(|f, text| f.band.currency = text)} error={at("/about/band/currency")} />
                <TextField label="Pay from" hint="A year, whole units" kind="number" min="0" value={form.band.low.clone()} oninput={form.edit(|f, text| f.band.low = text)} error={at("/about/band/low")} />
                <TextField label="Pay to" kind="number" min="0" value={form.band.high.clone()} oninput={form.edit(|f, text| f.band.high = text)} error={at("/about/band/high")} />
            </div>
            <TextField label="Flexibility" optional={true} hint="How far the band can move, and who decides" value={form.flexibility.clone()}
                oninput={form.edit(|f, text| f.flexibility = text)} error={at("/about/flexibility")} />
            <AreaField label="What the job is about" optional={true} value={form.summary.clone()} oninput={form.edit(|f, text| f.summary = text)} error={at("/about/summary")} />
        </>
    }
}
