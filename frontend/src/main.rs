//! The pages that people work in.

mod api;
mod app;
mod components;
mod hooks;
mod pages;
mod routes;
mod shell;
mod state;

fn main() {
    state::theme::Theme::stored().apply();
    let root = web_sys::window().and_then(|w| w.document()).and_then(|d| d.get_element_by_id("app"));
    if let Some(root) = root {
        yew::Renderer::<app::App>::with_root(root).render();
    }
}
