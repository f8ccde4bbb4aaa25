//! The list of stages to move to: a press or a digit, and it is done.

use crate::{
    components::{button::Button, dialog::Dialog},
    hooks::use_focus_when_settled,
};
use web_sys::KeyboardEvent;
use yew::prelude::*;

/// Properties of [`ChooseStage`].
#[derive(Properties, PartialEq)]
pub struct ChooseStageProps {
    /// Whom it is about.
    pub title: AttrValue,
    /// The stages in order.
    pub stages: Vec<AttrValue>,
    /// Where they all stand now; cannot be chosen.
    pub here: Option<AttrValue>,
    /// Hears the choice.
    pub onchoose: Callback<AttrValue>,
    /// Leaves it.
    pub onclose: Callback<()>,
}

/// The dialog.
#[component]
pub fn ChooseStage(props: &ChooseStageProps) -> Html {
    // The list itself has the focus at first, so that a digit is heard.
    let list = use_focus_when_settled();
    let onkeydown = {
        let (stages, here, choose) = (props.stages.clone(), props.here.clone(), props.onchoose.clone());
        Callback::from(move |event: KeyboardEvent| {
            let digit = event.key().parse::<usize>().ok().and_then(|digit| digit.checked_sub(1));
            if let Some(stage) =
                digit.and_then(|n| stages.get(n)).filter(|stage| here.as_ref() != Some(stage))
            {
                event.prevent_default();
                choose.emit(stage.clone());
            }
        })
    };
    html! {
        <Dialog title={props.title.clone()} onclose={props.onclose.clone()}>
            <div class="stage-list" ref={list} tabindex="-1" {onkeydown}>
                {for props.stages.iter().enumerate().map(|(n, stage)| {
                    let onclick = {
                        let (choose, stage) = (props.onchoose.clone(), stage.clone());
                        Callback::from(move |_: MouseEvent| choose.emit(stage.clone()))
                    };
                    let here = props.here.as_ref() == Some(stage);
                    html! {
                        <Button key={stage.as_str()} disabled={here} {onclick}>
                            <kbd aria-hidden="true">{n.saturating_add(1)}</kbd>
                            <span>{stage}{if here { " (now)" } else { "" }}</span>
                        </Button>
                    }
                })}
            </div>
        </Dialog>
    }
}
