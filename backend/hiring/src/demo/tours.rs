//! Guided tours: five steps for each role, leading to real things of the demonstration.
//!
//! Everybody can read every tour before logging in, so no step tells what a blind panelist must not know.

use super::{DemoPlace, DemoStep, DemoTour};

pub(super) fn tours() -> Vec<DemoTour> {
    let mut tours = vec![
        administrator("olena", "tomas"),
        recruiter("samir", "backend-engineer", "elena", "mei", "noor"),
        recruiter("nadia", "product-designer", "ayumi", "nikolai", "chidi"),
        manager("marta", "backend-engineer", ("noor", "elena"), DemoPlace::Loop("jonas")),
        manager("jules", "product-designer", ("chidi", "bruno"), DemoPlace::OwnOpen),
        manager("bongani", "customer-support-lead", ("ibrahim", "gustavo"), DemoPlace::Loop("jasmin")),
    ];
    let packets = [
        ("tomas", "noor"),
        ("ines", "kofi"),
        ("dele", "kofi"),
        ("aiko", "noor"),
        ("ruth", "kofi"),
        ("wen", "esi"),
    ];
    tours.extend(packets.map(|(person, packet)| interviewer(person, packet)));
    tours
}

const fn step(title: &'static str, text: &'static str, link: &'static str, to: DemoPlace) -> DemoStep {
    DemoStep { title, text, link, to }
}

fn administrator(person: &'static str, colleague: &'static str) -> DemoTour {
    let steps = [
        step(
            "People and their roles",
            "Everybody gets in by a link that you hand over; it can be sent again and taken back. A role says what somebody may do here, a hiring team for which job.",
            "Go to the people",
            DemoPlace::Page("/people"),
        ),
        step(
            "One person",
            "Roles, teams, working hours and leave stand here. When somebody goes, deactivating them asks who takes over each duty; nothing that they wrote is lost.",
            "Go to this person",
            DemoPlace::Person(colleague),
        ),
        step(
            "What your role does not open",
            "Administrators read no scorecards, no packets and no candidates. Whoever needs more gets another role, and the log says so.",
            "Go to your own rights",
            DemoPlace::Page("/profile"),
        ),
        step(
            "The career ladder",
            "You write what each level asks for and pays; everyone inside reads it. A job stands on one of its levels, and a band that reaches outside is pointed out.",
            "Go to the career ladder",
            DemoPlace::Page("/ladder"),
        ),
        step(
            "Who did what",
            "Every act that matters stands in a log that nobody can change, you included: identifiers and words, never ratings or what somebody wrote about a candidate.",
            "Go to the log",
            DemoPlace::Page("/audit"),
        ),
    ];
    DemoTour { person: person.into(), steps }
}

fn recruiter(
    person: &'static str,
    job: &'static str,
    stuck: &'static str,
    next: &'static str,
    packet: &'static str,
) -> DemoTour {
    let steps = [
        step(
            "What needs you now",
            "Your home page names what waits for you. It leaves out every candidate on whom you owe a scorecard yourself.",
            "Go to the home page",
            DemoPlace::Page("/"),
        ),
        step(
            "Candidates and their stages",
            "Move somebody with the pointer or with m, and take it back with u. A stage is a matter for the hiring team: interviewers keep seeing the one from the day they were asked.",
            "Go to the board",
            DemoPlace::Board(job),
        ),
        step(
            "A loop that is stuck",
            "Look for the place that holds this loop up, and for what you can do about it. You see who has sealed a scorecard, and not a word of it.",
            "Go to this loop",
            DemoPlace::Loop(stuck),
        ),
        step(
            "Starting a loop",
            "The plan's conversations are here already; choose people and times. From the start on, plan, rubrics and the rule for revealing stay as they are.",
            "Go to a candidate without a loop",
            DemoPlace::StartLoop(next),
        ),
        step(
            "A packet after the release",
            "Ratings stand beside each other with their evidence, disagreements first. Nobody could read this before it was released, you included.",
            "Go to this packet",
            DemoPlace::Packet(packet),
        ),
    ];
    DemoTour { person: person.into(), steps }
}

fn manager(
    person: &'static str,
    job: &'static str,
    (packet, sealed): (&'static str, &'static str),
    hidden: DemoPlace,
) -> DemoTour {
    let unseen = if hidden == DemoPlace::OwnOpen {
        step(
            "When you owe a scorecard yourself",
            "You are on this candidate's panel, so your rights as hiring manager rest until your scorecard is sealed. Until then you are blind like everybody on the panel.",
            "Go to your scorecard",
            hidden,
        )
    } else {
        step(
            "What stays sealed",
            "You see how many scorecards are in, and neither a rating nor a word. So the panel cannot learn from you what you do not know.",
            "Go to a sealed loop",
            hidden,
        )
    };
    let steps = [
        step(
            "The plan comes first",
            "Look at the outcomes, the competencies with their weights, and the bar. They were written down before anybody was interviewed.",
            "Go to your job",
            DemoPlace::Job(job),
        ),
        step(
            "A packet with a disagreement",
            "On top stands where people lie on opposite sides of the bar. Read what each of them saw before you look at the mean.",
            "Go to this packet",
            DemoPlace::Packet(packet),
        ),
        unseen,
        step(
            "Opening a loop",
            "Only you can open it before its rule does. It asks for a reason each time, so that the question itself gives nothing away; whoever still owes a scorecard goes on seeing nothing.",
            "Go to this loop",
            DemoPlace::Loop(sealed),
        ),
        step(
            "What needs you now",
            "Your home page brings these things to you. You can leave the tour and look around; nothing that you do here is real.",
            "Go to the home page",
            DemoPlace::Page("/"),
        ),
    ];
    DemoTour { person: person.into(), steps }
}

fn interviewer(person: &'static str, packet: &'static str) -> DemoTour {
    let steps = [
        step(
            "Your interviews",
            "Everything you were asked to do, and nothing about anybody else: no other panelist, no decision.",
            "Go to my interviews",
            DemoPlace::Page("/interviews"),
        ),
        step(
            "Evidence, then a rating",
            "Write what you saw and heard. The rating comes after it, and each level says what it means. A draft saves itself, and only you can read it.",
            "Go to a scorecard of yours",
            DemoPlace::OwnOpen,
        ),
        step(
            "What blind means",
            "Until you have submitted, nothing that you are sent depends on what others wrote, whether they wrote, or when. This page is the same in either case.",
            "Go to the home page",
            DemoPlace::Page("/"),
        ),
        step(
            "A sealed scorecard",
            "Ten seconds for a misclick, then it is sealed. You can still amend it with a reason; what you first wrote remains beside it.",
            "Go to a sealed scorecard",
            DemoPlace::OwnSealed,
        ),
        step(
            "The others' evidence",
            "This loop was released after your scorecard was in. Now you read what the others saw, each in their own words.",
            "Go to this packet",
            DemoPlace::Packet(packet),
        ),
    ];
    DemoTour { person: person.into(), steps }
}
