package dev.slipway.review.change.state;

import dev.slipway.review.Tree;
import dev.slipway.review.change.PropertyChange;
import dev.slipway.review.change.ResourceChange;
import dev.slipway.review.specification.ResourceType;
import dev.slipway.review.specification.Specification;
import java.util.Optional;

/** What becomes of a resource, in words. */
final class Fate {
    private Fate() {}

    static String ofRemoved(ResourceChange change) {
        return switch (change.retention()) {
            case RETAINED -> "without it, it stays in the account, managed by nobody, and its name stays taken";
            case SNAPSHOT -> "without it, it is deleted, and a snapshot of it kept";
            case DELETED ->
                change.type().equals("AWS::EC2::EIP")
                        ? "without it, its address goes back to AWS, and whoever admits it admits a stranger"
                        : "without it, it is deleted with what it holds";
        };
    }

    static String ofReplaced(ResourceChange change) {
        return switch (change.retention()) {
            case RETAINED -> "the new one is empty, while the old one stays in the account, managed by nobody";
            case SNAPSHOT -> "the new one is empty, while a snapshot of the old one is kept";
            case DELETED -> "the old one is deleted with what it holds";
        };
    }

    static String fix(ResourceChange change) {
        String type = change.type();
        if (type.equals("AWS::MSK::Topic")) {
            return "declare another topic beside it, let its consumers read both, and remove this one when it is empty";
        }
        if (type.startsWith("AWS::RDS::DB")) {
            return "keep the value; or take a snapshot, declare restoreFrom(..) it, and plan for the time without a database";
        }
        return "keep the value, or declare another one beside it, move what it holds, and remove this one then";
    }

    /** A value as a reader writes it: texts without quotes, functions as JSON. */
    static String text(Tree value) {
        if (!value.exists()) {
            return "none";
        }
        return value.text().isEmpty() ? value.toString() : value.text();
    }

    /** Its physical name, or its logical id where AWS chooses one. */
    static String name(ResourceChange change) {
        return named(change)
                .map(name -> change.before().orElseThrow().property(name))
                .map(Fate::text)
                .orElse(change.id());
    }

    /** The property that the name stands in. */
    static String nameField(ResourceChange change) {
        return named(change).orElse(PropertyChange.LOGICAL_ID);
    }

    private static Optional<String> named(ResourceChange change) {
        return change.before().flatMap(resource -> Specification.load()
                .type(resource.type())
                .flatMap(ResourceType::nameProperty)
                .filter(name -> resource.property(name).exists()));
    }
}
