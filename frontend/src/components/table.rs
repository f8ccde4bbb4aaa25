//! Tables with real headers that scroll within themselves when the page is narrow.

use yew::prelude::*;

/// Properties of [`Table`].
#[derive(Properties, PartialEq)]
pub struct TableProps {
    /// What the table lists, for those who hear the page.
    pub caption: AttrValue,
    /// Headings of the columns; a heading that starts with `#` stands over numbers, an empty one over buttons.
    #[prop_or_default]
    pub columns: Vec<AttrValue>,
    /// Headings that do something, each a `<th>`; they stand behind the plain ones.
    #[prop_or_default]
    pub heads: Html,
    /// On a narrow page rows become blocks; cells then name their column with `data-label`.
    #[prop_or_default]
    pub stacked: bool,
    /// Rows: `<tr>` with the first cell as `<th scope="row">`.
    pub children: Html,
}

/// A table.
#[component]
pub fn Table(props: &TableProps) -> Html {
    html! {
        <div class={classes!("table-scroll", props.stacked.then_some("stacked"))} tabindex="0" role="group" aria-label={props.caption.clone()}>
            <table>
                <caption class="visually-hidden">{&props.caption}</caption>
                <thead>
                    <tr>
                        {for props.columns.iter().map(|column| match column.strip_prefix('#') {
                            Some(number) => html! { <th scope="col" class="num">{number}</th> },
                            None if column.is_empty() => html! { <td><span class="visually-hidden">{"Actions"}</span></td> },
                            None => html! { <th scope="col">{column}</th> },
                        })}
                        {props.heads.clone()}
                    </tr>
                </thead>
                <tbody>{props.children.clone()}</tbody>
            </table>
        </div>
    }
}
