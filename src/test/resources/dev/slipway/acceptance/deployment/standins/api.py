"""Calls of AWS's services, as the emulator serves them; requests are fitted to what the service's own API model says."""

import functools
import os
import threading

import boto3
from botocore.exceptions import ParamValidationError
from botocore.validate import ParamValidator

ACCOUNT = os.environ["MOTO_ACCOUNT_ID"]
PORT = 0
LOCK = threading.Lock()


@functools.lru_cache(maxsize=None)
def client(service, region):
    with LOCK:
        return boto3.session.Session().client(
            service,
            region_name=region,
            endpoint_url=f"http://127.0.0.1:{PORT}",
            aws_access_key_id="emulated",
            aws_secret_access_key="emulated",
        )


def request(service, region, operation, properties):
    """The properties of a resource as the request of an operation; one that the API would refuse by its form is refused."""
    shape = client(service, region).meta.service_model.operation_model(operation).input_shape
    request = _fit(properties, shape, operation)
    report = ParamValidator().validate(request, shape)
    if report.has_errors():
        raise ParamValidationError(report=report.generate_report())
    return request


def call(service, region, operation, properties):
    """Makes the call; the answer."""
    mapping = client(service, region).meta.method_to_api_mapping
    method = next(name for name, served in mapping.items() if served == operation)
    fitted = request(service, region, operation, properties)
    return getattr(client(service, region), method)(**fitted)


def _fit(value, shape, path):
    """CloudFormation and the APIs write the same names with other capitals, tags as a list or a map, numbers as text."""
    if shape.type_name == "structure" and isinstance(value, dict):
        members = {name.lower(): name for name in shape.members}
        unknown = [key for key in value if key.lower() not in members]
        if unknown:
            raise ValueError(f"{path} knows no {', '.join(unknown)}")
        return {
            members[key.lower()]: _fit(item, shape.members[members[key.lower()]], f"{path}.{key}")
            for key, item in value.items()
        }
    if shape.type_name == "list" and isinstance(value, list):
        return [_fit(item, shape.member, f"{path}[]") for item in value]
    if shape.type_name == "list" and path.endswith(".Tags") and isinstance(value, dict):
        return [_fit({"Key": key, "Value": item}, shape.member, f"{path}[]") for key, item in value.items()]
    if shape.type_name == "map" and isinstance(value, list):
        return {item["Key"]: item["Value"] for item in value}
    if shape.type_name in ("integer", "long") and isinstance(value, str):
        return int(value)
    if shape.type_name == "double" and isinstance(value, (int, str)):
        return float(value)
    if shape.type_name == "boolean" and value in ("true", "false"):
        return value == "true"
    if shape.type_name == "string" and getattr(shape, "enum", None) and value not in shape.enum:
        raise ValueError(f"{path} ({value}) is none of {', '.join(shape.enum)}")
    return value
