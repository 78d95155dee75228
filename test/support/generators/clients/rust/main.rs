//! Calls the operations of a scenario, in order, through the client that was generated, and prints the answers.
mod api;

use openapi::apis::{configuration::Configuration, Error, ResponseContent};
use serde::{de::DeserializeOwned, Serialize};
use serde_json::{json, Value};

#[tokio::main]
async fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let text = std::fs::read_to_string(&arguments[2]).unwrap();
    let scenario: Value = serde_json::from_str(&text).unwrap();
    let mut configuration = Configuration::new();
    configuration.base_path = arguments[1].clone();
    let mut answers = Vec::new();
    for call in scenario["calls"].as_array().unwrap() {
        let operation = call["operation"].as_str().unwrap();
        let answer = api::call(&configuration, operation, &call["path"], &call["body"]).await;
        if answers.is_empty() {
            let keys = scenario["token"].as_array().unwrap();
            let found = keys.iter().fold(&answer["body"], |node, key| &node[text_of(key)]);
            configuration.bearer_access_token = Some(text_of(found).to_string());
        }
        answers.push(answer);
    }
    println!("{}", Value::Array(answers));
}

/// A value of the type, as a client would write it.
pub fn read<T: DeserializeOwned>(value: &Value) -> T {
    serde_json::from_value(value.clone()).unwrap()
}

pub fn text_of(value: &Value) -> &str {
    value.as_str().unwrap()
}

pub fn answer<T: Serialize + std::fmt::Debug, E: Serialize + std::fmt::Debug>(
    result: Result<ResponseContent<T>, Error<E>>,
) -> Value {
    match result {
        Ok(ResponseContent { status, entity: Some(entity), .. }) => typed(status.as_u16(), entity),
        Err(Error::ResponseError(ResponseContent { status, entity: Some(entity), .. })) => {
            typed(status.as_u16(), entity)
        }
        Ok(other) => panic!("{} {}", other.status, other.content),
        Err(other) => panic!("{other:?}"),
    }
}

fn typed<T: Serialize + std::fmt::Debug>(status: u16, entity: T) -> Value {
    // What has the form of no schema of the operation is kept under this name.
    let shown = format!("{entity:?}");
    assert!(!shown.starts_with("UnknownValue"), "{status} {shown}");
    json!({ "status": status, "body": entity })
}
