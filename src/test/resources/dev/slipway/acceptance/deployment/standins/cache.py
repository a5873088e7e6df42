"""ElastiCache."""

from moto.elasticache.models import elasticache_backends

from .api import ACCOUNT, call, request
from .model import Made, StandIn


def _backend(region):
    """What is deleted by a call is shown as being deleted for ever, and subnet groups have no call: it is taken away from within."""
    return elasticache_backends[ACCOUNT][region]


def _user(_, properties, region):
    call("elasticache", region, "CreateUser", properties)
    name = properties["UserId"]
    return Made(name, undo=lambda: _backend(region).users.pop(name))


def _user_group(_, properties, region):
    request("elasticache", region, "CreateUserGroup", properties)
    for user in properties["UserIds"]:
        call("elasticache", region, "DescribeUsers", {"UserId": user})
    return Made(properties["UserGroupId"])


def _subnet_group(_, properties, region):
    rest = dict(properties)
    rest["CacheSubnetGroupDescription"] = rest.pop("Description")
    call("elasticache", region, "CreateCacheSubnetGroup", rest)
    name = properties["CacheSubnetGroupName"]
    return Made(name, undo=lambda: _backend(region).cache_subnet_groups.pop(name))


def _replication_group(_, properties, region):
    request("elasticache", region, "CreateReplicationGroup", properties)
    made = call("elasticache", region, "CreateReplicationGroup", _replicas(properties))["ReplicationGroup"]
    name = made["ReplicationGroupId"]
    shards = made["NodeGroups"]
    configuration = made.get("ConfigurationEndpoint", {}).get("Address", "")
    return Made(
        name,
        {
            "PrimaryEndPoint.Address": shards[0].get("PrimaryEndpoint", {}).get("Address", ""),
            "PrimaryEndPoint.Port": str(properties.get("Port", 6379)),
            "ReaderEndPoint.Address": shards[0].get("ReaderEndpoint", {}).get("Address", ""),
            "ConfigurationEndPoint.Address": configuration,
        },
        lambda: _backend(region).replication_groups.pop(name),
    )


def _replicas(properties):
    """The emulator passes over NumCacheClusters, which says of a single shard what ReplicasPerNodeGroup says too."""
    rest = dict(properties)
    nodes = rest.pop("NumCacheClusters", 1)
    return rest | {"ReplicasPerNodeGroup": nodes - 1} if nodes > 1 else rest


def _change_replication_group(made, properties, region):
    """The emulator has no ModifyReplicationGroup: its group gets what the call would change."""
    asked = request("elasticache", region, "CreateReplicationGroup", properties)
    group = _backend(region).replication_groups[made.id]
    if asked.get("NumCacheClusters", 1) != len(group.member_clusters) or asked.get("NumNodeGroups", 1) != len(group.node_groups):
        raise ValueError("The emulator cannot change how many nodes a group has")
    group.cache_node_type = asked["CacheNodeType"]
    group.description = asked["ReplicationGroupDescription"]
    group.snapshot_retention_limit = asked.get("SnapshotRetentionLimit", 0)
    group.user_group_ids = asked.get("UserGroupIds", [])
    return made


def _change_user_group(_, properties, region):
    return _user_group("", properties, region)


STAND_INS = (
    StandIn("AWS::ElastiCache::User", _user, "CreateUser"),
    StandIn("AWS::ElastiCache::UserGroup", _user_group, change=_change_user_group),
    StandIn("AWS::ElastiCache::SubnetGroup", _subnet_group, "CreateCacheSubnetGroup"),
    StandIn(
        "AWS::ElastiCache::ReplicationGroup", _replication_group, "CreateReplicationGroup", _change_replication_group
    ),
)
