"""MSK."""

from moto.kafka.models import FakeKafkaCluster, kafka_backends

from . import answers
from .api import ACCOUNT, call, client, request
from .model import Made, StandIn


# Of a cluster, by calls that change it in place: UpdateBrokerStorage, -Count, -Type, UpdateClusterKafkaVersion, -Configuration, UpdateMonitoring.
UPDATED = (
    "broker_node_group_info",
    "configuration_info",
    "enhanced_monitoring",
    "kafka_version",
    "logging_info",
    "number_of_broker_nodes",
    "open_monitoring",
)


def _cluster(_, properties, region):
    """Refused, as by MSK, where brokers would not stand evenly in the zones of their subnets."""
    subnets = properties["BrokerNodeGroupInfo"]["ClientSubnets"]
    client("ec2", region).describe_subnets(SubnetIds=subnets)
    if properties["NumberOfBrokerNodes"] % len(subnets):
        raise ValueError(f"{properties['NumberOfBrokerNodes']} brokers in {len(subnets)} subnets")
    arn = call("kafka", region, "CreateCluster", properties)["ClusterArn"]
    return Made(arn, {"Arn": arn}, lambda: client("kafka", region).delete_cluster(ClusterArn=arn, CurrentVersion="1.0"))


def _change_cluster(made, properties, region):
    """The emulator knows no UpdateBrokerType, UpdateBrokerStorage and the like: its cluster gets what one made anew would have."""
    clusters = kafka_backends[ACCOUNT][region].clusters
    cluster = clusters[made.id]
    if properties["BrokerNodeGroupInfo"]["ClientSubnets"] != cluster.broker_node_group_info["clientSubnets"]:
        raise ValueError("A cluster stays in its subnets")
    anew = clusters.pop(call("kafka", region, "CreateCluster", properties)["ClusterArn"])
    for name in UPDATED:
        setattr(cluster, name, getattr(anew, name))
    return made


def _configuration(name, properties, region):
    rest = {key: value for key, value in properties.items() if key != "KafkaVersionsList"}
    rest["ServerProperties"] = rest["ServerProperties"].encode()
    request("kafka", region, "CreateConfiguration", rest)
    return _revision(f"arn:aws:kafka:{region}:configuration/{properties['Name']}/{name.split('-')[-1].lower()}", 1)


def _revision(arn, number):
    return Made(arn, {"Arn": arn, "LatestRevision.Revision": number})


def _change_configuration(made, _, __):
    return _revision(made.id, made.attributes["LatestRevision.Revision"] + 1)


def _topic(_, properties, region):
    """Refused, as by MSK, where the cluster is not there, or has fewer brokers than a partition has copies."""
    cluster = call("kafka", region, "DescribeCluster", {"ClusterArn": properties["ClusterArn"]})["ClusterInfo"]
    request("kafka", region, "CreateTopic", properties)
    if properties["ReplicationFactor"] > cluster["NumberOfBrokerNodes"]:
        raise ValueError(f"{properties['ReplicationFactor']} copies on {cluster['NumberOfBrokerNodes']} brokers")
    arn = properties["ClusterArn"].replace(":cluster/", ":topic/") + "/" + properties["TopicName"]
    return Made(arn, {"TopicArn": arn})


def _change_topic(made, properties, region):
    """Refused, as by Kafka, where a topic would have fewer partitions than it has."""
    request("kafka", region, "CreateTopic", properties)
    before = answers.of("AWS::MSK::Topic")[made.id]
    if int(properties["PartitionCount"]) < int(before["PartitionCount"]):
        raise ValueError(f"{properties['TopicName']} has {before['PartitionCount']} partitions and keeps them")
    return made


STAND_INS = (
    StandIn("AWS::MSK::Cluster", _cluster, "CreateCluster", _change_cluster),
    StandIn("AWS::MSK::Configuration", _configuration, change=_change_configuration),
    StandIn("AWS::MSK::Topic", _topic, change=_change_topic),
)


def _dated():
    """The emulator says when a cluster was made without the zone of the time, which clients cannot read."""
    make = FakeKafkaCluster.__init__

    def made(cluster, *given, **named):
        make(cluster, *given, **named)
        cluster.creation_time += "Z"

    FakeKafkaCluster.__init__ = made


CORRECTIONS = (_dated,)
