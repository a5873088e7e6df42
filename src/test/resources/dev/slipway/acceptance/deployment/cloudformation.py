"""Where the emulator's CloudFormation differs from that of AWS in what the tests look at: it is brought nearer.

Nothing here makes a resource; see `standins` for that.
"""

import json
import re

from moto.cloudformation import models, parsing
from moto.cloudformation.exceptions import ValidationError
from moto.cloudformation.responses import CloudFormationResponse
from moto.core.responses import ActionResult
from moto.iam.models import iam_backends
from moto.secretsmanager.models import secretsmanager_backends
from standins.api import client

SECRET = re.compile(r"{{resolve:secretsmanager:(.+):SecretString:([^:}]*):[^}]*}}")


def correct():
    models.Stack.parse_template = staticmethod(_parse)
    parsing.clean_json = _zoned(parsing.clean_json)
    parsing.parse_resource = _resolved(parsing.parse_resource)
    parsing.parse_resource_and_generate_name = _fitted(parsing.parse_resource_and_generate_name)
    parsing.parse_and_create_resource = _told(parsing.parse_and_create_resource)
    parsing.parse_and_update_resource = _updated(parsing.parse_and_update_resource)
    models.CloudFormationBackend.delete_stack = _protected(models.CloudFormationBackend.delete_stack)
    models.CloudFormationBackend._resolve_update_parameters = _parameters
    CloudFormationResponse.update_termination_protection = _update_termination_protection
    CloudFormationResponse._validate_different_update = _refuse_an_update_of_nothing


def _parse(template):
    """Templates of the CDK are JSON: a parser of YAML takes seconds for each."""
    return json.loads(template)


def _zoned(clean):
    """The zones of the region of the stack; the emulator always gives those of us-east-1."""

    def cleaned(tree, resources_map):
        if isinstance(tree, dict) and tree.get("Fn::GetAZs") == "":
            tree = {"Fn::GetAZs": resources_map["AWS::Region"]}
        return clean(tree, resources_map)

    return cleaned


def _resolved(parse):
    """Dynamic references to secrets, which the emulator passes on as they stand."""

    def parsed(resource_json, resources_map):
        result = parse(resource_json, resources_map)
        if result is None:
            raise ValidationError(message=f"Neither the emulator nor a stand-in makes a {resource_json['Type']}")
        kind, tree, name = result
        return kind, _secrets(tree, resources_map._account_id, resources_map._region_name), name

    return parsed


def _secrets(tree, account, region):
    if isinstance(tree, dict):
        return {key: _secrets(value, account, region) for key, value in tree.items()}
    if isinstance(tree, list):
        return [_secrets(value, account, region) for value in tree]
    found = SECRET.fullmatch(tree) if isinstance(tree, str) else None
    if not found:
        return tree
    secret = secretsmanager_backends[account][region].get_secret_value(found[1], "", "AWSCURRENT")
    return json.loads(secret["SecretString"])[found[2]]


def _fitted(parse):
    """Properties over which the emulator stumbles, put as it wants them."""

    def parsed(logical_id, resource_json, resources_map):
        kind, tree, name = parse(logical_id, resource_json, resources_map)
        if resource_json["Type"] in FITTED:
            FITTED[resource_json["Type"]](tree["Properties"], name)
        return kind, tree, name

    return parsed


def _parameter(properties, name):
    """It answers 500 to a parameter without a name, and takes tags as a list alone."""
    properties.setdefault("Name", name)
    if isinstance(properties.get("Tags"), dict):
        properties["Tags"] = [{"Key": key, "Value": value} for key, value in properties["Tags"].items()]


def _key(properties, _):
    """It takes tags of keys as the API of KMS has them, and answers 500 for a key whose policy is not text."""
    properties["KeyPolicy"] = json.dumps(properties["KeyPolicy"])
    properties["Tags"] = [{"TagKey": tag["Key"], "TagValue": tag["Value"]} for tag in properties.get("Tags", [])]


def _role(properties, _):
    """It keeps the policies of a role as Python would print them."""
    for policy in properties.get("Policies", []):
        policy["PolicyDocument"] = json.dumps(policy["PolicyDocument"])


def _repository(properties, _):
    """It keeps settings of repositories under the names that the API of ECR has for them."""
    for setting in ("EncryptionConfiguration", "ImageScanningConfiguration"):
        given = properties.get(setting, {})
        properties[setting] = {name[0].lower() + name[1:]: value for name, value in given.items()}


def _lifecycle(repository, properties, region):
    """It passes over the lifecycle policy of a repository."""
    if "LifecyclePolicy" in properties:
        text = properties["LifecyclePolicy"]["LifecyclePolicyText"]
        client("ecr", region).put_lifecycle_policy(repositoryName=repository.name, lifecyclePolicyText=text)


def _egress(group, properties, region):
    """It passes over what a security group lets out, so that everything goes out."""
    if "SecurityGroupEgress" in properties:
        everything = client("ec2", region).describe_security_groups(GroupIds=[group.id])["SecurityGroups"][0]
        client("ec2", region).revoke_security_group_egress(
            GroupId=group.id, IpPermissions=everything["IpPermissionsEgress"]
        )
        for rule in properties["SecurityGroupEgress"]:
            client("ec2", region).authorize_security_group_egress(GroupId=group.id, IpPermissions=[_permission(rule)])


def _permission(rule):
    permission = {key: rule[key] for key in ("IpProtocol", "FromPort", "ToPort") if key in rule}
    if "CidrIp" in rule:
        return permission | {"IpRanges": [{"CidrIp": rule["CidrIp"]}]}
    return permission | {"UserIdGroupPairs": [{"GroupId": rule["DestinationSecurityGroupId"]}]}


def _public(subnet, properties, region):
    """It takes the first subnet of a zone for the default one, which gives public addresses."""
    said = properties.get("MapPublicIpOnLaunch", False)
    client("ec2", region).modify_subnet_attribute(SubnetId=subnet.id, MapPublicIpOnLaunch={"Value": said})


def _managed(role, properties, region):
    """It passes over the managed policies of a role."""
    for arn in properties.get("ManagedPolicyArns", []):
        client("iam", region).attach_role_policy(RoleName=role.name, PolicyArn=arn)


FITTED = {
    "AWS::ECR::Repository": _repository,
    "AWS::IAM::Role": _role,
    "AWS::KMS::Key": _key,
    "AWS::SSM::Parameter": _parameter,
}
COMPLETED = {
    "AWS::EC2::SecurityGroup": _egress,
    "AWS::EC2::Subnet": _public,
    "AWS::ECR::Repository": _lifecycle,
    "AWS::IAM::Role": _managed,
}


def _inline(role, properties, region):
    """It updates no policy of a role."""
    iam = client("iam", region)
    iam.update_assume_role_policy(
        RoleName=role.name, PolicyDocument=json.dumps(properties["AssumeRolePolicyDocument"])
    )
    said = {policy["PolicyName"]: policy["PolicyDocument"] for policy in properties.get("Policies", [])}
    for name in set(role.policies) - set(said) - _of_others(role):
        iam.delete_role_policy(RoleName=role.name, PolicyName=name)
    for name, document in said.items():
        iam.put_role_policy(RoleName=role.name, PolicyName=name, PolicyDocument=json.dumps(document))
    managed = {policy["PolicyArn"] for policy in iam.list_attached_role_policies(RoleName=role.name)["AttachedPolicies"]}
    for arn in managed - set(properties.get("ManagedPolicyArns", [])):
        iam.detach_role_policy(RoleName=role.name, PolicyArn=arn)
    _managed(role, properties, region)


def _of_others(role):
    """Policies that are resources of their own."""
    own = iam_backends[role.account_id][role.partition].inline_policies.values()
    return {policy.policy_name for policy in own if role.name in (policy.role_names or [])}


CHANGED = {
    "AWS::EC2::SecurityGroup": _egress,
    "AWS::ECR::Repository": _lifecycle,
    "AWS::IAM::Role": _inline,
}


def _told(create):
    """The CDK CLI shows no reason of a failure that the emulator answers with status 500."""

    def created(logical_id, resource_json, resources_map, account_id, region_name):
        try:
            resource = create(logical_id, resource_json, resources_map, account_id, region_name)
            if resource and resource_json["Type"] in COMPLETED:
                properties = parsing.clean_json(resource_json["Properties"], resources_map)
                COMPLETED[resource_json["Type"]](resource, properties, region_name)
            return resource
        except ValidationError:
            raise
        except Exception as failure:
            raise ValidationError(
                message=f"{resource_json['Type']} {logical_id}: {type(failure).__name__}: {failure}"
            ) from failure

    return created


def _updated(update):
    """A resource whose type the emulator cannot update disappears from its stack, without a word."""

    def changed(logical_id, resource_json, resources_map, **named):
        kind = resource_json["Type"]
        try:
            resource = update(logical_id, resource_json, resources_map, **named)
            if resource is None:
                raise ValueError("The emulator cannot update it")
            if kind in CHANGED:
                properties = parsing.clean_json(resource_json["Properties"], resources_map)
                CHANGED[kind](resource, properties, resources_map._region_name)
            return resource
        except Exception as failure:
            raise ValidationError(message=f"{kind} {logical_id}: {type(failure).__name__}: {failure}") from failure

    return changed


def _protected(delete):
    """Termination protection, which the emulator stores and does not heed."""

    def deleted(backend, name_or_stack_id):
        for stack in backend.stacks.values():
            if name_or_stack_id in (stack.name, stack.stack_id) and stack.enable_termination_protection:
                raise ValidationError(message=f"Stack [{stack.name}] cannot be deleted while TerminationProtection is enabled")
        delete(backend, name_or_stack_id)

    return deleted


def _update_termination_protection(response):
    stack = response.cloudformation_backend.get_stack(response._get_param("StackName"))
    stack.enable_termination_protection = response._get_bool_param("EnableTerminationProtection")
    return ActionResult({"StackId": stack.stack_id})


def _parameters(backend, instance, incoming_params):
    """A parameter of Parameter Store that keeps its previous value keeps its name: the emulator takes what was read for a name."""
    given = {each["ParameterKey"]: each["ParameterValue"] for each in incoming_params if "ParameterValue" in each}
    kept = [each["ParameterKey"] for each in incoming_params if each.get("UsePreviousValue")]
    return given | {name: instance.parameters[name] for name in kept if name in instance.parameters}


def _refuse_an_update_of_nothing(response, incoming, body, stack):
    """As AWS does: the same template, and parameters that are the same once they are read from Parameter Store."""
    given = _parameters(response.cloudformation_backend, stack, incoming or [])
    fresh = models.Stack(stack.stack_id, stack.name, body, given, stack.account_id, stack.region_name)
    if fresh.template_dict == stack.template_dict and fresh.stack_parameters == stack.stack_parameters:
        raise ValidationError(message="No updates are to be performed.")
