use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum_extra::TypedHeader;
use axum_extra::headers::Authorization;
use axum_extra::headers::authorization::Bearer;
use jsonwebtoken::{Header, decode, encode};
use serde::{Deserialize, Serialize};
use tokio_postgres::Row;
use uuid::Uuid;

use crate::app::App;
use crate::error::Problem;

const TOKEN_LIFE_SECONDS: u64 = 86_400;

#[derive(Deserialize)]
struct Claims {
    uid: i64,
    #[serde(rename = "gen")]
    generation: i32,
    jti: Uuid,
}

#[derive(Serialize)]
struct NewClaims<'a> {
    sub: &'a str,
    uid: i64,
    #[serde(rename = "gen")]
    generation: i32,
    auth_time: u64,
    iat: u64,
    exp: u64,
    aud: &'a str,
    jti: Uuid,
}

/// The text behind `Authorization: Bearer`.
pub struct Token(String);

impl FromRequestParts<Arc<App>> for Token {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Problem> {
        match TypedHeader::<Authorization<Bearer>>::from_request_parts(parts, app).await {
            Ok(TypedHeader(header)) => Ok(Self(header.token().to_owned())),
            Err(_) => Err(Problem::Refused),
        }
    }
}

impl App {
    /// The row of the account that the token names.
    pub async fn caller(&self, realm: &str, Token(text): Token) -> Result<Row, Problem> {
        let keys = &self.realms[realm];
        let token = decode::<Claims>(&text, &keys.decoding, &keys.validation).map_err(|_| Problem::Refused)?.claims;
        let row = self.query_opt(&self.statements.callers[realm], &[&token.uid, &token.jti]).await?;
        row.filter(|row| holds(&token, row)).ok_or(Problem::Refused)
    }

    pub fn issue(&self, realm: &str, name: &str, id: i64, generation: i32) -> Result<(String, Uuid), Problem> {
        let (jti, iat) = (Uuid::new_v4(), SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs());
        let exp = iat + TOKEN_LIFE_SECONDS;
        let claims = NewClaims { sub: name, uid: id, generation, auth_time: iat, iat, exp, aud: realm, jti };
        Ok((encode(&Header::default(), &claims, &self.realms[realm].encoding)?, jti))
    }
}

/// The last columns of every caller: `disabled`, `generation`, `kept_token`, `revoked`.
fn holds(token: &Claims, row: &Row) -> bool {
    let first = row.len() - 4;
    let (disabled, revoked): (bool, bool) = (row.get(first), row.get(first + 3));
    let (generation, kept): (i32, Option<Uuid>) = (row.get(first + 1), row.get(first + 2));
    !disabled && !revoked && (generation == token.generation || kept == Some(token.jti))
}
