"""Makes the user of a service in Kafka, lets it do what it declares and nothing else, and has its topics made.

Takes two files as its arguments: what the user may do, and the declared topics; passwords are in the environment. It can be run again at any time, also after a run that was cut off: it gives the user the password that it
finds, adds permissions that are missing and takes away those that are not declared any more.

It speaks Kafka's own protocol (https://kafka.apache.org/protocol) with what stands in topics.py beside it.
"""

import hashlib
import json
import os
import secrets
import struct
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import topics  # noqa: E402
from topics import Reader, Refused, array, reason, string  # noqa: E402

DESCRIBE_ACLS, CREATE_ACLS, DELETE_ACLS, ALTER_SCRAM = (29, 1), (30, 1), (31, 1), (51, 0)
TYPES = {"topic": 2, "group": 3, "transactional-id": 5}
PATTERNS = {"literal": 3, "prefixed": 4}
OPERATIONS = {"read": 3, "write": 4}
ANY, ALLOW, ANYWHERE = 1, 3, "*"
SCRAM_SHA_512, ITERATIONS, SALT_BYTES = 2, 8192, 32

topics.ERRORS.update({31: "the cluster does not let the administrator do this", 54: "the cluster keeps no permissions"})


class Inside(topics.Broker):
    """A connection inside the cluster, whose network policies close the port to all but administrators."""

    def secured(self, plain, host):
        return plain

    def sign_in(self, credential):
        code = self.ask(topics.SASL_HANDSHAKE, string("PLAIN")).number("h")
        if code:
            raise Refused(f"{self.address[0]} does not take PLAIN: {reason(code)}")
        message = "\0{}\0{}".format(*credential).encode()
        answer = self.ask(topics.SASL_AUTHENTICATE, struct.pack(">i", len(message)) + message)
        code, text = answer.number("h"), answer.string()
        if code:
            raise Refused(f"{self.address[0]} refused {credential[0]}: {text or reason(code)}")

    def ask_compact(self, api, body):
        """For those of Kafka's requests that know only its newer encoding."""
        request = struct.pack(">hhi", *api, 0) + string("slipway") + b"\0" + body
        self.socket.sendall(struct.pack(">i", len(request)) + request)
        answer = Reader(self.receive(Reader(self.receive(4)).number("i")))
        answer.take(4 + 1)
        return answer


def length(number):
    """One more than a length, seven bits a byte: zero stands for nothing at all."""
    number, data = number + 1, b""
    while number > 127:
        number, data = number >> 7, data + bytes([number & 127 | 128])
    return data + bytes([number])


def compact(data):
    return length(len(data)) + data


def read_length(answer):
    number, shift = 0, 0
    while True:
        byte = answer.number("B")
        number, shift = number | (byte & 127) << shift, shift + 7
        if byte < 128:
            return number - 1


def read_text(answer):
    size = read_length(answer)
    return None if size < 0 else answer.take(size).decode()


def give_password(broker, user, password):
    """Kafka is told the salted password alone, as RFC 5802 has it."""
    salt = secrets.token_bytes(SALT_BYTES)
    salted = hashlib.pbkdf2_hmac("sha512", password.encode(), salt, ITERATIONS)
    entry = compact(user.encode()) + struct.pack(">bi", SCRAM_SHA_512, ITERATIONS) + compact(salt) + compact(salted)
    answer = broker.ask_compact(ALTER_SCRAM, length(0) + length(1) + entry + b"\0" + b"\0")
    answer.take(4)
    for _ in range(read_length(answer)):
        name, code, message, _ = read_text(answer), answer.number("h"), read_text(answer), answer.take(1)
        if code:
            raise Refused(f"user {name}: has no password: {reason(code, message)}")
    print(f"user {user}: has its password")


def filter_of(principal, acl=None):
    kind, name, pattern, operation = acl or (ANY, None, ANY, ANY)
    named = struct.pack(">h", -1) if name is None else string(name)
    host = struct.pack(">h", -1) if acl is None else string(ANYWHERE)
    return (
        struct.pack(">b", kind)
        + named
        + struct.pack(">b", pattern)
        + string(principal)
        + host
        + struct.pack(">bb", operation, ANY if acl is None else ALLOW)
    )


def permissions(broker, principal):
    answer = broker.ask(DESCRIBE_ACLS, filter_of(principal))
    answer.take(4)
    code, message = answer.number("h"), answer.string()
    if code:
        raise Refused(f"{principal}: its permissions cannot be read: {reason(code, message)}")
    found = set()

    def resource():
        kind, name, pattern = answer.number("b"), answer.string(), answer.number("b")

        def acl():
            answer.string(), answer.string()
            found.add((kind, name, pattern, answer.number("b")))
            answer.take(1)

        answer.array(acl)

    answer.array(resource)
    return found


def results(answer, skip=lambda: None):
    answer.take(4)

    def result():
        code, message = answer.number("h"), answer.string()
        skip()
        return code, message

    return [(code, message) for code, message in answer.array(result) if code]


def allow(broker, principal, acls):
    entries = [
        struct.pack(">b", kind)
        + string(name)
        + struct.pack(">b", pattern)
        + string(principal)
        + string(ANYWHERE)
        + struct.pack(">bb", operation, ALLOW)
        for kind, name, pattern, operation in acls
    ]
    return results(broker.ask(CREATE_ACLS, array(entries)))


def forbid(broker, principal, acls):
    answer = broker.ask(DELETE_ACLS, array([filter_of(principal, acl) for acl in acls]))

    def matching():
        def acl():
            answer.take(2)
            answer.string()
            answer.take(1)
            answer.string(), answer.take(1), answer.string(), answer.string(), answer.take(2)

        answer.array(acl)

    return results(answer, matching)


def permit(broker, user, declared):
    principal = f"User:{user}"
    wanted = {(TYPES[a["type"]], a["name"], PATTERNS[a["pattern"]], OPERATIONS[a["operation"]]) for a in declared}
    has = permissions(broker, principal)
    more, less = sorted(wanted - has), sorted(has - wanted)
    failures = (allow(broker, principal, more) if more else []) + (forbid(broker, principal, less) if less else [])
    if failures:
        raise Refused("\n".join(f"user {user}: {reason(code, message)}" for code, message in failures))
    print(f"user {user}: {len(wanted)} permissions, {len(more)} of them new, {len(less)} taken away")


def main(access, declared):
    with open(access, encoding="utf-8") as file:
        user = json.load(file)
    with open(declared, encoding="utf-8") as file:
        wanted = json.load(file)
    credential = os.environ["ADMIN_USERNAME"], os.environ["ADMIN_PASSWORD"]
    broker = topics.first_of(os.environ["KAFKA_BOOTSTRAP_SERVERS"], credential, Inside)
    give_password(broker, user["user"], os.environ["SERVICE_PASSWORD"])
    permit(broker, user["user"], user["permissions"])
    failures = topics.declare(broker, wanted) if wanted else []
    if failures:
        raise Refused("\n".join(failures))


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except (OSError, Refused) as failure:
        sys.exit(str(failure))
