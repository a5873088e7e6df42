package dev.slipway.review.across;

import dev.slipway.review.Resource;
import dev.slipway.review.Tree;
import dev.slipway.review.template.Intrinsics;
import java.util.List;
import java.util.stream.Stream;

/** What the roles of pods are allowed, statement by statement. */
record Grants(Planes planes) {
    /** An action on a resource, as the policy has them. */
    record Grant(Resource role, String action, String resource) {
        /** The last part of the ARN, after the last slash. */
        String name() {
            return resource.substring(resource.lastIndexOf('/') + 1);
        }

        boolean isOn(String kind, String wanted) {
            String regex = "\\Q" + name().replace("*", "\\E.*\\Q") + "\\E";
            return resource.contains(":" + kind + "/") && wanted.matches(regex);
        }

        boolean allows(String wanted) {
            String regex = "\\Q" + action.replace("*", "\\E.*\\Q") + "\\E";
            return wanted.matches(regex);
        }
    }

    /** The roles that a service account gets. */
    Stream<Resource> roles(String namespace, String account) {
        return planes.ofType("AWS::EKS::PodIdentityAssociation")
                .filter(association -> association.property("Namespace").text().equals(namespace)
                        && association.property("ServiceAccount").text().equals(account))
                .flatMap(association -> association.template().resources("AWS::IAM::Role").stream()
                        .filter(role -> role.id()
                                .equals(association
                                        .property("RoleArn")
                                        .at("Fn::GetAtt.0")
                                        .text())));
    }

    static List<Grant> of(Resource role) {
        return role.property("Policies").items().stream()
                .flatMap(policy -> policy.at("PolicyDocument.Statement").items().stream())
                .filter(statement -> statement.get("Effect").text().equals("Allow"))
                .flatMap(statement -> statement.get("Action").texts().stream().flatMap(action -> resources(statement)
                        .map(resource -> new Grant(role, action, Intrinsics.text(role.template(), resource)))))
                .toList();
    }

    private static Stream<Tree> resources(Tree statement) {
        Tree resource = statement.get("Resource");
        return resource.items().isEmpty() ? Stream.of(resource) : resource.items().stream();
    }
}
