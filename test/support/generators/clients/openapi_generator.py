"""Calls the operations of a scenario, in order, through the client that was generated, and prints the answers."""
import importlib
import json
import pkgutil
import re
import sys

import openapi_client as generated

origin, file = sys.argv[1:]
for module in pkgutil.walk_packages(generated.__path__, "openapi_client."):
    importlib.import_module(module.name)
scenario = json.load(open(file, encoding="utf-8"))


def snake(name):
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def plain(value):
    if isinstance(value, list):
        return [plain(one) for one in value]
    return json.loads(value.to_json()) if hasattr(value, "to_json") else value


def call(step, token):
    client = generated.ApiClient(generated.Configuration(host=origin, access_token=token))
    name = snake(step["operation"])
    apis = [one for one in vars(generated).values() if isinstance(one, type) and hasattr(one, name)]
    given = dict(step.get("path", {}))
    if step["form"]:
        given |= step["body"]
    elif "body" in step:
        given[snake(step["schema"])] = getattr(generated, step["schema"]).from_dict(step["body"])
    try:
        answer = getattr(apis[0](client), name + "_with_http_info")(**given)
        return {"status": answer.status_code, "body": plain(answer.data)}
    except generated.ApiException as error:
        return {"status": error.status, "body": plain(error.data)}


token = None
answers = []
for step in scenario["calls"]:
    answers.append(call(step, token))
    if token is None:
        token = answers[0]["body"]
        for key in scenario["token"]:
            token = token[key]
print(json.dumps(answers))
