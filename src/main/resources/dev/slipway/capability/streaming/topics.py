"""Makes the declared topics of a Kafka cluster that admits IAM roles, and brings those that exist up to date.

Takes the file with the topics as its argument. It can be run again at any time, also after a run that was cut off, and
by several at once. It never deletes a topic nor takes partitions away.

It speaks Kafka's own protocol (https://kafka.apache.org/protocol), in the oldest versions that Kafka 2.8 to 4.2 accept, and
signs in as MSK asks of SASL/OAUTHBEARER, with the role that EKS Pod Identity hands to the pod. So it needs nothing but
Python.
"""

import base64
import datetime
import hashlib
import hmac
import json
import os
import socket
import ssl
import struct
import sys
import urllib.parse
import urllib.request

TIMEOUT_SECONDS = 30
TOKEN_SECONDS = 900  # the longest that MSK accepts

METADATA, SASL_HANDSHAKE, CREATE_TOPICS, DESCRIBE_CONFIGS = (3, 4), (17, 1), (19, 4), (32, 1)
SASL_AUTHENTICATE, CREATE_PARTITIONS, ALTER_CONFIGS = (36, 0), (37, 1), (44, 0)

UNKNOWN_TOPIC, TOPIC_EXISTS = 3, 36
ERRORS = {
    7: "the request timed out",
    17: "the topic name is invalid",
    29: "the role may not do this to the topic",
    31: "the role may not do this to the cluster",
    37: "the number of partitions is invalid",
    38: "the replication factor is invalid",
    40: "a setting is invalid",
    41: "the broker is not the controller",
    44: "a policy of the cluster forbids it",
    58: "the sign-in failed",
}
TOPIC, SET, DEFAULT_REPLICATION = 2, 0, -1


class Refused(Exception):
    """What a reader has to know, without a trace."""


def reason(code, message=None):
    text = ERRORS.get(code, f"Kafka's error {code}")
    return f"{text} ({message})" if message else text


def string(text):
    data = text.encode()
    return struct.pack(">h", len(data)) + data


def array(items):
    return struct.pack(">i", len(items)) + b"".join(items)


class Reader:
    """Reads an answer from its beginning to its end."""

    def __init__(self, data):
        self.data, self.at = data, 0

    def take(self, count):
        self.at += count
        return self.data[self.at - count : self.at]

    def number(self, code):
        return struct.unpack(">" + code, self.take(struct.calcsize(">" + code)))[0]

    def string(self):
        length = self.number("h")
        return None if length < 0 else self.take(length).decode()

    def array(self, item):
        return [item() for _ in range(max(0, self.number("i")))]


class Broker:
    """A connection to one broker, signed in."""

    def __init__(self, host, port, credential):
        self.address, self.credential = (host, port), credential
        self.socket = self.secured(socket.create_connection((host, port), TIMEOUT_SECONDS), host)
        self.sign_in(credential)

    def secured(self, plain, host):
        return ssl.create_default_context().wrap_socket(plain, server_hostname=host)

    def ask(self, api, body):
        request = struct.pack(">hhi", *api, 0) + string("slipway") + body
        self.socket.sendall(struct.pack(">i", len(request)) + request)
        answer = Reader(self.receive(Reader(self.receive(4)).number("i")))
        answer.number("i")
        return answer

    def receive(self, count):
        data = b""
        while len(data) < count:
            part = self.socket.recv(count - len(data))
            if not part:
                raise Refused(f"{self.address[0]} closed the connection")
            data += part
        return data

    def sign_in(self, token):
        code = self.ask(SASL_HANDSHAKE, string("OAUTHBEARER")).number("h")
        if code:
            raise Refused(f"{self.address[0]} does not take OAUTHBEARER: {reason(code)}")
        message = f"n,,\x01auth=Bearer {token}\x01\x01".encode()
        answer = self.ask(SASL_AUTHENTICATE, struct.pack(">i", len(message)) + message)
        code, text = answer.number("h"), answer.string()
        refusal = answer.take(max(0, answer.number("i"))).decode()
        if code or refusal:
            raise Refused(f"{self.address[0]} refused the role: {text or refusal or reason(code)}")


def credentials():
    """Of the pod's role: https://docs.aws.amazon.com/eks/latest/userguide/pod-id-how-it-works.html."""
    address = os.environ.get("AWS_CONTAINER_CREDENTIALS_FULL_URI")
    if not address:
        raise Refused("the pod has no role: its pod identity association must exist before the pod does")
    request = urllib.request.Request(address)
    with open(os.environ["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"], encoding="utf-8") as file:
        request.add_header("Authorization", file.read().strip())
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with direct.open(request, timeout=TIMEOUT_SECONDS) as answer:
        return json.load(answer)


def token(region, keys, now):
    """A signed address, as https://github.com/aws/aws-msk-iam-sasl-signer-python makes it."""
    host = f"kafka.{region}.amazonaws.com"
    time, day = now.strftime("%Y%m%dT%H%M%SZ"), now.strftime("%Y%m%d")
    scope = f"{day}/{region}/kafka-cluster/aws4_request"
    query = {
        "Action": "kafka-cluster:Connect",
        "X-Amz-Algorithm": "AWS4-HMAC-SHA256",
        "X-Amz-Credential": f"{keys['AccessKeyId']}/{scope}",
        "X-Amz-Date": time,
        "X-Amz-Expires": str(TOKEN_SECONDS),
        "X-Amz-Security-Token": keys["Token"],
        "X-Amz-SignedHeaders": "host",
    }
    encoded = "&".join(f"{name}={urllib.parse.quote(value, safe='-_.~')}" for name, value in sorted(query.items()))
    empty = hashlib.sha256(b"").hexdigest()
    canonical = f"GET\n/\n{encoded}\nhost:{host}\n\nhost\n{empty}"
    text = f"AWS4-HMAC-SHA256\n{time}\n{scope}\n{hashlib.sha256(canonical.encode()).hexdigest()}"
    key = ("AWS4" + keys["SecretAccessKey"]).encode()
    for part in (day, region, "kafka-cluster", "aws4_request"):
        key = hmac.new(key, part.encode(), hashlib.sha256).digest()
    signature = hmac.new(key, text.encode(), hashlib.sha256).hexdigest()
    address = f"https://{host}/?{encoded}&X-Amz-Signature={signature}&User-Agent=slipway"
    return base64.urlsafe_b64encode(address.encode()).decode().rstrip("=")


def first_of(servers, signed, kind=Broker):
    failures = []
    for server in servers.split(","):
        host, _, port = server.strip().rpartition(":")
        try:
            return kind(host, int(port), signed)
        except (OSError, Refused) as failure:
            failures.append(f"{server}: {failure}")
    raise Refused("no broker can be reached: " + "; ".join(failures))


def metadata(broker, names):
    """The address of the controller, and the number of partitions of each topic that exists."""
    answer = broker.ask(METADATA, array([string(name) for name in names]) + b"\x00")
    answer.number("i")
    brokers = dict(
        answer.array(lambda: (answer.number("i"), (answer.string(), answer.number("i"), answer.string())))
    )
    answer.string()
    controller = brokers.get(answer.number("i"))
    partitions = {}

    def partition():
        answer.take(2 + 4 + 4)
        answer.array(lambda: answer.number("i"))
        answer.array(lambda: answer.number("i"))

    def topic():
        code, name, _ = answer.number("h"), answer.string(), answer.take(1)
        number = len(answer.array(partition))
        if code and code != UNKNOWN_TOPIC:
            raise Refused(f"{name}: cannot be looked at: {reason(code)}")
        if not code:
            partitions[name] = number

    answer.array(topic)
    return controller, partitions


def outcomes(answer, with_kind=False):
    """Name, error and message of each topic in an answer."""
    answer.number("i")

    def outcome():
        if with_kind:
            code, message, _, name = answer.number("h"), answer.string(), answer.take(1), answer.string()
            return name, code, message
        return answer.string(), answer.number("h"), answer.string()

    return answer.array(outcome)


def make(broker, topics):
    def entry(topic):
        settings = [string(name) + string(value) for name, value in topic["settings"].items()]
        numbers = struct.pack(">ih", topic["partitions"], DEFAULT_REPLICATION)
        return string(topic["name"]) + numbers + array([]) + array(settings)

    body = array([entry(topic) for topic in topics]) + struct.pack(">ib", TIMEOUT_SECONDS * 1000, 0)
    for name, code, message in outcomes(broker.ask(CREATE_TOPICS, body)):
        if code == TOPIC_EXISTS:
            print(f"{name}: made by another in the meantime")
        elif code:
            yield f"{name}: was not made: {reason(code, message)}"
        else:
            print(f"{name}: made")


def grow(broker, topics, existing):
    wanted = []
    for topic in topics:
        name, now, then = topic["name"], existing[topic["name"]], topic["partitions"]
        if then < now:
            yield f"{name}: has {now} partitions and is declared with {then}; Kafka never takes partitions away"
        if then > now:
            wanted.append(string(name) + struct.pack(">ii", then, -1))
    if wanted:
        body = array(wanted) + struct.pack(">ib", TIMEOUT_SECONDS * 1000, 0)
        for name, code, message in outcomes(broker.ask(CREATE_PARTITIONS, body)):
            if code:
                yield f"{name}: got no more partitions: {reason(code, message)}"
            else:
                print(f"{name}: has more partitions now")


def settings_of(broker, topics):
    """The settings that each topic has, of those that are declared."""

    def entry(topic):
        names = array([string(name) for name in topic["settings"]])
        return struct.pack(">b", TOPIC) + string(topic["name"]) + names

    answer = broker.ask(DESCRIBE_CONFIGS, array([entry(topic) for topic in topics]) + b"\x00")
    answer.number("i")

    def setting():
        name, value = answer.string(), answer.string()
        answer.take(1 + 1 + 1)
        answer.array(lambda: (answer.string(), answer.string(), answer.take(1)))
        return name, value

    def result():
        code, message, _, name = answer.number("h"), answer.string(), answer.take(1), answer.string()
        if code:
            raise Refused(f"{name}: its settings cannot be read: {reason(code, message)}")
        return name, dict(answer.array(setting))

    return dict(answer.array(result))


def change(broker, topics):
    current = settings_of(broker, topics)
    wanted = []
    for topic in topics:
        has = current[topic["name"]]
        other = {name: value for name, value in topic["settings"].items() if has.get(name) != value}
        if other:
            entries = [string(name) + struct.pack(">b", SET) + string(value) for name, value in other.items()]
            wanted.append(struct.pack(">b", TOPIC) + string(topic["name"]) + array(entries))
    if wanted:
        for name, code, message in outcomes(broker.ask(ALTER_CONFIGS, array(wanted) + b"\x00"), with_kind=True):
            if code:
                yield f"{name}: its settings were not changed: {reason(code, message)}"
            else:
                print(f"{name}: has other settings now")


def declare(broker, topics):
    """Has the topics made and changed; what went wrong."""
    controller, existing = metadata(broker, [topic["name"] for topic in topics])
    if controller and controller[:2] != broker.address:
        broker = type(broker)(*controller[:2], broker.credential)
    missing = [topic for topic in topics if topic["name"] not in existing]
    present = [topic for topic in topics if topic["name"] in existing]
    failures = list(make(broker, missing)) if missing else []
    if present:
        failures += list(grow(broker, present, existing)) + list(change(broker, present))
    print(f"{len(topics) - len(failures)} of {len(topics)} topics are as declared")
    return failures


def main(path):
    with open(path, encoding="utf-8") as file:
        topics = json.load(file)
    signed = token(os.environ["AWS_REGION"], credentials(), datetime.datetime.now(datetime.timezone.utc))
    failures = declare(first_of(os.environ["KAFKA_BOOTSTRAP_SERVERS"], signed), topics)
    if failures:
        raise Refused("\n".join(failures))


if __name__ == "__main__":
    try:
        main(sys.argv[1])
    except (OSError, Refused) as failure:
        sys.exit(str(failure))
