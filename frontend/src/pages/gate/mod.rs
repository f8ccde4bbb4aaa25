//! Pages before logging in.

mod login;
mod set_password;
mod setup;

pub use login::LoginPage;
pub use set_password::SetPasswordPage;
pub use setup::SetupPage;
