"""RDS.

The emulator's CloudFormation has instances of its own, which lose their security groups and their deletion protection on the way
and cannot be updated: they are stood in too.
"""

from moto.rds.models import DBParameterGroup, DBSubnetGroup

from .api import call
from .model import Made, StandIn

FIXED = ("AvailabilityZone", "DBSubnetGroupName", "Engine", "KmsKeyId", "MasterUsername", "StorageEncrypted", "Tags")
NAMED_BY_ID = (DBParameterGroup, DBSubnetGroup)


def _api(properties):
    rest = dict(properties)
    rest["VpcSecurityGroupIds"] = rest.pop("VPCSecurityGroups", [])
    return rest


def _instance(_, properties, region):
    made = call("rds", region, "CreateDBInstance", _api(properties))["DBInstance"]
    name = made["DBInstanceIdentifier"]
    of = {"DBInstanceIdentifier": name, "SkipFinalSnapshot": True}
    return Made(
        name,
        {
            "DBInstanceArn": made["DBInstanceArn"],
            "Endpoint.Address": made["Endpoint"]["Address"],
            "Endpoint.Port": str(made["Endpoint"]["Port"]),
        },
        lambda: call("rds", region, "DeleteDBInstance", of),
    )


def _change_instance(made, properties, region):
    rest = {key: value for key, value in _api(properties).items() if key not in FIXED}
    rest["CloudwatchLogsExportConfiguration"] = {"EnableLogTypes": rest.pop("EnableCloudwatchLogsExports", [])}
    call("rds", region, "ModifyDBInstance", rest | {"DBInstanceIdentifier": made.id, "ApplyImmediately": True})
    return made


def _by_name():
    """What Ref gives of them is their name; the emulator gives the object."""
    for kind in NAMED_BY_ID:
        kind.physical_resource_id = property(lambda group: group.name)


STAND_INS = (StandIn("AWS::RDS::DBInstance", _instance, "CreateDBInstance", _change_instance),)
CORRECTIONS = (_by_name,)
