//! Zone and working hours.

use crate::{
    api,
    components::{
        availability,
        button::{Button, Look},
        field::CheckField,
        notice::FailureNote,
        zone::ZoneField,
    },
    hooks::{on_submit, use_draft, use_mutation},
    state::toasts::use_say,
};
use evenhand_shared::{
    FieldError,
    availability::{Hours, WEEKDAYS, WorkingWeek, check_week},
    people::{PersonChange, PersonRow},
    profile::ProfileChange,
};
use web_sys::{HtmlInputElement, InputEvent};
use yew::prelude::*;

/// Properties of [`HoursForm`].
#[derive(Properties, PartialEq)]
pub struct HoursFormProps {
    /// Whose.
    pub person: PersonRow,
    /// The reader's own; otherwise an administrator writes for somebody.
    pub own: bool,
    /// Told when it is saved.
    #[prop_or_default]
    pub onsaved: Callback<()>,
}

#[derive(Clone, PartialEq)]
struct Day {
    works: bool,
    from: String,
    until: String,
}

#[derive(Clone)]
struct Form {
    zone: String,
    /// The zone that was last told, to see whether this form changed it.
    told_zone: String,
    days: [Day; 7],
    faults: Vec<FieldError>,
    version: i64,
}

fn clock(minutes: i64) -> String {
    // The last minute of a day is the latest that a field for a time can hold.
    availability::clock(minutes.clamp(0, 24 * 60 - 1))
}

fn minutes(clock: &str) -> Option<i64> {
    let (hours, minutes) = clock.split_once(':')?;
    let minutes: i64 = minutes.get(..2)?.parse().ok()?;
    Some(hours.parse::<i64>().ok()?.saturating_mul(60).saturating_add(minutes))
}

impl Form {
    fn of(person: &PersonRow) -> Self {
        let days = person.hours.unwrap_or_default().days().map(|hours| {
            let shown = hours.unwrap_or(Hours { from: 9 * 60, until: 17 * 60 });
            Day { works: hours.is_some(), from: clock(shown.from), until: clock(shown.until) }
        });
        Self {
            zone: person.zone.clone(),
            told_zone: person.zone.clone(),
            days,
            faults: Vec::new(),
            version: person.version,
        }
    }

    /// An unreadable time becomes a span that the check refuses.
    fn week(&self) -> WorkingWeek {
        WorkingWeek::of(self.days.clone().map(|day| {
            day.works.then(|| Hours {
                from: minutes(&day.from).unwrap_or(0),
                until: minutes(&day.until).unwrap_or(0),
            })
        }))
    }
}

/// The form.
#[component]
pub fn HoursForm(props: &HoursFormProps) -> Html {
    let say = use_say();
    let form = use_draft(|| Form::of(&props.person));
    // A change made elsewhere on the page is taken over; what stands typed here stays.
    {
        let form = form.clone();
        use_effect_with((props.person.version, props.person.zone.clone()), move |(version, zone)| {
            let (version, zone) = (*version, zone.clone());
            form.change(move |f| {
                if f.zone == f.told_zone {
                    f.zone.clone_from(&zone);
                }
                f.told_zone = zone;
                f.version = version;
            });
        });
    }
    let saving = {
        let (id, own) = (props.person.id.clone(), props.own);
        let (form, onsaved) = (form.clone(), props.onsaved.clone());
        use_mutation(
            move |(version, zone, hours): (i64, String, WorkingWeek)| {
                let id = id.clone();
                async move {
                    if own {
                        let change = ProfileChange { version, zone: Some(zone), hours: Some(hours) };
                        api::people::change_profile(&change).await
                    } else {
                        let change = PersonChange {
                            version,
                            zone: Some(zone),
                            hours: Some(hours),
                            ..PersonChange::default()
                        };
                        api::people::change(&id, &change).await
                    }
                }
            },
            move |row: PersonRow| {
                form.change(move |f| f.version = row.version);
                say.done("The working hours are saved.");
                onsaved.emit(());
            },
        )
    };
    let onsubmit = {
        let (form, run, clear) = (form.clone(), saving.run.clone(), saving.clear.clone());
        on_submit(move || {
            let week = form.week();
            let faults = check_week(&week);
            clear.emit(());
            if faults.is_empty() {
                run.emit((form.version, form.zone.trim().to_owned(), week));
            }
            form.change(move |f| f.faults = faults);
        })
    };
    let fault = |name: &str| {
        let pointer = format!("/hours/{}", name.to_lowercase());
        form.faults
            .iter()
            .find(|f| f.pointer == pointer)
            .map(|f| f.message.clone())
            .or_else(|| saving.at(&pointer))
    };
    html! {
        <section class="stack" aria-labelledby="hours">
            <h2 id="hours">{"Zone and working hours"}</h2>
            <p class="hint">{"Whoever plans an interview sees a hint outside these hours; it never blocks them. Tick no day to tell nothing."}</p>
            <form class="stack form-narrow" novalidate={true} {onsubmit}>
                <FailureNote failure={saving.failure.clone()} shown="/zone /hours" />
                <ZoneField value={form.zone.clone()} oninput={form.edit(|f, zone| f.zone = zone)} error={saving.at("/zone")} />
                <fieldset class="week">
                    <legend>{"Working hours, in this zone"}</legend>
                    {for WEEKDAYS.into_iter().zip(&form.days).enumerate().map(|(n, (name, day))| {
                        let change = |set: fn(&mut Day, String)| form.edit(move |f: &mut Form, event: InputEvent| {
                            let text = event.target_dyn_into::<HtmlInputElement>().map(|input| input.value());
                            if let (Some(day), Some(text)) = (f.days.get_mut(n), text) { set(day, text); }
                        });
                        let error = fault(name);
                        let described = error.is_some().then(|| format!("week-{n}"));
                        let input = |label: &str, value: &str, oninput: Callback<InputEvent>| html! {
                            <input type="time" aria-label={format!("{name} {label}")} value={value.to_owned()} {oninput} disabled={!day.works}
                                aria-invalid={described.as_ref().map(|_| "true")} aria-describedby={described.clone()} />
                        };
                        html! {
                            <div class="week-day" key={name}>
                                <CheckField label={name} checked={day.works} onchange={form.edit(move |f: &mut Form, on: bool| {
                                    if let Some(day) = f.days.get_mut(n) { day.works = on; }
                                })} />
                                {input("from", &day.from, change(|d, text| d.from = text))}
                                <span aria-hidden="true">{"to"}</span>
                                {input("until", &day.until, change(|d, text| d.until = text))}
                                if let Some(error) = error { <p class="error" id={format!("week-{n}")}>{error}</p> }
                            </div>
                        }
                    })}
                </fieldset>
                <div class="actions"><Button look={Look::Primary} submit={true} pending={saving.pending}>{"Save zone and hours"}</Button></div>
            </form>
        </section>
    }
}
