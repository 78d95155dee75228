use tokio_postgres::Row;
use tokio_postgres::types::ToSql;

use crate::app::App;
use crate::error::Problem;

pub struct Page {
    pub number: i64,
    pub size: i64,
}

impl Page {
    pub fn new(number: i64, size: i64) -> Result<Self, Problem> {
        if number >= 1 && (1..=100).contains(&size) { Ok(Self { number, size }) } else { Err(Problem::Invalid) }
    }
}

impl App {
    /// The total and the rows of a page, asked for in one round trip.
    pub async fn list_with_total(&self, count: &str, rows: &str, page: &Page) -> Result<(i32, Vec<Row>), Problem> {
        let client = self.pool.get().await?;
        let (count, rows) = tokio::try_join!(client.prepare_cached(count), client.prepare_cached(rows))?;
        let values: [&(dyn ToSql + Sync); 2] = [&page.size, &((page.number - 1) * page.size)];
        let (total, rows) = tokio::try_join!(client.query_one(&count, &[]), client.query(&rows, &values))?;
        Ok((total.get(0), rows))
    }
}
