"""Answers of services for what is stood in for them and only recorded: asked what there is, they say what they were told."""

import json
import re
from urllib.parse import parse_qs, unquote
from xml.sax.saxutils import escape

RECORDED = {}


def record(kind, name, properties):
    RECORDED.setdefault(kind, {})[name] = properties


def forget(kind, name):
    RECORDED.get(kind, {}).pop(name, None)


def of(kind):
    return dict(RECORDED.get(kind, {}))


def _topics(cluster):
    return {each["TopicName"]: each for each in of("AWS::MSK::Topic").values() if each["ClusterArn"] == cluster}


def _topic(topic, cluster):
    arn = cluster.replace(":cluster/", ":topic/") + "/" + topic["TopicName"]
    return {
        "topicArn": arn,
        "topicName": topic["TopicName"],
        "partitionCount": int(topic["PartitionCount"]),
        "replicationFactor": int(topic["ReplicationFactor"]),
        "configs": topic.get("Configs", ""),
        "status": "ACTIVE",
    }


def _list_topics(cluster):
    return {"topics": [_topic(topic, cluster) for topic in _topics(cluster).values()]}


def _describe_topic(cluster, name):
    topic = _topics(cluster).get(name)
    return _topic(topic, cluster) if topic else None


def _list_configurations():
    found = of("AWS::MSK::Configuration")
    return {"configurations": [{"arn": arn, "name": each["Name"]} for arn, each in found.items()]}


def _list_associations(cluster):
    found = {arn: each for arn, each in of("AWS::EKS::PodIdentityAssociation").items() if each["ClusterName"] == cluster}
    return {
        "associations": [
            {
                "associationArn": arn,
                "associationId": arn.split("/")[-1],
                "clusterName": cluster,
                "namespace": each["Namespace"],
                "serviceAccount": each["ServiceAccount"],
            }
            for arn, each in found.items()
        ]
    }


def _describe_association(cluster, association):
    for arn, each in of("AWS::EKS::PodIdentityAssociation").items():
        if each["ClusterName"] == cluster and arn.endswith("/" + association):
            said = {key[0].lower() + key[1:]: each[key] for key in ("ClusterName", "Namespace", "ServiceAccount", "RoleArn")}
            return {"association": said | {"associationArn": arn, "associationId": association}}
    return None


def _list_addons(cluster):
    found = of("AWS::EKS::Addon").values()
    return {"addons": [each["AddonName"] for each in found if each["ClusterName"] == cluster]}


ROUTES = (
    (r"/v1/clusters/([^/]+)/topics/([^/]+)", _describe_topic),
    (r"/v1/clusters/([^/]+)/topics", _list_topics),
    (r"/v1/configurations", _list_configurations),
    (r"/clusters/([^/]+)/pod-identity-associations/([^/]+)", _describe_association),
    (r"/clusters/([^/]+)/pod-identity-associations", _list_associations),
    (r"/clusters/([^/]+)/addons", _list_addons),
)
USER_GROUPS = """<DescribeUserGroupsResponse xmlns="http://elasticache.amazonaws.com/doc/2015-02-02/"><DescribeUserGroupsResult>\
<UserGroups>{}</UserGroups></DescribeUserGroupsResult></DescribeUserGroupsResponse>"""
USER_GROUP = "<member><UserGroupId>{}</UserGroupId><Engine>{}</Engine><UserIds>{}</UserIds></member>"


def _user_groups(name):
    groups = [each for each in of("AWS::ElastiCache::UserGroup").values() if name in ("", each["UserGroupId"])]
    return USER_GROUPS.format(
        "".join(
            USER_GROUP.format(
                escape(group["UserGroupId"]),
                escape(group["Engine"]),
                "".join(f"<member>{escape(user)}</member>" for user in group["UserIds"]),
            )
            for group in groups
        )
    )


class Answering:
    """In front of the emulator: what it does not know is answered here, everything else by it."""

    def __init__(self, emulator):
        self.emulator = emulator

    def __call__(self, environ, start_response):
        answer = self._recorded(environ)
        if answer is None:
            return self.emulator(environ, start_response)
        body, content = answer
        start_response("200 OK", [("Content-Type", content), ("Content-Length", str(len(body)))])
        return [body]

    @staticmethod
    def _recorded(environ):
        if environ["REQUEST_METHOD"] == "GET":
            path = environ.get("RAW_URI", environ["PATH_INFO"]).split("?")[0]
            for pattern, answer in ROUTES:
                found = re.fullmatch(pattern, path)
                said = answer(*(unquote(group) for group in found.groups())) if found else None
                if said is not None:
                    return json.dumps(said).encode(), "application/json"
        elif "/elasticache/" in environ.get("HTTP_AUTHORIZATION", ""):
            return Answering._of_elasticache(environ)
        return None

    @staticmethod
    def _of_elasticache(environ):
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        environ["wsgi.input"] = _Again(body)
        asked = parse_qs(body.decode())
        if asked.get("Action") != ["DescribeUserGroups"]:
            return None
        return _user_groups(asked.get("UserGroupId", [""])[0]).encode(), "text/xml"


class _Again:
    """A body that was read, to be read once more."""

    def __init__(self, body):
        self.body = body

    def read(self, size=-1):
        end = len(self.body) if size is None or size < 0 else size
        taken, self.body = self.body[:end], self.body[end:]
        return taken
