"""S3."""

import json

from .api import client, request
from .model import Made, StandIn


def _policy(_, properties, region):
    """Not given to the emulator, which would refuse everything for a statement whose condition is not met: it reads none."""
    request("s3", region, "PutBucketPolicy", {"Bucket": properties["Bucket"], "Policy": json.dumps(properties["PolicyDocument"])})
    client("s3", region).head_bucket(Bucket=properties["Bucket"])
    return Made(properties["Bucket"] + "|policy")


def _change(_, properties, region):
    return _policy("", properties, region)


STAND_INS = (StandIn("AWS::S3::BucketPolicy", _policy, change=_change),)
