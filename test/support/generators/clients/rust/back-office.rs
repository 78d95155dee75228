use crate::{answer, read, text_of};
use openapi::apis::{configuration::Configuration, admins_api, session_api};
use serde_json::Value;

pub async fn call(configuration: &Configuration, operation: &str, path: &Value, body: &Value) -> Value {
    match operation {
        "login" => answer(session_api::login(configuration, read(body)).await),
        "listRoles" => answer(admins_api::list_roles(configuration).await),
        "createAdmin" => answer(admins_api::create_admin(configuration, read(body)).await),
        "removeAdmin" => answer(admins_api::remove_admin(configuration, text_of(&path["id"])).await),
        other => panic!("{other} is not in the scenario"),
    }
}
