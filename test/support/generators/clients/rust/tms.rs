use crate::{answer, read, text_of};
use openapi::apis::{configuration::Configuration, session_api, tasks_api, users_api};
use serde_json::Value;

pub async fn call(configuration: &Configuration, operation: &str, path: &Value, body: &Value) -> Value {
    match operation {
        "login" => {
            let (username, password) = (text_of(&body["username"]), text_of(&body["password"]));
            answer(session_api::login(configuration, username, password).await)
        }
        "getCurrentUser" => answer(users_api::get_current_user(configuration).await),
        "createTask" => answer(tasks_api::create_task(configuration, read(body)).await),
        "getTask" => answer(tasks_api::get_task(configuration, read(&path["id"])).await),
        other => panic!("{other} is not in the scenario"),
    }
}
