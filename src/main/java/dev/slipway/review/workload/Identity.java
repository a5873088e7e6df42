package dev.slipway.review.workload;

import dev.slipway.review.Resource;
import dev.slipway.review.Template;
import dev.slipway.review.Tree;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The IAM roles that the pods of a workload act as: by EKS Pod Identity, or by the annotation of their service account.
 *
 * <pre>{@code
 * Identity.roles(order)   // [ordering.prod.order]
 * }</pre>
 */
public final class Identity {
    private static final String ASSOCIATION = "AWS::EKS::PodIdentityAssociation";
    private static final String ANNOTATION = "eks.amazonaws.com/role-arn";

    /** The roles of a workload, as its snapshot keeps them. */
    private record Roles(List<String> names) {}

    private Identity() {}

    /** The names of the roles, as {@code Permissions} calls them; none for pods that are nobody on AWS. */
    public static List<String> roles(Workload workload) {
        return workload.synthesis()
                .derived(Roles.class, workload.part(), () -> new Roles(read(workload)))
                .names();
    }

    private static List<String> read(Workload workload) {
        Stream<String> associated = workload.synthesis().resources(workload.environment(), ASSOCIATION).stream()
                .filter(association -> isOf(association, workload))
                .flatMap(association -> role(association.template(), association.property("RoleArn")).stream());
        Stream<String> annotated = workload.synthesis().manifests(workload.environment(), "ServiceAccount").stream()
                .filter(account -> account.name().equals(workload.serviceAccount())
                        && account.namespace().equals(workload.namespace()))
                .map(account -> account.at("metadata.annotations").get(ANNOTATION))
                .filter(Tree::exists)
                .map(arn -> named(arn.text()));
        return Stream.concat(associated, annotated).distinct().toList();
    }

    private static boolean isOf(Resource association, Workload workload) {
        return association.property("ServiceAccount").text().equals(workload.serviceAccount())
                && association.property("Namespace").text().equals(workload.namespace());
    }

    private static Optional<String> role(Template template, Tree arn) {
        if (!arn.get("Fn::GetAtt").exists()) {
            return arn.text().isEmpty() ? Optional.empty() : Optional.of(named(arn.text()));
        }
        String id = arn.at("Fn::GetAtt.0").text();
        return template.resource(id).map(role -> {
            String name = role.property("RoleName").text();
            return name.isEmpty() ? template.path() + "/" + id : name;
        });
    }

    private static String named(String arn) {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }
}
