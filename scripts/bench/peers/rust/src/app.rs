use std::collections::HashMap;

use deadpool_postgres::{Manager, ManagerConfig, Pool, RecyclingMethod};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Validation};
use serde::Deserialize;
use tokio_postgres::types::ToSql;
use tokio_postgres::{NoTls, Row};

use crate::Failure;
use crate::error::Problem;

/// They come from the benchmark, the statements too, so that all peers run the same ones.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Settings {
    pub port: u16,
    database_url: String,
    pool_size: usize,
    keys: HashMap<String, String>,
    statements: Statements,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Statements {
    pub callers: HashMap<String, String>,
    pub count_tasks: String,
    pub page_of_tasks: String,
    pub tms_id_by_name: String,
    pub add_task: String,
    pub tms_credentials: String,
    pub add_session: String,
    pub count_julong_users: String,
    pub page_of_julong_users: String,
    pub waste_user: String,
}

pub struct Realm {
    pub encoding: EncodingKey,
    pub decoding: DecodingKey,
    pub validation: Validation,
}

pub struct App {
    pub pool: Pool,
    pub statements: Statements,
    pub realms: HashMap<String, Realm>,
}

impl App {
    pub fn new(settings: Settings) -> Result<Self, Failure> {
        let config = ManagerConfig { recycling_method: RecyclingMethod::Fast };
        let manager = Manager::from_config(settings.database_url.parse()?, NoTls, config);
        let pool = Pool::builder(manager).max_size(settings.pool_size).build()?;
        let realms = settings.keys.into_iter().map(|(name, hex)| Ok((name.clone(), realm(&name, &hex)?)));
        Ok(Self { pool, statements: settings.statements, realms: realms.collect::<Result<_, Failure>>()? })
    }

    pub async fn query_opt(&self, sql: &str, values: &[&(dyn ToSql + Sync)]) -> Result<Option<Row>, Problem> {
        let client = self.pool.get().await?;
        let statement = client.prepare_cached(sql).await?;
        Ok(client.query_opt(&statement, values).await?)
    }

    pub async fn query_one(&self, sql: &str, values: &[&(dyn ToSql + Sync)]) -> Result<Row, Problem> {
        let client = self.pool.get().await?;
        let statement = client.prepare_cached(sql).await?;
        Ok(client.query_one(&statement, values).await?)
    }
}

fn realm(name: &str, hex: &str) -> Result<Realm, Failure> {
    let key = hex::decode(hex)?;
    let mut validation = Validation::new(Algorithm::HS256);
    validation.set_audience(&[name]);
    Ok(Realm { encoding: EncodingKey::from_secret(&key)?, decoding: DecodingKey::from_secret(&key)?, validation })
}
