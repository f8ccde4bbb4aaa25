//! Access tokens: short-lived, signed with one fixed algorithm, checked against the injected clock.

use evenhand_shared::{PersonId, SessionId, Timestamp, time::MINUTE};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation, decode, encode};
use serde::{Deserialize, Serialize};

/// How long an access token lives.
pub const LIFETIME: i64 = 5 * MINUTE;
const ISSUER: &str = "evenhand";
const AUDIENCE: &str = "evenhand-api";
const KIND: &str = "at+jwt";

/// Who asks, and in which session; times in whole seconds.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Claims {
    iss: String,
    aud: String,
    typ: String,
    /// The person.
    pub sub: String,
    /// The session.
    pub sid: String,
    iat: i64,
    nbf: i64,
    exp: i64,
}

impl Claims {
    /// The person.
    #[must_use]
    pub fn person(&self) -> PersonId {
        self.sub.as_str().into()
    }

    /// The session.
    #[must_use]
    pub fn session(&self) -> SessionId {
        self.sid.as_str().into()
    }
}

/// Signs a token; answers it with the instant at which it stops working.
pub fn issue(
    key: &[u8],
    person: &PersonId,
    session: &SessionId,
    now: Timestamp,
) -> Result<(String, Timestamp), String> {
    let iat = now.0.div_euclid(1_000_000);
    let exp = iat.saturating_add(LIFETIME / 1_000_000);
    let claims = Claims {
        iss: ISSUER.to_owned(),
        aud: AUDIENCE.to_owned(),
        typ: KIND.to_owned(),
        sub: person.as_str().to_owned(),
        sid: session.as_str().to_owned(),
        iat,
        nbf: iat,
        exp,
    };
    let token = encode(&Header::new(Algorithm::HS256), &claims, &EncodingKey::from_secret(key))
        .map_err(|e| format!("token: {e}"))?;
    Ok((token, Timestamp(exp.saturating_mul(1_000_000))))
}

/// Checks a token. The algorithm is ours, never the token's; times are checked here, against the injected clock.
#[must_use]
pub fn check(key: &[u8], token: &str, now: Timestamp) -> Option<Claims> {
    let mut rules = Validation::new(Algorithm::HS256);
    rules.validate_exp = false;
    rules.validate_nbf = false;
    rules.set_issuer(&[ISSUER]);
    rules.set_audience(&[AUDIENCE]);
    rules.set_required_spec_claims(&["exp", "nbf", "iss", "aud", "sub"]);
    let claims = decode::<Claims>(token, &DecodingKey::from_secret(key), &rules).ok()?.claims;
    let seconds = now.0.div_euclid(1_000_000);
    let in_time = claims.nbf <= seconds && seconds < claims.exp;
    (in_time && claims.typ == KIND).then_some(claims)
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &[u8] = &[1; 32];
    const NOW: Timestamp = Timestamp(1_000_000_000_000_000);

    #[test]
    fn a03_only_our_own_fresh_tokens_pass() {
        let (token, until) = issue(KEY, &"p".into(), &"s".into(), NOW).unwrap();
        assert!(check(KEY, &token, NOW).is_some());
        assert!(check(KEY, &token, until.plus(-1)).is_some());
        assert!(check(KEY, &token, until).is_none());
        assert!(check(KEY, &token, NOW.plus(-MINUTE)).is_none());
        assert!(check(&[2; 32], &token, NOW).is_none());
        let parts: Vec<&str> = token.split('.').collect();
        // {"alg":"none"}
        assert!(check(KEY, &format!("eyJhbGciOiJub25lIn0.{}.", parts[1]), NOW).is_none());
        assert!(check(KEY, &format!("{}.{}.AAAA", parts[0], parts[1]), NOW).is_none());
        assert!(check(KEY, "", NOW).is_none());
    }

    #[test]
    fn a03_string_times_and_other_kinds_are_refused() {
        let sign = |claims: serde_json::Value| {
            encode(&Header::new(Algorithm::HS256), &claims, &EncodingKey::from_secret(KEY)).unwrap()
        };
        let good = serde_json::json!({"iss": "evenhand", "aud": "evenhand-api", "typ": "at+jwt", "sub": "p", "sid": "s",
            "iat": 999_999_999, "nbf": 999_999_999, "exp": 1_000_000_100});
        assert!(check(KEY, &sign(good.clone()), NOW).is_some());
        for (name, value) in [
            ("exp", serde_json::json!("1000000100")),
            ("typ", serde_json::json!("rt")),
            ("aud", serde_json::json!("mail")),
            ("nbf", serde_json::json!(1_000_000_050)),
        ] {
            let mut bad = good.clone();
            bad[name] = value;
            assert!(check(KEY, &sign(bad), NOW).is_none(), "{name}");
        }
    }
}
