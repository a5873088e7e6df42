package dev.slipway.acceptance.deployment;

import dev.slipway.review.Resource;
import dev.slipway.review.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** What every service that is asked says, held against what the templates say. */
final class Questions {
    private final Stacks stacks;
    private final RoleAnswers roles;
    private final Map<String, Function<String, List<Answer>>> answers = new TreeMap<>();

    Questions(Aws aws, Stacks stacks) {
        this.stacks = stacks;
        roles = new RoleAnswers(aws);
        NetworkAnswers network = new NetworkAnswers(aws);
        DataAnswers data = new DataAnswers(aws);
        PlatformAnswers platform = new PlatformAnswers(aws);
        answers.put("AWS::EC2::VPC", network::vpc);
        answers.put("AWS::EC2::Subnet", network::subnet);
        answers.put("AWS::EC2::SecurityGroup", network::securityGroup);
        answers.put("AWS::EC2::VPCEndpoint", network::endpoint);
        answers.put("AWS::EKS::Cluster", platform::cluster);
        answers.put("AWS::ECR::Repository", platform::repository);
        answers.put("AWS::SSM::Parameter", platform::parameter);
        answers.put("AWS::SecretsManager::Secret", platform::secret);
        answers.put("AWS::KMS::Key", platform::key);
        answers.put("AWS::Logs::LogGroup", platform::logGroup);
        answers.put("AWS::RDS::DBInstance", data::database);
        answers.put("AWS::RDS::DBSubnetGroup", data::subnetGroup);
        answers.put("AWS::ElastiCache::ReplicationGroup", data::cache);
        answers.put("AWS::ElastiCache::User", data::user);
        answers.put("AWS::ElastiCache::UserGroup", data::userGroup);
        answers.put("AWS::MSK::Cluster", data::brokers);
        answers.put("AWS::MSK::Topic", data::topic);
        answers.put("AWS::EKS::PodIdentityAssociation", platform::association);
        answers.put("AWS::IAM::Role", roles::role);
        answers.put("AWS::IAM::OIDCProvider", roles::provider);
    }

    /** The types that are asked about. */
    List<String> types() {
        return List.copyOf(answers.keySet());
    }

    /** What differs, each with what the template says and what there is. */
    List<String> differences() {
        List<String> differences = new ArrayList<>();
        stacks.resources()
                .filter(resource -> answers.containsKey(resource.type()))
                .forEach(resource -> differences.addAll(differences(resource)));
        return differences;
    }

    private List<String> differences(Resource resource) {
        String id = stacks.id(resource);
        if (id.isEmpty()) {
            return List.of(resource + " was not deployed");
        }
        try {
            return differences(resource, id);
        } catch (AwsServiceException e) {
            return List.of(resource + ": " + e.getMessage());
        }
    }

    private List<String> differences(Resource resource, String id) {
        List<String> differences = new ArrayList<>();
        Values values = stacks.values(resource.template());
        int compared = 0;
        for (Answer answer : answers.get(resource.type()).apply(id)) {
            Tree said = resource.property(answer.path());
            if (said.exists()) {
                compared++;
                compare(resource, answer.path(), answer.like().apply(values.of(said)), answer.actual(), differences);
            }
        }
        if (compared == 0) {
            differences.add(resource + " says nothing that was asked about");
        }
        if (resource.type().equals("AWS::IAM::Role")) {
            compare(resource, "Policies", RoleAnswers.declared(stacks, resource), roles.inline(id), differences);
        }
        return differences;
    }

    private static void compare(Resource resource, String path, Object said, Object actual, List<String> differences) {
        if (!said.equals(actual)) {
            differences.add("%s: %s is to be %s, and is %s".formatted(resource, path, said, actual));
        }
    }
}
