use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::json;

/// An answer that is not 200.
pub enum Problem {
    Refused,
    Forbidden,
    NotFound,
    Invalid,
    Internal(String),
}

impl<E: std::error::Error> From<E> for Problem {
    fn from(error: E) -> Self {
        Self::Internal(error.to_string())
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let (status, body) = match self {
            Self::Refused => (StatusCode::UNAUTHORIZED, json!({ "detail": "Could not validate credentials" })),
            Self::Forbidden => (StatusCode::FORBIDDEN, json!({ "message": "Forbidden" })),
            Self::NotFound => (StatusCode::NOT_FOUND, json!({ "message": "用户不存在" })),
            Self::Invalid => (StatusCode::UNPROCESSABLE_ENTITY, json!({ "code": 422, "message": "请求参数错误" })),
            Self::Internal(error) => {
                tracing::error!(error, "request failed");
                (StatusCode::INTERNAL_SERVER_ERROR, json!({ "message": "Internal Server Error" }))
            }
        };
        (status, Json(body)).into_response()
    }
}
