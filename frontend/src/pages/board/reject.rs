//! Rejecting the chosen cards with one reason; the letters go with it and can be changed until they are announced.

use super::acts::Acts;
use crate::{
    api,
    components::{
        dialog::Confirm,
        field::{AreaField, SelectField, TextField},
    },
    hooks::{use_draft, use_mutation},
};
use evenhand_shared::{
    JobId,
    board::{BoardRejections, COUNTED_ABOVE, Moved, Seen},
    rejections::RejectionKind,
};
use yew::prelude::*;

#[derive(Clone, PartialEq)]
struct Why {
    kind: RejectionKind,
    reason: String,
    count: String,
}

/// Properties of [`RejectCards`].
#[derive(Properties, PartialEq)]
pub struct RejectCardsProps {
    /// The job.
    pub job: JobId,
    /// Whom, in words.
    pub who: AttrValue,
    /// Whom.
    pub cards: Vec<Seen>,
    /// The acts of the board.
    pub acts: Acts,
    /// Told when it is done.
    pub ondone: Callback<()>,
    /// Leaves it.
    pub onclose: Callback<()>,
}

/// The dialog.
#[component]
pub fn RejectCards(props: &RejectCardsProps) -> Html {
    let why =
        use_draft(|| Why { kind: RejectionKind::OthersCloser, reason: String::new(), count: String::new() });
    let rejecting = {
        let (job, acts, done) = (props.job.clone(), props.acts.clone(), props.ondone.clone());
        use_mutation(
            move |body: BoardRejections| {
                let job = job.clone();
                async move { api::board::reject(&job, &body).await }
            },
            move |moved: Moved| {
                acts.tell_rejected(moved);
                done.emit(());
            },
        )
    };
    let many = props.cards.len() > COUNTED_ABOVE;
    let onconfirm = {
        let (why, run, cards) = (why.clone(), rejecting.run.clone(), props.cards.clone());
        Callback::from(move |()| {
            run.emit(BoardRejections {
                kind: why.kind,
                reason: why.reason.clone(),
                cards: cards.clone(),
                count: why.count.trim().parse().ok(),
            });
        })
    };
    let place = |kind: RejectionKind| {
        RejectionKind::ALL.iter().position(|each| *each == kind).unwrap_or(0).to_string()
    };
    let options: Vec<(AttrValue, AttrValue)> =
        RejectionKind::ALL.iter().map(|kind| (place(*kind).into(), kind.words().into())).collect();
    let onkind = why.edit(|why, key: String| {
        if let Some(kind) = key.parse::<usize>().ok().and_then(|n| RejectionKind::ALL.get(n)) {
            why.kind = *kind;
        }
    });
    let beside = rejecting.at("/reason").or_else(|| rejecting.at("/count"));
    let failure = rejecting.failure.clone().filter(|_| beside.is_none());
    html! {
        <Confirm title={format!("Reject {}?", props.who)} verb="Reject" danger={true} pending={rejecting.pending} {failure} {onconfirm} onclose={props.onclose.clone()}>
            <p>{"Interviews and scorecards stay as they are. Nobody is told yet: each letter stands on the candidate's page, and can be changed until it is announced."}</p>
            <SelectField label="Reason" value={place(why.kind)} {options} onchange={onkind} />
            <AreaField label="In your own words" optional={!why.kind.needs_words()} hint="Stands in the record; colleagues on the hiring team read it."
                value={why.reason.clone()} oninput={why.edit(|why, text| why.reason = text)} error={rejecting.at("/reason")} />
            if many {
                <TextField label={format!("Type {} to go on", props.cards.len())} value={why.count.clone()} oninput={why.edit(|why, text| why.count = text)} error={rejecting.at("/count")} />
            }
        </Confirm>
    }
}
