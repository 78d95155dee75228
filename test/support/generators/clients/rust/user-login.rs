use crate::{answer, read, text_of};
use openapi::apis::{configuration::Configuration, users_api};
use serde_json::Value;

pub async fn call(configuration: &Configuration, operation: &str, path: &Value, body: &Value) -> Value {
    match operation {
        "login" => answer(users_api::login(configuration, read(body)).await),
        "getCurrentUser" => answer(users_api::get_current_user(configuration).await),
        "register" => answer(users_api::register(configuration, read(body)).await),
        other => panic!("{other} is not in the scenario"),
    }
}
