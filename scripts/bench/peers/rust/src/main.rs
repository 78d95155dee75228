//! What the benchmark compares the server with in Rust: axum and tokio-postgres.

mod app;
mod error;
mod others;
mod page;
mod tasks;
mod tms;
mod token;

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use axum::Router;
use axum::extract::Request;
use axum::middleware::{self, Next};
use axum::response::Response;
use axum::routing::{get, post};
use axum::serve::ListenerExt;
use tokio::net::TcpListener;

use app::{App, Settings};

type Failure = Box<dyn std::error::Error + Send + Sync>;

#[tokio::main]
async fn main() -> Result<(), Failure> {
    tracing_subscriber::fmt().json().init();
    let settings: Settings = serde_json::from_str(&std::env::var("BENCH_PEER")?)?;
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, settings.port)).await?.tap_io(|connection| {
        if let Err(error) = connection.set_nodelay(true) {
            tracing::warn!(%error, "no TCP_NODELAY");
        }
    });
    let service = routes(Arc::new(App::new(settings)?)).into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).await?;
    Ok(())
}

fn routes(app: Arc<App>) -> Router {
    Router::new()
        .route("/tms/user/me", get(tms::me))
        .route("/tms/task/list", get(tasks::list))
        .route("/tms/task/create", post(tasks::create))
        .route("/tms/login", post(tms::login))
        .route("/api/private/v1/user", get(others::list_julong_users))
        .route("/api/admin/users/{id}", get(others::get_waste_user))
        .route("/api/me", get(others::profile))
        .layer(middleware::from_fn(log_request))
        .with_state(app)
}

/// One line when a request is answered.
async fn log_request(request: Request, next: Next) -> Response {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let from = Instant::now();
    let request_id = COUNT.fetch_add(1, Ordering::Relaxed);
    let method = request.method().clone();
    let response = next.run(request).await;
    let status = response.status().as_u16();
    let duration_ms = from.elapsed().as_secs_f64() * 1000.0;
    tracing::info!(request_id, %method, status, duration_ms, "request");
    response
}
