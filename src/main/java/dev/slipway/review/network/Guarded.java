package dev.slipway.review.network;

import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.review.template.References;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A resource of AWS in a VPC, such as brokers, a database or a cache, behind its security groups.
 *
 * @param groups that guard it; none where they are not made here, or where it has the default one of its VPC
 * @param blocks the addresses of its subnets; none where these are not made here
 */
record Guarded(Resource resource, List<Resource> groups, List<Cidr> blocks) {
    private static final String GROUP = "AWS::EC2::SecurityGroup";
    private static final List<String> MEMBERS = List.of("AWS::EKS::Cluster", "AWS::EC2::LaunchTemplate");

    /** The resources of an environment that a name or a type means. */
    static List<Guarded> called(Synthesis synthesis, String environment, String name) {
        return synthesis.templates(environment).stream()
                .flatMap(template -> template.resources().stream())
                .filter(resource -> resource.type().equals(name)
                        || resource.name().equals(name)
                        || resource.id().equals(name))
                .map(resource -> of(synthesis, resource))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Nothing for what is in no VPC, and for what guards others or pods. */
    private static Optional<Guarded> of(Synthesis synthesis, Resource resource) {
        References references = References.of(synthesis);
        List<Resource> groups = new ArrayList<>();
        List<Resource> subnets = new ArrayList<>();
        boolean isGuarded = collect(references, resource, resource.tree().get("Properties"), groups, subnets);
        return isGuarded
                        && !MEMBERS.contains(resource.type())
                        && !resource.type().startsWith("AWS::EC2::")
                ? Optional.of(new Guarded(resource, List.copyOf(groups), blocks(subnets)))
                : Optional.empty();
    }

    /** Whether any property, however deep, names security groups. */
    private static boolean collect(
            References references, Resource resource, Tree tree, List<Resource> groups, List<Resource> subnets) {
        boolean isGuarded = false;
        for (var field : tree.fields().entrySet()) {
            String name = field.getKey();
            if (name.contains("SecurityGroup")) {
                isGuarded = true;
                references.resources(resource.template(), field.getValue()).stream()
                        .filter(group -> group.type().equals(GROUP))
                        .forEach(groups::add);
            } else if (name.contains("Subnet")) {
                subnets.addAll(subnetsOf(references, resource, field.getValue()));
            } else {
                isGuarded |= collect(references, resource, field.getValue(), groups, subnets);
            }
        }
        for (Tree item : tree.items()) {
            isGuarded |= collect(references, resource, item, groups, subnets);
        }
        return isGuarded;
    }

    /** By a subnet group or by themselves. */
    private static List<Resource> subnetsOf(References references, Resource resource, Tree value) {
        Stream<Resource> named = value.text().isEmpty()
                ? references.resources(resource.template(), value).stream()
                : resource.template().resources().stream()
                        .filter(group -> group.type().endsWith("SubnetGroup"))
                        .filter(group -> group.tree().get("Properties").fields().containsValue(value));
        return named.flatMap(found -> found.type().endsWith("SubnetGroup")
                        ? references.resources(found.template(), found.property("SubnetIds")).stream()
                        : Stream.of(found))
                .toList();
    }

    private static List<Cidr> blocks(List<Resource> subnets) {
        return subnets.stream()
                .flatMap(subnet -> Cidr.of(subnet.property("CidrBlock").text()).stream())
                .distinct()
                .toList();
    }

    @Override
    public String toString() {
        return "%s (%s)".formatted(resource.name(), resource.type());
    }
}
