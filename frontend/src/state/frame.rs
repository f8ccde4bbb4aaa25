//! What a page tells the frame about itself: where it stands and which keys it has.

use crate::routes::Route;
use std::rc::Rc;
use yew::prelude::*;

/// One step of the breadcrumb.
#[derive(Clone, PartialEq)]
pub struct Crumb {
    /// Its words.
    pub label: AttrValue,
    /// Where it leads; the last step leads nowhere.
    pub to: Option<Route>,
}

impl Crumb {
    /// A step that leads somewhere.
    pub fn to(label: impl Into<AttrValue>, route: Route) -> Self {
        Self { label: label.into(), to: Some(route) }
    }
}

/// A key of the page and what it does.
pub type Key = (AttrValue, AttrValue);

/// What the frame shows.
#[derive(Clone, PartialEq, Default)]
pub struct Frame {
    /// Steps down to this page.
    pub crumbs: Vec<Crumb>,
    /// Keys of this page.
    pub keys: Vec<Key>,
}

impl Reducible for Frame {
    type Action = Self;

    fn reduce(self: Rc<Self>, next: Self) -> Rc<Self> {
        Rc::new(next)
    }
}

/// The way for a page to tell the frame. Its own type, so that pages are not drawn again when the frame is.
pub type TellFrame = UseReducerDispatcher<Frame>;
