use crate::{answer, read, text_of};
use openapi::apis::{configuration::Configuration, rights_api, session_api};
use serde_json::Value;

pub async fn call(configuration: &Configuration, operation: &str, path: &Value, body: &Value) -> Value {
    match operation {
        "login" => answer(session_api::login(configuration, read(body)).await),
        "getRole" => answer(rights_api::get_role(configuration, read(&path["id"])).await),
        "createRole" => answer(rights_api::create_role(configuration, read(body)).await),
        other => panic!("{other} is not in the scenario"),
    }
}
