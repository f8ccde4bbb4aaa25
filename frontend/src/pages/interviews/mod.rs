//! My interviews: what is due, what comes, what is done. Built from the person's own places alone.

mod row;

use crate::{
    api,
    components::{empty::Empty, head::PageHead, time::now, view::view},
    hooks::use_query,
    state::live::use_live,
};
use evenhand_shared::{
    Timestamp,
    scorecards::{CardState, MyInterview},
};
use row::Row;
use yew::prelude::*;

/// Where an interview stands for its interviewer.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// The scorecard should be in already.
    Overdue,
    /// The interview has begun, the scorecard is to be written.
    Due,
    /// Still to come.
    Coming,
    /// Nothing is asked any more.
    Done,
}

impl Group {
    const ALL: [Self; 4] = [Self::Overdue, Self::Due, Self::Coming, Self::Done];

    fn of(row: &MyInterview, now: Timestamp) -> Self {
        if !row.slot.stands() || row.card != CardState::Draft {
            Self::Done
        } else if row.due_at.is_some_and(|due| due < now) {
            Self::Overdue
        } else if row.starts_at.is_some_and(|at| at <= now) {
            Self::Due
        } else {
            Self::Coming
        }
    }

    const fn title(self) -> &'static str {
        match self {
            Self::Overdue => "Overdue",
            Self::Due => "To write now",
            Self::Coming => "Coming up",
            Self::Done => "Done",
        }
    }

    const fn about(self) -> &'static str {
        match self {
            Self::Overdue => {
                "More than 24 hours have passed since the interview. Memory fades: write these first."
            }
            Self::Due => "Write down what you saw and heard while it is fresh; you have 24 hours.",
            Self::Coming => {
                "The kit tells you what to ask. Read it before, and keep the scorecard open while you talk."
            }
            Self::Done => "Sealed, withdrawn, or not asked for any more.",
        }
    }

    const fn id(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::Due => "due",
            Self::Coming => "coming",
            Self::Done => "done",
        }
    }
}

/// The page.
#[component]
pub fn InterviewsPage() -> Html {
    let mine = use_query((), |()| async { api::interviews::mine().await });
    use_live(Some("/api/v1/my/interviews".to_owned()), mine.refetch.clone());
    let refetch = mine.refetch.clone();
    html! {
        <div class="page">
            <PageHead title="My interviews" lead={html! {"Interviews that you are asked to hold, and the scorecards that go with them."}} />
            {view(&mine, |rows: &Vec<MyInterview>| html! {
                if rows.is_empty() {
                    <Empty title="No interviews yet">
                        {"When somebody puts you on a panel, the interview stands here with its kit and your scorecard. Until then there is nothing to do."}
                    </Empty>
                } else {
                    {for Group::ALL.into_iter().map(|group| section(group, rows, &refetch))}
                }
            })}
        </div>
    }
}

fn section(group: Group, rows: &[MyInterview], changed: &Callback<()>) -> Html {
    let now = now();
    let mut here: Vec<&MyInterview> = rows.iter().filter(|row| Group::of(row, now) == group).collect();
    if here.is_empty() {
        return html! {};
    }
    if group == Group::Done {
        here.reverse();
    }
    html! {
        <section key={group.id()} class="interviews" aria-labelledby={group.id()}>
            <header>
                <h2 id={group.id()}>{group.title()}{" "}<span class="faint">{here.len()}</span></h2>
                <p class="hint">{group.about()}</p>
            </header>
            <ul>
                {for here.into_iter().map(|row| html! {
                    <Row key={row.id.as_str()} interview={row.clone()} {group} changed={changed.clone()} />
                })}
            </ul>
        </section>
    }
}
