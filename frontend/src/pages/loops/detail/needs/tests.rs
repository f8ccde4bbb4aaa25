use super::*;
use evenhand_shared::{
    loops::{LoopRights, LoopRow, Progress},
    plan::RevealRule,
    time::HOUR,
};

const NOW: Timestamp = Timestamp(1_000 * DAY);

fn slot(state: SlotState, card: CardProgress) -> SlotDetail {
    SlotDetail {
        id: "a".into(),
        person_id: "p".into(),
        name: "Ada".to_owned(),
        kind: SlotKind::Interviewer,
        required: true,
        state,
        card,
        asked_at: NOW.plus(-2 * DAY),
        due_at: None,
        nudged_at: None,
        may_nudge: false,
    }
}

fn interview(starts_at: Option<Timestamp>, panel: Vec<SlotDetail>) -> InterviewDetail {
    InterviewDetail {
        id: "i".into(),
        kit: "design".to_owned(),
        kit_name: "Design".to_owned(),
        minutes: 60,
        starts_at,
        zone: None,
        place: String::new(),
        cancelled: false,
        version: 1,
        panel,
    }
}

fn detail(submitted: u64, interviews: Vec<InterviewDetail>) -> LoopDetail {
    LoopDetail {
        row: LoopRow {
            id: "l".into(),
            application_id: "x".into(),
            candidate_id: "c".into(),
            candidate_name: "Noor".to_owned(),
            job_id: "j".into(),
            job_title: "Engineer".to_owned(),
            progress: Progress { submitted, required: 2, overdue: 0 },
            released_at: None,
            started_at: NOW.plus(-5 * DAY),
        },
        plan_id: "v".into(),
        plan_number: 1,
        reveal: RevealRule::PanelComplete,
        brief: String::new(),
        adaptive: false,
        interviews,
        panel_hints: Vec::new(),
        may: LoopRights { manage: true, open: true, packet: false },
        release: None,
        requests: Vec::new(),
        last_to_act: false,
        glass_until: None,
    }
}

fn request(kind: RequestKind) -> LoopRequest {
    LoopRequest {
        id: "r".into(),
        assignment_id: "a".into(),
        who: "Ada".to_owned(),
        kind,
        state: RequestState::Asked,
        colleague: None,
        until: None,
        at: NOW,
    }
}

fn ranks(detail: &LoopDetail) -> Vec<u8> {
    needs(detail, NOW).iter().map(Need::rank).collect()
}

#[test]
fn late_cards_come_before_places_before_answers() {
    let past = Some(NOW.plus(-3 * DAY));
    let next = Some(NOW.plus(5 * DAY));
    let all = detail(
        0,
        vec![
            interview(next, vec![slot(SlotState::Assigned, CardProgress::Due)]),
            interview(next, vec![slot(SlotState::Declined, CardProgress::None)]),
            interview(past, vec![slot(SlotState::Accepted, CardProgress::Overdue)]),
            interview(None, vec![slot(SlotState::Accepted, CardProgress::Due)]),
            interview(past, vec![slot(SlotState::Accepted, CardProgress::Withdrawn)]),
            interview(next, Vec::new()),
        ],
    );
    assert_eq!(ranks(&all), [2, 3, 4, 5, 6, 7]);
}

#[test]
fn what_is_in_hand_needs_nothing() {
    let next = Some(NOW.plus(5 * DAY));
    let quiet = detail(
        1,
        vec![
            interview(next, vec![slot(SlotState::Accepted, CardProgress::Due)]),
            interview(Some(NOW.plus(-HOUR)), vec![slot(SlotState::Accepted, CardProgress::Submitted)]),
            interview(Some(NOW.plus(-HOUR)), vec![slot(SlotState::NoShow, CardProgress::None)]),
        ],
    );
    assert_eq!(needs(&quiet, NOW), []);
}

#[test]
fn a_complete_loop_comes_first_and_a_yes_is_waited_for_a_day() {
    let mut all = detail(2, vec![interview(Some(NOW.plus(5 * DAY)), Vec::new())]);
    let mut fresh = slot(SlotState::Assigned, CardProgress::Due);
    fresh.asked_at = NOW.plus(-HOUR);
    all.interviews[0].panel.push(fresh);
    all.requests = vec![request(RequestKind::Swap), request(RequestKind::MoreTime)];
    assert_eq!(ranks(&all), [0, 1, 8]);
    all.interviews[0].starts_at = Some(NOW.plus(2 * HOUR));
    assert_eq!(ranks(&all), [0, 1, 7, 8]);
}
