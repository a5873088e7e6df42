"""What goes with a stack, what stays, and what the services refuse to let go: brought nearer to AWS.

The emulator's own CloudFormation deletes neither route tables nor endpoints, addresses or gateways, and asks nobody whether something
is in use still.
"""

from moto.cloudformation import models, parsing
from moto.cloudformation.exceptions import ValidationError
from standins.api import client

RETAINED = ("Retain", "RetainExceptOnCreate")

# What AWS does not delete while something that exists names it, by the properties that do: DependencyViolation,
# InvalidDBSubnetGroupStateFault and the like.
REFUSED = {
    "AWS::EC2::InternetGateway": ("GatewayId", "InternetGatewayId"),
    "AWS::EC2::RouteTable": ("RouteTableId", "RouteTableIds"),
    "AWS::EC2::SecurityGroup": (
        "DestinationSecurityGroupId",
        "SecurityGroupIds",
        "SecurityGroups",
        "SourceSecurityGroupId",
        "VPCSecurityGroups",
    ),
    "AWS::EC2::Subnet": ("ClientSubnets", "SubnetId", "SubnetIds"),
    "AWS::EC2::VPC": ("VpcId",),
    "AWS::ElastiCache::SubnetGroup": ("CacheSubnetGroupName",),
    "AWS::ElastiCache::User": ("UserIds",),
    "AWS::ElastiCache::UserGroup": ("UserGroupIds",),
    "AWS::MSK::Configuration": ("Arn",),
    "AWS::RDS::DBParameterGroup": ("DBParameterGroupName",),
    "AWS::RDS::DBSubnetGroup": ("DBSubnetGroupName",),
}

LIVING = {}


def correct():
    parsing.parse_and_create_resource = _noted(parsing.parse_and_create_resource)
    parsing.parse_and_update_resource = _noted(parsing.parse_and_update_resource)
    parsing.ResourceMap.update = _update
    parsing.ResourceMap.delete = _delete
    parsing.ResourceMap._delete_resource = _deleting(parsing.ResourceMap._delete_resource)
    models.CloudFormationBackend.delete_stack = _whole(models.CloudFormationBackend.delete_stack)


def _noted(make):
    """Remembers what exists, and what it names."""

    def made(logical_id, resource_json, resources_map, *given, **named):
        resource = make(logical_id, resource_json, resources_map, *given, **named)
        if resource is not None and not isinstance(resource, str):
            properties = parsing.clean_json(resource_json.get("Properties", {}), resources_map)
            LIVING[id(resource)] = (resource, resource_json["Type"], set(_named("", properties)))
        return resource

    return made


def _named(key, tree):
    """Every text of some properties, with the property that it stands in."""
    if isinstance(tree, dict):
        for name, value in tree.items():
            yield from _named(name, value)
    elif isinstance(tree, list):
        for value in tree:
            yield from _named(key, value)
    elif isinstance(tree, str):
        yield key, tree


def _update(resource_map, template, parameters=None):
    """In the order of AWS: what is new, what changes, and only then what goes."""
    actions = resource_map.build_resource_diff(template, parameters)
    gone = {name: resource_map._resource_json_map[name] for name in actions["Remove"]}
    resource_map._template = template
    if parameters:
        resource_map.input_parameters = parameters
    resource_map.load_mapping()
    resource_map.load_parameters()
    resource_map.load_conditions()
    resource_map._resource_json_map = template["Resources"]
    for name in actions["Add"]:
        resource_map[name]
    for name in actions["Modify"]:
        resource_map._parsed_resources[name] = parsing.parse_and_update_resource(
            name,
            template["Resources"][name],
            resource_map,
            account_id=resource_map._account_id,
            region_name=resource_map._region_name,
        )
    _remove(resource_map, gone)


def _delete(resource_map):
    _remove(resource_map, resource_map._resource_json_map)


def _remove(resource_map, resources):
    """In any order that comes to an end; where none does, with what stood in the way."""
    left = [name for name in resources if resource_map._parsed_resources.get(name) is not None]
    while left:
        refusals = []
        for name in left:
            resource = resource_map._parsed_resources[name]
            try:
                resource_map._delete_resource(resource, resources[name])
                resource_map._parsed_resources.pop(name)
            except Exception as refusal:
                refusals.append((name, refusal))
        if len(refusals) == len(left):
            reasons = "; ".join(f"{resources[name]['Type']} {name}: {refusal}" for name, refusal in refusals)
            raise ValidationError(message=f"DELETE_FAILED: {reasons}")
        left = [name for name, _ in refusals]


def _deleting(delete):
    def deleted(resource_map, resource, resource_json):
        if resource_json.get("DeletionPolicy") in RETAINED:
            return
        kind = resource_json["Type"]
        name = getattr(resource, "physical_resource_id", None)
        _refuse_what_is_in_use(resource, kind, name)
        if kind in BEFORE:
            BEFORE[kind](resource, name, resource_map._region_name)
        if kind in DELETED:
            DELETED[kind](resource, name, resource_map._region_name)
        else:
            delete(resource_map, resource, resource_json)
        LIVING.pop(id(resource), None)

    return deleted


def _refuse_what_is_in_use(resource, kind, name):
    by = {(key, name) for key in REFUSED.get(kind, ())}
    users = [
        f"{using} {user.physical_resource_id}"
        for user, using, names in list(LIVING.values())
        if user is not resource and by & names
    ]
    if users:
        raise ValueError(f"{name} is in use by {', '.join(sorted(users))}")


def _whole(delete):
    """A stack whose deletion failed is still there."""

    def deleted(backend, name_or_stack_id):
        before = dict(backend.stacks)
        try:
            delete(backend, name_or_stack_id)
        except Exception:
            backend.stacks.clear()
            backend.stacks.update(before)
            raise

    return deleted


def _detached(_, name, region):
    """CloudFormation takes the managed policies from a role that it deletes."""
    iam = client("iam", region)
    for policy in iam.list_attached_role_policies(RoleName=name)["AttachedPolicies"]:
        iam.detach_role_policy(RoleName=name, PolicyArn=policy["PolicyArn"])


def _address(_, name, region):
    addresses = client("ec2", region).describe_addresses(PublicIps=[name])["Addresses"]
    client("ec2", region).release_address(AllocationId=addresses[0]["AllocationId"])


def _nat_gateway(gateway, name, region):
    """The emulator leaves the network interface of a gateway where it was."""
    client("ec2", region).delete_nat_gateway(NatGatewayId=name)
    interface = gateway._eni
    for address in client("ec2", region).describe_addresses()["Addresses"]:
        if address.get("NetworkInterfaceId") == interface.id:
            client("ec2", region).disassociate_address(AssociationId=address["AssociationId"])
    gateway.ec2_backend.enis.pop(interface.id, None)


def _association(association, _, region):
    """Found by its subnet: the emulator says the id of the route table."""
    ec2 = client("ec2", region)
    of_subnet = [{"Name": "association.subnet-id", "Values": [association.subnet_id]}]
    for table in ec2.describe_route_tables(Filters=of_subnet)["RouteTables"]:
        for found in table["Associations"]:
            if found.get("SubnetId") == association.subnet_id:
                ec2.disassociate_route_table(AssociationId=found["RouteTableAssociationId"])


def _attachment(attachment, _, region):
    ec2 = client("ec2", region)
    of_vpc = [{"Name": "attachment.vpc-id", "Values": [attachment.vpc_id]}]
    for gateway in ec2.describe_internet_gateways(Filters=of_vpc)["InternetGateways"]:
        ec2.detach_internet_gateway(InternetGatewayId=gateway["InternetGatewayId"], VpcId=attachment.vpc_id)


def _by(operation, parameter, wrap=lambda name: name):
    return lambda _, name, region: getattr(client("ec2", region), operation)(**{parameter: wrap(name)})


def _nothing(*_):
    """Goes with the route table that it is in."""


BEFORE = {"AWS::IAM::Role": _detached}
DELETED = {
    "AWS::EC2::EIP": _address,
    "AWS::EC2::FlowLog": _by("delete_flow_logs", "FlowLogIds", lambda name: [name]),
    "AWS::EC2::InternetGateway": _by("delete_internet_gateway", "InternetGatewayId"),
    "AWS::EC2::NatGateway": _nat_gateway,
    "AWS::EC2::Route": _nothing,
    "AWS::EC2::RouteTable": _by("delete_route_table", "RouteTableId"),
    "AWS::EC2::SubnetRouteTableAssociation": _association,
    "AWS::EC2::VPCEndpoint": _by("delete_vpc_endpoints", "VpcEndpointIds", lambda name: [name]),
    "AWS::EC2::VPCGatewayAttachment": _attachment,
}
