//! The pages that people work in.

#![cfg_attr(
    not(feature = "hiring"),
    expect(dead_code, unused_imports, reason = "what only the other pages use stands in the same files")
)]

mod api;
mod app;
mod bundle;
mod components;
mod hooks;
mod pages;
mod routes;
mod shell;
mod state;

fn main() {
    state::theme::Theme::stored().apply();
    state::look::Density::stored().apply();
    let root = web_sys::window().and_then(|w| w.document()).and_then(|d| d.get_element_by_id("app"));
    if let Some(root) = root {
        yew::Renderer::<app::App>::with_root(root).render();
    }
}
