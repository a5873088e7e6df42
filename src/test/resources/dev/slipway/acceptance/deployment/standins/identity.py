"""Identity providers of IAM."""

from .api import call
from .model import Made, StandIn


def _provider(_, properties, region):
    rest = {key: value for key, value in properties.items() if key != "ClientIdList"}
    rest["ClientIDList"] = properties.get("ClientIdList", [])
    rest.setdefault("ThumbprintList", [])
    arn = call("iam", region, "CreateOpenIDConnectProvider", rest)["OpenIDConnectProviderArn"]
    of = {"OpenIDConnectProviderArn": arn}
    return Made(arn, {"Arn": arn}, lambda: call("iam", region, "DeleteOpenIDConnectProvider", of))


STAND_INS = (StandIn("AWS::IAM::OIDCProvider", _provider, "CreateOpenIDConnectProvider"),)
