package dev.slipway.review.practice;

import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.review.finding.Finding;
import dev.slipway.review.specification.Specification;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Stages that keep their data: those in which a cluster, database, cache or brokers are retained. What the one is worth, the
 * others are. What else is retained by default, such as keys and buckets of the CDK, says nothing.
 */
public final class Keeping {
    private static final List<String> POLICIES = List.of("DeletionPolicy", "UpdateReplacePolicy");
    private static final Set<String> TELLING = new TreeSet<>(List.of(
            "AWS::EKS::Cluster",
            "AWS::ElastiCache::ReplicationGroup",
            "AWS::ElastiCache::ServerlessCache",
            "AWS::MSK::Cluster",
            "AWS::MSK::ServerlessCluster",
            "AWS::RDS::DBCluster",
            "AWS::RDS::DBInstance"));

    private final Set<String> stages;
    private final Set<String> shared;

    private Keeping(Synthesis synthesis) {
        stages = synthesis.stages().stream()
                .filter(stage -> TELLING.stream()
                        .flatMap(type -> synthesis.resources(stage, type).stream())
                        .anyMatch(resource -> POLICIES.stream().anyMatch(policy -> isKept(resource, policy))))
                .collect(Collectors.toCollection(TreeSet::new));
        shared = new TreeSet<>(stages.isEmpty() ? List.of() : synthesis.stages());
        shared.removeAll(synthesis.environments());
    }

    static Keeping of(Synthesis synthesis) {
        return synthesis.derived(Keeping.class, "", () -> new Keeping(synthesis));
    }

    boolean keeps(Resource resource) {
        return stages.contains(resource.template().stage());
    }

    /** Whether somebody counts on a resource who keeps the data: it is theirs, or what environments share. */
    boolean countsOn(Resource resource) {
        return keeps(resource) || shared.contains(resource.template().stage());
    }

    /** The stages that keep their data. */
    Stream<String> stages() {
        return stages.stream();
    }

    private static boolean isKept(Resource resource, String policy) {
        return resource.tree().get(policy).text().startsWith("Retain");
    }

    /** What would be gone by a mistake, where everything else of its kind is kept. */
    public static Stream<Finding> released(Synthesis synthesis) {
        Keeping keeping = of(synthesis);
        return synthesis.stages().stream()
                .flatMap(stage -> synthesis.templates(stage).stream())
                .flatMap(template -> template.resources().stream())
                .filter(resource -> keeping.countsOn(resource) && isStateful(resource))
                .flatMap(resource -> POLICIES.stream()
                        .filter(policy -> !isKept(resource, policy))
                        .map(policy -> Finding.about(
                                resource,
                                policy,
                                "(%s) must be Retain, as that of other data of %s is."
                                        .formatted(
                                                Demand.shown(resource.tree().get(policy)),
                                                resource.template().stage()))));
    }

    /** Instances of a cluster hold nothing of their own, and logs of functions nothing that is missed. */
    private static boolean isStateful(Resource resource) {
        return Specification.load().isStateful(resource.type())
                && !resource.type().equals("AWS::Logs::LogGroup")
                && !isPartOfCluster(resource)
                && !isAddress(resource);
    }

    private static boolean isPartOfCluster(Resource resource) {
        return resource.type().equals("AWS::RDS::DBInstance")
                && resource.property("DBClusterIdentifier").exists();
    }

    private static boolean isAddress(Resource resource) {
        return List.of("AWS::EC2::EIP", "AWS::SSM::Parameter").contains(resource.type());
    }

    /** Versions that AWS chooses are others tomorrow. */
    public static Stream<Finding> unpinned(Synthesis synthesis) {
        return Stream.concat(
                Demand.of("AWS::EKS::Cluster").at(synthesis, "Version", "be set, or AWS chooses one", Tree::exists),
                Demand.of("AWS::RDS::DBInstance", "AWS::RDS::DBCluster", "AWS::ElastiCache::ReplicationGroup")
                        .where(resource -> !isPartOfCluster(resource))
                        .at(synthesis, "EngineVersion", "be set, or AWS chooses one", Tree::exists));
    }

    /** Switches against deletion by hand. */
    public static Stream<Finding> unprotected(Synthesis synthesis) {
        Keeping keeping = of(synthesis);
        List<Stream<Finding>> found = new ArrayList<>();
        found.add(Demand.of("AWS::RDS::DBInstance")
                .where(instance -> !instance.property("DBClusterIdentifier").exists())
                .where(keeping::keeps)
                .at(synthesis, "DeletionProtection", "be true where data is kept", Tree::isTrue));
        found.add(Demand.of("AWS::RDS::DBCluster")
                .where(keeping::keeps)
                .at(synthesis, "DeletionProtection", "be true where data is kept", Tree::isTrue));
        return found.stream().flatMap(findings -> findings);
    }
}
