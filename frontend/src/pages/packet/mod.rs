//! Packet.

use crate::components::head::PageHead;
use yew::prelude::*;

/// Properties of the page.
#[derive(Properties, PartialEq)]
pub struct PacketPageProps {
    /// What it is about.
    pub id: String,
}
/// The page.
#[component]
pub fn PacketPage(props: &PacketPageProps) -> Html {
    html! { <div class="page"><PageHead title="Packet" /></div> }
}
