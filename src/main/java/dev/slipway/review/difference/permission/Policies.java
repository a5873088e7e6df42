package dev.slipway.review.difference.permission;

import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Template;
import dev.slipway.review.Tree;
import dev.slipway.review.difference.shift.Kind;
import dev.slipway.review.template.Intrinsics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The permissions of every holder in a snapshot. */
final class Policies {
    /** The property of a resource that is a policy for itself; the second is who it is for, where that is another resource. */
    private static final Map<String, List<String>> OF_RESOURCES = new TreeMap<>(Map.ofEntries(
            Map.entry("AWS::KMS::Key", List.of("KeyPolicy", "")),
            Map.entry("AWS::ECR::Repository", List.of("RepositoryPolicyText", "")),
            Map.entry("AWS::EC2::VPCEndpoint", List.of("PolicyDocument", "")),
            Map.entry("AWS::Backup::BackupVault", List.of("AccessPolicy", "")),
            Map.entry("AWS::EFS::FileSystem", List.of("FileSystemPolicy", "")),
            Map.entry("AWS::SQS::QueuePolicy", List.of("PolicyDocument", "Queues")),
            Map.entry("AWS::SNS::TopicPolicy", List.of("PolicyDocument", "Topics")),
            Map.entry("AWS::S3::BucketPolicy", List.of("PolicyDocument", "Bucket")),
            Map.entry("AWS::MSK::ClusterPolicy", List.of("Policy", "ClusterArn")),
            Map.entry("AWS::ECR::RegistryPolicy", List.of("PolicyText", "")),
            Map.entry("AWS::SecretsManager::ResourcePolicy", List.of("ResourcePolicy", "SecretId"))));

    private static final Map<String, String> OF_IDENTITIES = new TreeMap<>(Map.of(
            "AWS::IAM::Role", "Roles",
            "AWS::IAM::User", "Users",
            "AWS::IAM::Group", "Groups"));

    private final Map<Holder, List<Permission>> holders = new LinkedHashMap<>();

    Policies(Synthesis synthesis) {
        for (Template template : synthesis.templates()) {
            for (Resource resource : template.resources()) {
                ofResource(resource);
                ofIdentity(resource);
                new Entries(resource).stream().forEach(entry -> add(entry.getKey(), Stream.of(entry.getValue())));
            }
        }
    }

    Map<Holder, List<Permission>> holders() {
        return holders;
    }

    private void add(Holder holder, Stream<Permission> permissions) {
        holders.computeIfAbsent(holder, none -> new ArrayList<>()).addAll(permissions.toList());
    }

    private static Holder holder(Kind kind, Resource resource) {
        return new Holder(kind, resource.template().stage(), ReadableName.name(resource));
    }

    private void ofResource(Resource resource) {
        List<String> properties = OF_RESOURCES.get(resource.type());
        if (properties == null) {
            return;
        }
        Stream<Permission> permissions = Permission.in(resource.template(), resource.property(properties.get(0)));
        Tree owners = properties.get(1).isEmpty() ? Tree.NOTHING : resource.property(properties.get(1));
        if (!owners.exists()) {
            add(holder(Kind.RESOURCE_POLICY, resource), permissions);
            return;
        }
        List<Permission> all = permissions.toList();
        Stream<Tree> each = owners.items().isEmpty() ? Stream.of(owners) : owners.items().stream();
        each.forEach(owner -> add(
                new Holder(Kind.RESOURCE_POLICY, resource.template().stage(), owner(resource.template(), owner)),
                all.stream()));
    }

    private static String owner(Template template, Tree owner) {
        return Intrinsics.resource(template, owner)
                .map(ReadableName::name)
                .orElseGet(() -> Intrinsics.text(template, owner));
    }

    private void ofIdentity(Resource identity) {
        String property = OF_IDENTITIES.get(identity.type());
        if (property == null) {
            return;
        }
        Template template = identity.template();
        if (identity.type().equals("AWS::IAM::Role")) {
            add(holder(Kind.TRUST, identity), Permission.in(template, identity.property("AssumeRolePolicyDocument")));
        }
        Holder holder = holder(Kind.IAM, identity);
        add(
                holder,
                identity.property("Policies").items().stream()
                        .flatMap(policy -> Permission.in(template, policy.get("PolicyDocument"))));
        add(holder, attached(identity, property));
        for (Tree arn : identity.property("ManagedPolicyArns").items()) {
            add(
                    holder,
                    Intrinsics.resource(template, arn)
                            .map(own -> Permission.in(template, own.property("PolicyDocument")))
                            .orElseGet(() -> Stream.of(Entries.allOf(Intrinsics.text(template, arn)))));
        }
        Tree boundary = identity.property("PermissionsBoundary");
        if (boundary.exists()) {
            add(holder, Stream.of(Entries.boundary(Intrinsics.text(template, boundary))));
        }
    }

    private static Stream<Permission> attached(Resource identity, String property) {
        Template template = identity.template();
        return Stream.of("AWS::IAM::Policy", "AWS::IAM::ManagedPolicy", "AWS::IAM::RolePolicy")
                .flatMap(type -> template.resources(type).stream())
                .filter(policy -> Stream.concat(
                                policy.property(property).items().stream(), Stream.of(policy.property("RoleName")))
                        .anyMatch(ref -> Intrinsics.resource(template, ref)
                                .filter(found -> found.id().equals(identity.id()))
                                .isPresent()))
                .flatMap(policy -> Permission.in(template, policy.property("PolicyDocument")));
    }
}
