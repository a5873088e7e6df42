"""Application Auto Scaling."""

from .api import call
from .model import Made, StandIn

SERVICE = "application-autoscaling"
TARGET = ("ServiceNamespace", "ResourceId", "ScalableDimension")


def _target(_, properties, region):
    call(SERVICE, region, "RegisterScalableTarget", properties)
    of = {key: properties[key] for key in TARGET}
    return Made(
        "|".join((of["ResourceId"], of["ScalableDimension"], of["ServiceNamespace"])),
        undo=lambda: call(SERVICE, region, "DeregisterScalableTarget", of),
    )


def _policy(_, properties, region):
    rest = dict(properties)
    resource, dimension, namespace = rest.pop("ScalingTargetId").split("|")
    of = {"ServiceNamespace": namespace, "ResourceId": resource, "ScalableDimension": dimension}
    made = call(SERVICE, region, "PutScalingPolicy", rest | of)
    return Made(
        made["PolicyARN"],
        {"Arn": made["PolicyARN"]},
        lambda: call(SERVICE, region, "DeleteScalingPolicy", of | {"PolicyName": properties["PolicyName"]}),
    )


def _change_target(_, properties, region):
    return _target("", properties, region)


STAND_INS = (
    StandIn("AWS::ApplicationAutoScaling::ScalableTarget", _target, "RegisterScalableTarget", _change_target),
    StandIn("AWS::ApplicationAutoScaling::ScalingPolicy", _policy, "PutScalingPolicy"),
)
