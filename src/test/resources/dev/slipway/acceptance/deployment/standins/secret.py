"""Secrets Manager."""

import json

from .api import call
from .model import Made, StandIn


def _secret(_, properties, region):
    rest = dict(properties)
    generate = rest.pop("GenerateSecretString", None)
    if generate is not None:
        rest["SecretString"] = _generated(dict(generate), region)
    arn = call("secretsmanager", region, "CreateSecret", rest)["ARN"]
    of = {"SecretId": arn, "ForceDeleteWithoutRecovery": True}
    return Made(arn, {"Id": arn}, lambda: call("secretsmanager", region, "DeleteSecret", of))


def _generated(generate, region):
    template = json.loads(generate.pop("SecretStringTemplate", "{}"))
    key = generate.pop("GenerateStringKey", None)
    password = call("secretsmanager", region, "GetRandomPassword", generate)["RandomPassword"]
    return json.dumps(template | {key: password}) if key else password


def _change(made, properties, region):
    """Another value is generated only where how it is generated changes, which replaces nothing either."""
    call("secretsmanager", region, "UpdateSecret", {"SecretId": made.id, "Description": properties.get("Description", "")})
    return made


STAND_INS = (StandIn("AWS::SecretsManager::Secret", _secret, "CreateSecret", _change),)
