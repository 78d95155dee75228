use crate::{answer, read, text_of};
use openapi::apis::{configuration::Configuration, administration_api, users_api};
use serde_json::Value;

pub async fn call(configuration: &Configuration, operation: &str, path: &Value, body: &Value) -> Value {
    match operation {
        "login" => answer(users_api::login(configuration, read(body)).await),
        "listUsers" => answer(administration_api::list_users(configuration, None, None).await),
        "createAdministrator" => {
            answer(administration_api::create_administrator(configuration, read(body)).await)
        }
        "getUser" => {
            let id = read(&path["user_id"]);
            answer(administration_api::get_user(configuration, id).await)
        }
        other => panic!("{other} is not in the scenario"),
    }
}
