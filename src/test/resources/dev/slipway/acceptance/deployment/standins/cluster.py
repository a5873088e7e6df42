"""EKS."""

from moto.eks.models import eks_backends

from .api import ACCOUNT, call, client, request
from .model import Made, StandIn


def _api(properties):
    """Logging is shaped otherwise in CloudFormation."""
    rest = dict(properties)
    logging = rest.pop("Logging", {}).get("ClusterLogging", {}).get("EnabledTypes", [])
    if logging:
        rest["Logging"] = {"ClusterLogging": [{"Types": [entry["Type"] for entry in logging], "Enabled": True}]}
    return rest


def _cluster(_, properties, region):
    made = call("eks", region, "CreateCluster", _api(properties))["cluster"]
    group = _security_group(properties, region)

    def undo():
        call("eks", region, "DeleteCluster", {"name": made["name"]})
        client("ec2", region).delete_security_group(GroupId=group)

    return Made(
        made["name"],
        {
            "Arn": made["arn"],
            "Endpoint": made["endpoint"],
            "ClusterSecurityGroupId": group,
            "CertificateAuthorityData": made["certificateAuthority"]["data"],
            "OpenIdConnectIssuerUrl": made["identity"]["oidc"]["issuer"],
        },
        undo,
    )


def _security_group(properties, region):
    """EKS makes one for a cluster, in the VPC of its subnets."""
    subnets = properties["ResourcesVpcConfig"]["SubnetIds"]
    vpcs = {subnet["VpcId"] for subnet in client("ec2", region).describe_subnets(SubnetIds=subnets)["Subnets"]}
    if len(vpcs) != 1:
        raise ValueError(f"The subnets of a cluster stand in one VPC, not in {sorted(vpcs)}")
    return client("ec2", region).create_security_group(
        GroupName=f"eks-cluster-sg-{properties['Name']}", Description="made by EKS", VpcId=vpcs.pop()
    )["GroupId"]


def _change_cluster(made, properties, region):
    """The emulator has no UpdateClusterVersion: its cluster gets the version that the call would bring it to."""
    request("eks", region, "CreateCluster", _api(properties))
    eks_backends[ACCOUNT][region].clusters[made.id].version = properties["Version"]
    return made


def _addon(_, properties, region):
    request("eks", region, "CreateAddon", properties)
    call("eks", region, "DescribeCluster", {"name": properties["ClusterName"]})
    return Made(f"{properties['ClusterName']}|{properties['AddonName']}")


def _association(name, properties, region):
    """Refused, as by EKS, where the cluster or the role is not there."""
    request("eks", region, "CreatePodIdentityAssociation", properties)
    call("eks", region, "DescribeCluster", {"name": properties["ClusterName"]})
    client("iam", region).get_role(RoleName=properties["RoleArn"].split("/")[-1])
    arn = f"arn:aws:eks:{region}:podidentityassociation/{properties['ClusterName']}/a-{name.split('-')[-1].lower()}"
    return Made(arn, {"AssociationArn": arn, "AssociationId": arn.split("/")[-1]})


STAND_INS = (
    StandIn("AWS::EKS::Cluster", _cluster, "CreateCluster", _change_cluster),
    StandIn("AWS::EKS::Addon", _addon),
    StandIn("AWS::EKS::PodIdentityAssociation", _association),
)
