use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, Query, State};
use chrono::{DateTime, SecondsFormat, Utc};
use serde::{Deserialize, Serialize, Serializer};
use tokio_postgres::Row;

use crate::app::App;
use crate::error::Problem;
use crate::page::Page;
use crate::token::Token;

/// `2024-06-01T00:04:06.654Z`
fn utc<S: Serializer>(time: &DateTime<Utc>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&time.to_rfc3339_opts(SecondsFormat::Millis, true))
}

#[derive(Serialize)]
pub struct JulongUser {
    id: i64,
    username: String,
    mobile: String,
    r#type: i16,
    email: String,
    #[serde(serialize_with = "utc")]
    create_time: DateTime<Utc>,
    mg_state: bool,
    role_name: String,
}

impl From<&Row> for JulongUser {
    fn from(row: &Row) -> Self {
        Self {
            id: row.get(0),
            username: row.get(1),
            mobile: row.get(2),
            r#type: row.get(3),
            email: row.get(4),
            create_time: row.get(5),
            mg_state: !row.get::<_, bool>(6),
            role_name: row.get(7),
        }
    }
}

#[derive(Deserialize)]
pub struct JulongQuery {
    pagenum: i64,
    pagesize: i64,
}

#[derive(Serialize)]
pub struct JulongPage {
    total: i32,
    pagenum: i64,
    users: Vec<JulongUser>,
}

#[derive(Serialize)]
pub struct Meta {
    message: &'static str,
    status: u16,
}

#[derive(Serialize)]
pub struct JulongAnswer {
    data: JulongPage,
    meta: Meta,
}

pub async fn list_julong_users(
    State(app): State<Arc<App>>,
    token: Token,
    Query(JulongQuery { pagenum, pagesize }): Query<JulongQuery>,
) -> Result<Json<JulongAnswer>, Problem> {
    if !app.caller("julong", token).await?.get::<_, bool>("may_read") {
        return Err(Problem::Forbidden);
    }
    let page = Page::new(pagenum, pagesize)?;
    let statements = &app.statements;
    let (total, rows) =
        app.list_with_total(&statements.count_julong_users, &statements.page_of_julong_users, &page).await?;
    let users = rows.iter().map(JulongUser::from).collect();
    let meta = Meta { message: "获取成功", status: 200 };
    Ok(Json(JulongAnswer { data: JulongPage { total, pagenum, users }, meta }))
}

#[derive(Serialize)]
pub struct WasteUser {
    id: i64,
    username: String,
    role: i32,
    points: i32,
    status: u8,
}

pub async fn get_waste_user(
    State(app): State<Arc<App>>,
    token: Token,
    Path(id): Path<i64>,
) -> Result<Json<WasteUser>, Problem> {
    if app.caller("waste-sorting", token).await?.get::<_, i32>("role_id") != 1 {
        return Err(Problem::Forbidden);
    }
    let row = app.query_opt(&app.statements.waste_user, &[&id]).await?.ok_or(Problem::NotFound)?;
    Ok(Json(WasteUser {
        id: row.get(0),
        username: row.get(1),
        role: row.get(2),
        points: row.get(3),
        status: row.get::<_, bool>(4).into(),
    }))
}

#[derive(Serialize)]
pub struct Profile {
    email: String,
    first_name: Option<String>,
    last_name: Option<String>,
    phone_number: Option<String>,
}

pub async fn profile(State(app): State<Arc<App>>, token: Token) -> Result<Json<Profile>, Problem> {
    let row = app.caller("user-login", token).await?;
    Ok(Json(Profile { email: row.get(0), first_name: row.get(1), last_name: row.get(2), phone_number: row.get(3) }))
}
