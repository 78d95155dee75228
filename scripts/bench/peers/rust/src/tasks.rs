use std::sync::Arc;

use axum::Json;
use axum::extract::rejection::JsonRejection;
use axum::extract::{Query, State};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize, Serializer};
use tokio_postgres::Row;
use tokio_postgres::types::ToSql;

use crate::app::App;
use crate::error::Problem;
use crate::page::Page;
use crate::tms::{Answer, china, envelope, found};
use crate::token::Token;

/// `50.5`, and `50` where there is no fraction.
fn plain<S: Serializer>(number: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    if number.fract() == 0.0 { serializer.serialize_i64(*number as i64) } else { serializer.serialize_f64(*number) }
}

#[derive(Serialize)]
pub struct Task {
    #[serde(serialize_with = "china")]
    created_time: DateTime<Utc>,
    #[serde(serialize_with = "china")]
    updated_time: DateTime<Utc>,
    id: i64,
    description: String,
    detail: String,
    r#type: String,
    #[serde(serialize_with = "plain")]
    price: f64,
    status: String,
    publisher: String,
    assignee: Option<String>,
}

impl From<&Row> for Task {
    fn from(row: &Row) -> Self {
        Self {
            id: row.get(0),
            description: row.get(1),
            detail: row.get(2),
            r#type: row.get(3),
            price: row.get(4),
            status: row.get(5),
            publisher: row.get(6),
            assignee: row.get(7),
            created_time: row.get(8),
            updated_time: row.get(9),
        }
    }
}

#[derive(Deserialize)]
pub struct TaskQuery {
    page: i64,
    limit: i64,
}

#[derive(Serialize)]
pub struct Tasks {
    total: i32,
    tasks: Vec<Task>,
}

pub async fn list(
    State(app): State<Arc<App>>,
    token: Token,
    Query(TaskQuery { page, limit }): Query<TaskQuery>,
) -> Answer<Tasks> {
    app.caller("tms", token).await?;
    let page = Page::new(page, limit)?;
    let (total, rows) = app.list_with_total(&app.statements.count_tasks, &app.statements.page_of_tasks, &page).await?;
    Ok(found(Tasks { total, tasks: rows.iter().map(Task::from).collect() }))
}

#[derive(Deserialize)]
pub struct NewTask {
    description: String,
    #[serde(default)]
    detail: String,
    #[serde(default)]
    r#type: String,
    #[serde(default)]
    price: f64,
    #[serde(default = "to_do")]
    status: String,
    assignee: Option<String>,
}

fn to_do() -> String {
    "待办".to_owned()
}

impl NewTask {
    fn is_valid(&self) -> bool {
        is_text(&self.description, 200)
            && self.detail.chars().count() <= 10_000
            && self.r#type.chars().count() <= 100
            && (0.0..=99_999_999.99).contains(&self.price)
            && ["待办", "进行中", "已完成"].contains(&self.status.as_str())
            && self.assignee.as_ref().is_none_or(|name| is_text(name, 64))
    }
}

fn is_text(text: &str, longest: usize) -> bool {
    !text.trim().is_empty() && text.chars().count() <= longest
}

pub async fn create(
    State(app): State<Arc<App>>,
    token: Token,
    input: Result<Json<NewTask>, JsonRejection>,
) -> Answer<Task> {
    let publisher: i64 = app.caller("tms", token).await?.get(0);
    let Ok(Json(task)) = input else { return Err(Problem::Invalid) };
    if !task.is_valid() {
        return Err(Problem::Invalid);
    }
    let assignee: Option<i64> = match &task.assignee {
        None => None,
        Some(name) => {
            let row = app.query_opt(&app.statements.tms_id_by_name, &[&name.to_lowercase()]).await?;
            Some(row.ok_or(Problem::Invalid)?.get(0))
        }
    };
    let NewTask { description, detail, r#type, price, status, .. } = &task;
    let values: [&(dyn ToSql + Sync); 7] = [description, detail, r#type, price, status, &publisher, &assignee];
    let row = app.query_one(&app.statements.add_task, &values).await?;
    Ok(envelope("新增成功", Task::from(&row)))
}
