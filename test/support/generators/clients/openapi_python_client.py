"""Calls the operations of a scenario, in order, through the client that was generated, and prints the answers."""
import importlib
import json
import pkgutil
import re
import sys

import generated
from generated import models
from generated.client import AuthenticatedClient, Client

origin, file = sys.argv[1:]
modules = [importlib.import_module(one.name) for one in pkgutil.walk_packages(generated.__path__, "generated.")]
scenario = json.load(open(file, encoding="utf-8"))


def snake(name):
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def plain(value):
    if isinstance(value, list):
        return [plain(one) for one in value]
    return value.to_dict() if hasattr(value, "to_dict") else value


def call(step, token):
    client = AuthenticatedClient(base_url=origin, token=token) if token else Client(base_url=origin)
    module = next(one for one in modules if one.__name__.endswith("." + snake(step["operation"])))
    given = dict(step.get("path", {}))
    if "body" in step:
        given["body"] = getattr(models, step["schema"]).from_dict(step["body"])
    answer = module.sync_detailed(client=client, **given)
    return {"status": int(answer.status_code), "body": plain(answer.parsed)}


token = None
answers = []
for step in scenario["calls"]:
    answers.append(call(step, token))
    if token is None:
        token = answers[0]["body"]
        for key in scenario["token"]:
            token = token[key]
print(json.dumps(answers))
