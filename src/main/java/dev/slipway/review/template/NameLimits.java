package dev.slipway.review.template;

import dev.slipway.review.Resource;
import dev.slipway.review.Tree;
import dev.slipway.review.finding.Finding;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How long names may be, and of what they are made, as the API reference of each service has it. */
final class NameLimits {
    private record Name(String property, Pattern syntax) {}

    private static final Map<String, Name> NAMES = new TreeMap<>();

    static {
        name("AWS::CloudWatch::Alarm", "AlarmName", ".{1,255}");
        name("AWS::EC2::SecurityGroup", "GroupName", "(?!sg-)[a-zA-Z0-9 ._\\-:/()#,@\\[\\]+=&;{}!$*]{1,255}");
        name(
                "AWS::ECR::Repository",
                "RepositoryName",
                "(?=.{2,256}$)[a-z0-9]+([._-][a-z0-9]+)*(/[a-z0-9]+([._-][a-z0-9]+)*)*");
        name("AWS::EKS::Cluster", "Name", "[a-zA-Z0-9][a-zA-Z0-9_-]{0,99}");
        name(
                "AWS::ElastiCache::ReplicationGroup",
                "ReplicationGroupId",
                "(?!.*--)[a-zA-Z][a-zA-Z0-9-]{0,38}[a-zA-Z0-9]");
        name(
                "AWS::ElastiCache::ServerlessCache",
                "ServerlessCacheName",
                "(?!.*--)[a-zA-Z][a-zA-Z0-9-]{0,38}[a-zA-Z0-9]");
        name("AWS::ElastiCache::SubnetGroup", "CacheSubnetGroupName", "[a-z0-9-]{1,255}");
        name("AWS::ElastiCache::User", "UserId", "[a-zA-Z][a-zA-Z0-9-]{0,39}");
        name("AWS::ElastiCache::UserGroup", "UserGroupId", "[a-zA-Z][a-zA-Z0-9-]{0,39}");
        name(
                "AWS::ElasticLoadBalancingV2::LoadBalancer",
                "Name",
                "(?!internal-)[a-zA-Z0-9]([a-zA-Z0-9-]{0,30}[a-zA-Z0-9])?");
        name("AWS::IAM::Role", "RoleName", "[\\w+=,.@-]{1,64}");
        name("AWS::KMS::Alias", "AliasName", "alias/(?!aws/)[a-zA-Z0-9/_-]{1,250}");
        name("AWS::Lambda::Function", "FunctionName", "[a-zA-Z0-9_-]{1,64}");
        name("AWS::Logs::LogGroup", "LogGroupName", "[.\\-_/#A-Za-z0-9]{1,512}");
        name("AWS::MSK::Cluster", "ClusterName", "[a-zA-Z0-9-]{1,64}");
        name("AWS::MSK::Topic", "TopicName", "[a-zA-Z0-9._-]{1,249}");
        name("AWS::RDS::DBInstance", "DBInstanceIdentifier", "(?!.*--)[a-zA-Z]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?");
        name("AWS::RDS::DBCluster", "DBClusterIdentifier", "(?!.*--)[a-zA-Z]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?");
        name(
                "AWS::S3::Bucket",
                "BucketName",
                "(?!xn--|sthree-)(?!.*(-s3alias|--ol-s3|\\.\\.)$)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
        name("AWS::SNS::Topic", "TopicName", "[a-zA-Z0-9_-]{1,256}");
        name("AWS::SQS::Queue", "QueueName", "[a-zA-Z0-9_-]{1,80}");
        name("AWS::SSM::Parameter", "Name", "(?!/?(aws|ssm)/)[a-zA-Z0-9_./-]{1,1011}");
        name("AWS::SecretsManager::Secret", "Name", "[a-zA-Z0-9/_+=.@-]{1,512}");
        name("AWS::WAFv2::WebACL", "Name", "[\\w-]{1,128}");
    }

    private NameLimits() {}

    private static void name(String type, String property, String syntax) {
        NAMES.put(type, new Name(property, Pattern.compile(syntax)));
    }

    static Stream<Finding> findings(Resource resource) {
        Name name = NAMES.get(resource.type());
        if (name == null) {
            return Stream.empty();
        }
        Tree value = resource.property(name.property());
        // what only a deployment knows is no text here, and CloudFormation chooses where there is none
        return value.text().isEmpty() || name.syntax().matcher(value.text()).matches()
                ? Stream.empty()
                : Stream.of(Finding.about(
                                resource,
                                "Properties." + name.property(),
                                "(%s, %s characters) must match %s."
                                        .formatted(value.text(), value.text().length(), name.syntax()))
                        .by("template/name"));
    }
}
