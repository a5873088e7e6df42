"""Makes the Secrets of an environment that are not there yet, of random values that nobody is told.

Takes the file with what they are named and hold as its argument. One that is there stays as it is, whatever it holds: so
this can be run again at any time, also after a run that was cut off, and by several at once. It may create Secrets and do
nothing else with them, not even read them. To have new values, delete the Secret and run it again.
"""

import base64
import json
import os
import secrets
import ssl
import string
import sys
import urllib.error
import urllib.request

ACCOUNT = os.environ.get("SERVICE_ACCOUNT", "/var/run/secrets/kubernetes.io/serviceaccount")
TIMEOUT_SECONDS = 30
LENGTH = 32  # letters and digits: 190 random bits
CREATED, EXISTS = 201, 409


def text(name):
    with open(f"{ACCOUNT}/{name}", encoding="utf-8") as file:
        return file.read().strip()


def random():
    return "".join(secrets.choice(string.ascii_letters + string.digits) for _ in range(LENGTH))


def manifest(declared):
    values = {**declared["known"], **{key: random() for key in declared["random"]}}
    return {
        "apiVersion": "v1",
        "kind": "Secret",
        "metadata": {"name": declared["name"], "labels": declared["labels"]},
        "type": "Opaque",
        "data": {key: base64.b64encode(value.encode()).decode() for key, value in values.items()},
    }


def create(declared):
    """201, or what else the API answers."""
    host, port = os.environ["KUBERNETES_SERVICE_HOST"], os.environ["KUBERNETES_SERVICE_PORT"]
    host = f"[{host}]" if ":" in host else host
    request = urllib.request.Request(
        f"https://{host}:{port}/api/v1/namespaces/{text('namespace')}/secrets",
        data=json.dumps(manifest(declared)).encode(),
        headers={"Authorization": f"Bearer {text('token')}", "Content-Type": "application/json"},
    )
    direct = urllib.request.build_opener(
        urllib.request.ProxyHandler({}),
        urllib.request.HTTPSHandler(context=ssl.create_default_context(cafile=f"{ACCOUNT}/ca.crt")),
    )
    try:
        with direct.open(request, timeout=TIMEOUT_SECONDS) as answer:
            return answer.status
    except urllib.error.HTTPError as refusal:
        return refusal.code


def main(path):
    with open(path, encoding="utf-8") as file:
        declared = json.load(file)
    failures = []
    for one in declared:
        status = create(one)
        if status == CREATED:
            print(f"{one['name']}: made")
        elif status == EXISTS:
            print(f"{one['name']}: is there")
        else:
            failures.append(f"{one['name']}: was not made, the API answered {status}")
    if failures:
        sys.exit("\n".join(failures))


if __name__ == "__main__":
    try:
        main(sys.argv[1])
    except OSError as failure:
        sys.exit(f"the API cannot be reached: {failure}")
