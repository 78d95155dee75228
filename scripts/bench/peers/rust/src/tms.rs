use std::net::SocketAddr;
use std::sync::Arc;

use axum::extract::{ConnectInfo, State};
use axum::http::HeaderMap;
use axum::http::header::USER_AGENT;
use axum::{Form, Json};
use chrono::{DateTime, FixedOffset, SecondsFormat, Utc};
use serde::{Deserialize, Serialize, Serializer};

use crate::app::App;
use crate::error::Problem;
use crate::token::Token;

pub type Answer<T> = Result<Json<Envelope<T>>, Problem>;

/// What tms puts around its answers.
#[derive(Serialize)]
pub struct Envelope<T> {
    code: u16,
    message: &'static str,
    data: T,
}

pub fn envelope<T>(message: &'static str, data: T) -> Json<Envelope<T>> {
    Json(Envelope { code: 200, message, data })
}

pub fn found<T>(data: T) -> Json<Envelope<T>> {
    envelope("查询成功", data)
}

/// `2024-06-01T08:04:06.654597+08:00`
pub fn china<S: Serializer>(time: &DateTime<Utc>, serializer: S) -> Result<S::Ok, S::Error> {
    const CHINA: FixedOffset = FixedOffset::east_opt(8 * 3600).unwrap();
    serializer.serialize_str(&time.with_timezone(&CHINA).to_rfc3339_opts(SecondsFormat::Micros, false))
}

#[derive(Serialize)]
pub struct User {
    #[serde(serialize_with = "china")]
    created_time: DateTime<Utc>,
    #[serde(serialize_with = "china")]
    updated_time: DateTime<Utc>,
    id: i64,
    username: String,
    nickname: String,
    gender: String,
    telephone: String,
}

pub async fn me(State(app): State<Arc<App>>, token: Token) -> Answer<User> {
    let row = app.caller("tms", token).await?;
    Ok(found(User {
        id: row.get(0),
        username: row.get(1),
        created_time: row.get(2),
        updated_time: row.get(3),
        nickname: row.get(4),
        gender: row.get(5),
        telephone: row.get(6),
    }))
}

#[derive(Deserialize)]
pub struct Credentials {
    username: String,
    password: String,
}

#[derive(Serialize)]
pub struct LoggedIn {
    username: String,
    token: String,
    access_token: String,
}

pub async fn login(
    State(app): State<Arc<App>>,
    ConnectInfo(address): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    Form(Credentials { username, password }): Form<Credentials>,
) -> Answer<LoggedIn> {
    let row = app.query_opt(&app.statements.tms_credentials, &[&username.to_lowercase()]).await?;
    let row = row.ok_or(Problem::Refused)?;
    let (id, name, hash): (i64, String, String) = (row.get(0), row.get(1), row.get(2));
    let (generation, disabled): (i32, bool) = (row.get(3), row.get(4));
    if !tokio::task::spawn_blocking(move || bcrypt::verify(password, &hash)).await?? || disabled {
        return Err(Problem::Refused);
    }
    let (token, jti) = app.issue("tms", &name, id, generation)?;
    let agent = headers.get(USER_AGENT).and_then(|value| value.to_str().ok());
    app.query_opt(&app.statements.add_session, &[&jti, &id, &address.ip().to_string(), &agent]).await?;
    Ok(envelope("登录成功", LoggedIn { username: name, token: format!("bearer {token}"), access_token: token }))
}
