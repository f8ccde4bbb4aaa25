//! Which interview looks for what: outcome by competency by kit.

use crate::components::{
    notice::Note,
    table::Table,
    tag::{Tag, Tone},
};
use evenhand_shared::plan::{Competency, Kit, Plan};
use yew::prelude::*;

/// Outcomes with the competencies that serve them; those that serve none stand last.
fn groups(plan: &Plan) -> Vec<(String, Vec<&Competency>)> {
    let mut groups: Vec<(String, Vec<&Competency>)> = plan
        .outcomes
        .iter()
        .map(|outcome| {
            let competencies = outcome.competencies.iter().filter_map(|key| plan.competency(key)).collect();
            (outcome.text.clone(), competencies)
        })
        .collect();
    let serves = |c: &Competency| plan.outcomes.iter().any(|outcome| outcome.competencies.contains(&c.key));
    let rest: Vec<&Competency> = plan.competencies.iter().filter(|c| !serves(c)).collect();
    if !rest.is_empty() {
        groups.push(("Serves no outcome".to_owned(), rest));
    }
    groups
}

fn cell(kit: &Kit, competency: &Competency) -> Html {
    if !kit.rates.contains(&competency.key) {
        return html! { <td class="faint">{"–"}</td> };
    }
    let questions = kit.questions.iter().filter(|q| q.competency == competency.key).count();
    let words = match questions {
        0 => "rated".to_owned(),
        1 => "rated, 1 question".to_owned(),
        n => format!("rated, {n} questions"),
    };
    html! { <td><span class="dot" aria-hidden="true" />{words}</td> }
}

/// What nobody looks for, in words: a competency that no interview rates, an outcome that nothing serves.
fn gaps(plan: &Plan) -> Vec<String> {
    let rated = |key: &str| plan.kits.iter().any(|kit| kit.rates.iter().any(|own| own == key));
    let mut gaps = Vec::new();
    for outcome in &plan.outcomes {
        let missing: Vec<&str> = outcome
            .competencies
            .iter()
            .filter_map(|key| plan.competency(key))
            .filter(|competency| !rated(&competency.key))
            .map(|competency| competency.name.as_str())
            .collect();
        if outcome.competencies.is_empty() {
            gaps.push(format!("Nothing serves “{}”.", outcome.text));
        } else if missing.len() == outcome.competencies.len() {
            gaps.push(format!(
                "Nobody looks for anything that serves “{}”: {}.",
                outcome.text,
                missing.join(", ")
            ));
        } else if !missing.is_empty() {
            gaps.push(format!(
                "“{}” also needs {}, which no interview rates.",
                outcome.text,
                missing.join(", ")
            ));
        }
    }
    let serves = |key: &String| plan.outcomes.iter().any(|outcome| outcome.competencies.contains(key));
    for competency in plan.competencies.iter().filter(|c| !serves(&c.key)) {
        gaps.push(if rated(&competency.key) {
            format!("{} is rated and serves no outcome.", competency.name)
        } else {
            format!("{} serves no outcome and no interview rates it.", competency.name)
        });
    }
    gaps
}

/// The table of coverage.
pub fn coverage(plan: &Plan) -> Html {
    let gaps = gaps(plan);
    let mut columns: Vec<AttrValue> = vec!["Competency".into(), "#Weight".into()];
    columns.extend(plan.kits.iter().map(|kit| AttrValue::from(kit.name.clone())));
    let width = columns.len().to_string();
    html! {
        <section class="stack coverage">
            <h3>{"Who looks for what"}</h3>
            if gaps.is_empty() {
                if !plan.outcomes.is_empty() { <p class="muted">{"Every competency of every outcome is rated in at least one interview."}</p> }
            } else {
                <Note warn={true}>
                    <strong>{"Gaps"}</strong>
                    <ul class="bullets">{for gaps.into_iter().map(|gap| html! { <li>{gap}</li> })}</ul>
                </Note>
            }
            <Table caption="Competencies by outcome, and the interviews that rate them" {columns}>
                {for groups(plan).into_iter().map(|(outcome, competencies)| html! {
                    <>
                        <tr class="group"><th colspan={width.clone()} scope="rowgroup"><span class="group-words">{outcome}</span></th></tr>
                        if competencies.is_empty() { <tr><td colspan={width.clone()} class="faint">{"No competency serves this yet."}</td></tr> }
                        {for competencies.into_iter().map(|competency| {
                            let nobody = !plan.kits.iter().any(|kit| kit.rates.contains(&competency.key));
                            html! {
                                <tr>
                                    <th scope="row">
                                        {&competency.name}
                                        if nobody { {" "}<Tag tone={Tone::Warn}>{"No interview rates this"}</Tag> }
                                    </th>
                                    <td class="num">{format!("{} %", competency.weight)}</td>
                                    {for plan.kits.iter().map(|kit| cell(kit, competency))}
                                </tr>
                            }
                        })}
                    </>
                })}
            </Table>
        </section>
    }
}
