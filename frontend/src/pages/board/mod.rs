//! The board of a job: stages as columns, applications as cards. Everything goes by pointer, by finger and by keyboard alone.

mod acts;
mod choose;
mod deck;
mod drag;
mod keys;
mod lane;
mod panel;
mod reject;

use crate::{
    api::{self, Answer},
    components::{
        button::{Button, Look},
        empty::Empty,
        field::SelectField,
        head::PageHead,
        link::Go,
        time::now,
        view::view,
    },
    hooks::{Draft, Query, use_draft, use_query},
    pages::candidates::{AddButton, ListLink, adding_key},
    routes::Route,
    state::{frame::Crumb, live::use_live},
};
use acts::{Acts, use_acts};
use choose::ChooseStage;
pub use deck::span;
use drag::{Drag, Handlers, card_of, use_drag};
use evenhand_shared::{
    JobId, Timestamp,
    board::{Board, Seen},
    candidate_list::{CandidateFilter, ListSort, ListStatus},
    time::MINUTE,
};
use keys::{focus_card, use_board_keys};
use lane::Lane;
use panel::Panel;
use reject::RejectCards;
use std::{cell::RefCell, collections::HashMap, rc::Rc};
use web_sys::{Event, PointerEvent};
use yew::prelude::*;

/// What somebody does on the board.
#[derive(Clone, PartialEq, Default)]
struct Doing {
    /// The card that has the focus, or had it last.
    at: Option<String>,
    /// Chosen cards.
    chosen: Vec<String>,
    /// The card that stands open beside the board.
    open: Option<String>,
    /// Cards for which a stage is being chosen.
    moving: Option<Vec<String>>,
    /// Cards that are about to be rejected.
    rejecting: Option<Vec<String>>,
    /// Cards in the hand, and the stage they are held over.
    carried: Option<(Vec<String>, Option<String>)>,
    /// The column that is shown where only one has room.
    column: usize,
    /// What somebody must have read.
    notes: Vec<String>,
}

impl Doing {
    /// The cards that an act is about: the chosen ones, or else the one at hand.
    fn about(&self) -> Vec<String> {
        if self.chosen.is_empty() { self.at.clone().into_iter().collect() } else { self.chosen.clone() }
    }

    fn toggle(&mut self, id: &str) {
        match self.chosen.iter().position(|chosen| chosen == id) {
            Some(n) => drop(self.chosen.remove(n)),
            None => self.chosen.push(id.to_owned()),
        }
    }

    /// Forgets cards that are no longer there.
    fn keep_to(&mut self, board: &Board) {
        self.chosen.retain(|id| deck::place(board, id).is_some());
        self.open = self.open.take().filter(|id| deck::place(board, id).is_some());
    }
}

/// How many further pages of each long column are wanted.
type Pages = Rc<RefCell<HashMap<String, usize>>>;

/// The board, with the further pages that somebody has asked for.
async fn load(job: JobId, pages: Pages) -> Answer<Board> {
    let mut board = api::board::read(&job).await?;
    let wanted = pages.borrow().clone();
    for column in &mut board.columns {
        for _ in 0..wanted.get(&column.stage).copied().unwrap_or(0) {
            let Some(after) = column.more.take() else { break };
            let page = api::board::cards(&job, &column.stage, &after).await?;
            column.cards.extend(page.cards);
            column.more = page.more;
        }
    }
    Ok(board)
}

/// Properties of [`BoardPage`].
#[derive(Properties, PartialEq)]
pub struct BoardPageProps {
    /// The job.
    pub id: String,
}

/// The page.
#[component]
pub fn BoardPage(props: &BoardPageProps) -> Html {
    let job = JobId(props.id.clone());
    let pages: Pages = use_mut_ref(HashMap::new);
    let board = {
        let pages = pages.clone();
        use_query(job.clone(), move |job| load(job, pages.clone()))
    };
    use_live(Some(format!("/api/v1/jobs/{job}/board")), board.refetch.clone());
    let title = board.data.as_ref().map_or_else(|| "Board".to_owned(), |b| format!("Board: {}", b.title));
    let lead = board.data.as_ref().map(|b| lead(&job, b));
    let mut keys = keys::list();
    keys.push(adding_key());
    let crumbs = vec![Crumb::to("Jobs", Route::Jobs), Crumb::to("Job", Route::Job { id: props.id.clone() })];
    html! {
        <div class="board-page">
            <PageHead {title} {crumbs} {keys} lead={lead.unwrap_or_default()}>
                <AddButton job={job.clone()} onadded={board.refetch.clone()} />
                <Go to={Route::ImportCandidates} class="button">{"Import candidates"}</Go>
                <Go to={Route::Job { id: props.id.clone() }} class="button">{"The job"}</Go>
            </PageHead>
            {view(&board, |now: &Board| {
                if now.columns.iter().all(|column| column.count == 0) { nobody(now) }
                else { html! { <Table job={job.clone()} query={Shown(board.clone())} pages={Asked(pages.clone())} /> } }
            })}
        </div>
    }
}

fn lead(job: &JobId, board: &Board) -> Html {
    let count: u64 = board.columns.iter().map(|column| column.count).sum();
    let filter = CandidateFilter {
        job: job.0.clone(),
        status: ListStatus::Rejected,
        sort: ListSort::SinceDown,
        ..CandidateFilter::default()
    };
    html! {
        <>
            {format!("{count} on the board")}
            if board.rejected > 0 { {" · "}<ListLink {filter}>{format!("{} rejected", board.rejected)}</ListLink> }
        </>
    }
}

fn nobody(board: &Board) -> Html {
    html! {
        <Empty title="Nobody is on this board yet">
            {"Candidates come in at "}
            <strong>{board.columns.first().map_or("the first stage", |column| column.stage.as_str())}</strong>
            {". "}
            <Go to={Route::ImportCandidates}>{"Import them from a CSV file"}</Go>
            {"; a check names every bad row before anything is written."}
        </Empty>
    }
}

/// The query as a property: the same for as long as it shows the same board.
#[derive(Clone)]
struct Shown(Query<Board>);

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        self.0.data == other.0.data
    }
}

#[derive(Clone)]
struct Asked(Pages);

impl PartialEq for Asked {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[derive(Properties, PartialEq)]
struct TableProps {
    job: JobId,
    query: Shown,
    pages: Asked,
}

/// The clock, once a minute: ages on cards count no finer.
#[hook]
fn use_minute() -> Timestamp {
    let minute = use_state(now);
    use_effect_with((), {
        let minute = minute.setter();
        move |()| {
            let interval = gloo_timers::callback::Interval::new(60_000, move || minute.set(now()));
            move || drop(interval)
        }
    });
    // Never before the board that is shown.
    Timestamp(minute.0.max(now().0 / MINUTE * MINUTE))
}

#[component]
fn Table(props: &TableProps) -> Html {
    let doing = use_draft(Doing::default);
    let minute = use_minute();
    let notes = doing.edit(|d, note: String| d.notes.push(note));
    let acts = use_acts(props.job.clone(), props.query.0.clone(), notes);
    let board = props
        .query
        .0
        .data
        .clone()
        .unwrap_or_else(|| Rc::new(Board { title: String::new(), columns: Vec::new(), rejected: 0 }));
    use_effect_with(board.clone(), {
        let doing = doing.clone();
        move |board| {
            let board = board.clone();
            doing.change(move |d| d.keep_to(&board));
        }
    });
    // Moves what the act is about, and gives the focus to a card that stays where they were.
    let go = {
        let (acts, board, doing) = (acts.clone(), board.clone(), doing.clone());
        Callback::from(move |(ids, stage): (Vec<String>, String)| {
            let at = doing.at.clone().filter(|at| ids.contains(at));
            let next = at.and_then(|at| deck::neighbour(&board, &at, &ids).map(|card| card.id.0.clone()));
            acts.go(&ids, &stage);
            doing.change(move |d| {
                d.chosen.clear();
                d.moving = None;
            });
            if let Some(next) = next {
                focus_card(next);
            }
        })
    };
    use_board_keys(board.clone(), doing.clone(), acts.clone());
    let handlers = use_drag(Drag {
        ontake: doing.edit(|d, id: String| {
            let ids = if d.chosen.contains(&id) { d.chosen.clone() } else { vec![id] };
            d.carried = Some((ids, None));
        }),
        onover: doing.edit(|d, over: Option<String>| {
            if let Some((_, held)) = &mut d.carried {
                *held = over;
            }
        }),
        ondrop: {
            let (doing, go) = (doing.clone(), go.clone());
            Callback::from(move |stage: String| {
                if let Some((ids, _)) = doing.carried.clone() {
                    go.emit((ids, stage));
                }
                doing.change(|d| d.carried = None);
            })
        },
        onleave: doing.edit(|d, ()| d.carried = None),
    });
    let onmore = {
        let (pages, refetch) = (props.pages.0.clone(), props.query.0.refetch.clone());
        Callback::from(move |stage: String| {
            let mut pages = pages.borrow_mut();
            let asked = pages.entry(stage).or_insert(0);
            *asked = asked.saturating_add(1);
            refetch.emit(());
        })
    };
    html! {
        <>
            {words(&board, &doing)}
            {picker(&board, &doing)}
            <div class={classes!("board-body", doing.open.is_some().then_some("with-panel"))}>
                {lanes(&board, &doing, minute, &handlers, onmore)}
                {beside(&board, &doing)}
            </div>
            {bar(&doing)}
            {stages(&board, &doing, go)}
            {rejection(&props.job, &board, &doing, acts)}
            if let Some((ids, _)) = &doing.carried {
                <div class="board-ghost" ref={handlers.ghost.clone()} aria-hidden="true">{carried(&board, ids)}</div>
            }
        </>
    }
}

fn carried(board: &Board, ids: &[String]) -> String {
    match ids {
        [one] => deck::find(board, one).map(|card| card.name.clone()).unwrap_or_default(),
        several => format!("{} candidates", several.len()),
    }
}

/// What somebody must have read: moves that were not made, and moves of others that came too late for theirs.
fn words(board: &Board, doing: &Draft<Doing>) -> Html {
    let contests =
        board.columns.iter().flat_map(|column| column.cards.iter().map(move |card| (column, card)));
    let contests = contests.filter_map(|(column, card)| {
        let contest = card.contest.as_ref()?;
        Some(format!(
            "{} wanted to move {} to {} and came too late. {} stands.",
            contest.by, card.name, contest.stage, column.stage
        ))
    });
    html! {
        <>
            <div class="board-words" role="status">{for contests.map(|text| html! { <p class="note" key={text.as_str()}>{&text}</p> })}</div>
            <div class="board-words" role="alert">
                {for doing.notes.iter().enumerate().map(|(n, note)| {
                    let onclick = doing.edit(move |d, _: MouseEvent| { if n < d.notes.len() { d.notes.remove(n); } });
                    html! {
                        <p class="note warn row" key={n}>
                            <span>{note}</span>
                            <Button look={Look::Quiet} label={format!("Dismiss: {note}")} {onclick}>{"Dismiss"}</Button>
                        </p>
                    }
                })}
            </div>
        </>
    }
}

/// The choice of a column, where only one has room.
fn picker(board: &Board, doing: &Draft<Doing>) -> Html {
    let options = board.columns.iter().enumerate().map(|(n, column)| {
        (AttrValue::from(n.to_string()), AttrValue::from(format!("{} ({})", column.stage, column.count)))
    });
    html! {
        <div class="board-picker">
            <SelectField label="Stage" value={doing.column.to_string()} options={options.collect::<Vec<_>>()}
                onchange={doing.edit(|d, n: String| d.column = n.parse().unwrap_or(0))} />
        </div>
    }
}

fn lanes(
    board: &Rc<Board>,
    doing: &Draft<Doing>,
    now: Timestamp,
    handlers: &Handlers,
    onmore: Callback<String>,
) -> Html {
    let onclick = {
        let (doing, is_drag) = (doing.clone(), handlers.is_drag.clone());
        Callback::from(move |event: MouseEvent| {
            let Some(id) = card_of(&event).filter(|_| !is_drag()) else { return };
            let choosing = event.ctrl_key() || event.meta_key() || event.shift_key();
            doing.change(move |d| {
                if choosing {
                    d.toggle(&id);
                } else {
                    d.open = Some(id.clone());
                }
                d.at = Some(id);
            });
        })
    };
    let onfocusin = {
        let doing = doing.clone();
        Callback::from(move |event: FocusEvent| {
            let event: Event = event.into();
            if let Some(id) = card_of(&event).filter(|id| doing.at.as_ref() != Some(id)) {
                doing.change(move |d| d.at = Some(id));
            }
        })
    };
    let onpointerdown: Callback<PointerEvent> = handlers.press.clone();
    let chosen = Rc::new(doing.chosen.clone());
    let over = doing.carried.as_ref().and_then(|(_, over)| over.clone());
    html! {
        <div class={classes!("board", doing.carried.is_some().then_some("carrying"))} {onclick} {onfocusin} {onpointerdown}>
            {for board.columns.iter().enumerate().map(|(index, column)| html! {
                <Lane
                    key={column.stage.as_str()}
                    board={board.clone()}
                    {index}
                    at={doing.at.clone().map(AttrValue::from)}
                    chosen={chosen.clone()}
                    open={doing.open.clone().map(AttrValue::from)}
                    over={over.as_ref() == Some(&column.stage)}
                    current={doing.column == index}
                    {now}
                    onmore={onmore.clone()}
                />
            })}
        </div>
    }
}

/// The open card.
fn beside(board: &Board, doing: &Draft<Doing>) -> Html {
    let Some(id) = doing.open.clone() else { return html! {} };
    let (Some(card), Some(stage)) = (deck::find(board, &id), deck::stage_of(board, &id)) else {
        return html! {};
    };
    let onmove = {
        let id = id.clone();
        doing.edit(move |d, ()| d.moving = Some(vec![id.clone()]))
    };
    let onclose = {
        let doing = doing.clone();
        Callback::from(move |()| {
            doing.change(|d| d.open = None);
            focus_card(id.clone());
        })
    };
    html! { <Panel card={Rc::new(card.clone())} stage={stage.to_owned()} {onmove} {onclose} /> }
}

/// What can be done with the chosen cards.
fn bar(doing: &Draft<Doing>) -> Html {
    if doing.chosen.is_empty() {
        return html! {};
    }
    html! {
        <div class="board-bar" role="region" aria-label="Chosen cards">
            <span role="status">{format!("{} chosen", doing.chosen.len())}</span>
            <Button onclick={doing.edit(|d, _: MouseEvent| d.moving = Some(d.about()))}>{"Move"}<kbd aria-hidden="true">{"m"}</kbd></Button>
            <Button look={Look::Danger} onclick={doing.edit(|d, _: MouseEvent| d.rejecting = Some(d.about()))}>{"Reject"}<kbd aria-hidden="true">{"r"}</kbd></Button>
            <Button onclick={doing.edit(|d, _: MouseEvent| d.chosen.clear())}>{"Choose none"}<kbd aria-hidden="true">{"Esc"}</kbd></Button>
        </div>
    }
}

/// The list of stages, while one is being chosen.
fn stages(board: &Board, doing: &Draft<Doing>, go: Callback<(Vec<String>, String)>) -> Html {
    let Some(ids) = doing.moving.clone() else { return html! {} };
    let title = format!("Move {} to", carried(board, &ids));
    let mut places: Vec<&str> = ids.iter().filter_map(|id| deck::stage_of(board, id)).collect();
    places.dedup();
    let here = match places.as_slice() {
        [one] => Some(AttrValue::from((*one).to_owned())),
        _ => None,
    };
    let stages: Vec<AttrValue> = board.columns.iter().map(|column| column.stage.clone().into()).collect();
    let onchoose = {
        let ids = ids.clone();
        Callback::from(move |stage: AttrValue| go.emit((ids.clone(), stage.to_string())))
    };
    html! { <ChooseStage {title} {stages} {here} {onchoose} onclose={doing.edit(|d, ()| d.moving = None)} /> }
}

/// The question before a rejection. Cards that stand still for the reader are not among them.
fn rejection(job: &JobId, board: &Board, doing: &Draft<Doing>, acts: Acts) -> Html {
    let Some(ids) = &doing.rejecting else { return html! {} };
    let cards = ids.iter().filter_map(|id| deck::find(board, id)).filter(|card| deck::moves(card));
    let cards: Vec<Seen> = cards.map(|card| Seen { id: card.id.clone(), version: card.version }).collect();
    if cards.is_empty() {
        return html! {};
    }
    let whom: Vec<String> = cards.iter().map(|card| card.id.0.clone()).collect();
    let ondone = doing.edit(|d, ()| {
        d.rejecting = None;
        d.chosen.clear();
    });
    let onclose = doing.edit(|d, ()| d.rejecting = None);
    html! { <RejectCards job={job.clone()} who={carried(board, &whom)} {cards} {acts} {ondone} {onclose} /> }
}
