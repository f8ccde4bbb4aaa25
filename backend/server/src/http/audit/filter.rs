//! The filters of the audit, read from the query.

use crate::{db::audit::Filter, failure::Failure, http::operation::Act};
use evenhand_shared::{Code, Timestamp};

/// Their names.
pub const NAMES: [&str; 6] = ["actor", "action", "kind", "job", "from", "until"];

/// Reads them.
pub fn read<B>(act: &Act<'_, B>) -> Result<Filter, Failure> {
    let text = |name| act.parameter(name).filter(|value| !value.is_empty()).map(str::to_owned);
    Ok(Filter {
        actor: text("actor"),
        action: text("action"),
        kind: text("kind"),
        job: text("job"),
        from: instant(text("from"))?,
        until: instant(text("until"))?,
    })
}

fn instant(text: Option<String>) -> Result<Option<i64>, Failure> {
    text.map(|text| {
        Timestamp::parse(&text).map(|at| at.0).ok_or_else(|| {
            Failure::refused(Code::BadRequest, "Write an instant such as 2030-01-07T00:00:00Z.")
        })
    })
    .transpose()
}
