//! The guided tour of a demonstration: a few steps that lead to real things, left and taken up at any moment.

use super::demo::Banner;
use crate::{components::link::Go, routes::Route, state::kept};
use evenhand_shared::about::DemoAccount;
use web_sys::HtmlElement;
use yew::prelude::*;
use yew_router::Routable;

/// Where somebody stands in their tour.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Stand {
    step: usize,
    left: bool,
}

impl Stand {
    /// As it was kept; whoever has not seen the tour yet begins it.
    fn kept(name: &str) -> Self {
        let kept = kept::find(name).unwrap_or_default();
        let (left, step) = kept.strip_prefix("left ").map_or((false, &*kept), |step| (true, step));
        Self { step: step.parse().unwrap_or(0), left }
    }

    fn keep(self, name: &str) {
        let step = self.step;
        kept::keep(name, Some(&if self.left { format!("left {step}") } else { step.to_string() }));
    }
}

/// Properties of [`Tour`].
#[derive(Properties, PartialEq)]
pub struct TourProps {
    /// Whose tour.
    pub account: DemoAccount,
}

/// The tour, and the banner from which it is taken up again.
#[component]
pub fn Tour(props: &TourProps) -> Html {
    let name = format!("evenhand.tour.{}", props.account.email);
    let stand = use_state(|| Stand::kept(&name));
    let again = use_node_ref();
    let leaves = use_mut_ref(|| false);
    use_effect_with(stand.left, {
        let (again, leaves) = (again.clone(), leaves.clone());
        move |left| {
            // The button that was pressed is gone: the focus goes to the one that brings the tour back.
            if let (true, true, Some(button)) = (*left, *leaves.borrow(), again.cast::<HtmlElement>()) {
                // An element that cannot take the focus is left alone.
                let _ = button.focus();
            }
        }
    });
    let to = {
        let (stand, name) = (stand.clone(), name);
        move |next: Stand| {
            let (stand, name, leaves) = (stand.clone(), name.clone(), leaves.clone());
            Callback::from(move |_: MouseEvent| {
                *leaves.borrow_mut() = next.left;
                next.keep(&name);
                stand.set(next);
            })
        }
    };
    let steps = &props.account.tour;
    let number = stand.step.min(steps.len().saturating_sub(1));
    let at = |step| Stand { step, left: false };
    let (first, last) = (number == 0, number.saturating_add(1) == steps.len());
    let onward = if last { Stand { step: 0, left: true } } else { at(number.saturating_add(1)) };
    let panel = steps.get(number).filter(|_| !stand.left).map(|step| {
        html! {
            <section class="tour" aria-label="Guided tour">
                <div aria-live="polite">
                    <p class="tour-count">{format!("Guided tour, step {} of {}", number.saturating_add(1), steps.len())}</p>
                    <p><strong>{step.title.clone()}</strong></p>
                    <p>{step.text.clone()}</p>
                </div>
                if let Some(route) = Route::recognize(&step.path) {
                    <p><Go to={route}>{step.link.clone()}</Go></p>
                }
                <div class="tour-acts">
                    <button type="button" class="button" aria-disabled={first.then_some("true")} onclick={to(at(number.saturating_sub(1)))}>{"Back"}</button>
                    <button type="button" class="button" onclick={to(onward)}>{if last { "Finish" } else { "Next" }}</button>
                    <button type="button" class="button quiet" onclick={to(Stand { step: number, left: true })}>{"Leave the tour"}</button>
                </div>
            </section>
        }
    });
    html! {
        <>
            {panel.unwrap_or_default()}
            <Banner>
                if stand.left {
                    <button ref={again} type="button" class="demo-tour" onclick={to(at(number))}>{"Take the guided tour"}</button>
                }
            </Banner>
        </>
    }
}
