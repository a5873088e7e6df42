package dev.slipway.review.practice.access;

import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.review.template.Intrinsics;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A statement of what somebody may do, and where it stands. */
record Statement(Resource holder, String path, Tree tree) {
    /** Of roles, and of policies that are attached to them. */
    static Stream<Statement> all(Synthesis synthesis) {
        return synthesis.stages().stream()
                .flatMap(stage -> Stream.concat(
                        synthesis.resources(stage, "AWS::IAM::Role").stream().flatMap(Statement::ofRole),
                        Stream.of("AWS::IAM::Policy", "AWS::IAM::ManagedPolicy")
                                .flatMap(type -> synthesis.resources(stage, type).stream())
                                .flatMap(policy -> in(policy, "PolicyDocument").stream())));
    }

    static Stream<Statement> ofRole(Resource role) {
        List<Statement> all = new ArrayList<>();
        for (int i = 0; i < role.property("Policies").items().size(); i++) {
            all.addAll(in(role, "Policies.%s.PolicyDocument".formatted(i)));
        }
        return all.stream();
    }

    static List<Statement> in(Resource holder, String document) {
        List<Statement> all = new ArrayList<>();
        List<Tree> items = holder.property(document + ".Statement").items();
        for (int i = 0; i < items.size(); i++) {
            all.add(new Statement(holder, "Properties.%s.Statement.%s".formatted(document, i), items.get(i)));
        }
        return all;
    }

    boolean isAllow() {
        return tree.get("Effect").text().equals("Allow");
    }

    boolean isConditional() {
        return tree.get("Condition").exists();
    }

    List<String> actions() {
        return tree.get("Action").texts();
    }

    /** With names in the place of what only AWS knows. */
    List<String> resources() {
        Tree resource = tree.get("Resource");
        List<Tree> all = resource.isList() ? resource.items() : resource.exists() ? List.of(resource) : List.of();
        return all.stream().map(one -> Intrinsics.text(holder.template(), one)).toList();
    }
}
