package dev.slipway.review.practice;

import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.review.finding.Finding;
import java.util.stream.Stream;

/** Keys of KMS: https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html, CIS AWS Foundations 3.6. */
public final class Keys {
    private static final Demand KEY = Demand.of("AWS::KMS::Key");

    private Keys() {}

    public static Stream<Finding> unrotated(Synthesis synthesis) {
        return KEY.where(key -> !key.property("KeySpec").exists()
                        || key.property("KeySpec").text().equals("SYMMETRIC_DEFAULT"))
                .at(synthesis, "EnableKeyRotation", "be true", Tree::isTrue);
    }

    public static Stream<Finding> disabled(Synthesis synthesis) {
        return KEY.at(
                synthesis, "Enabled", "not be false, or nothing can be read that it encrypts", value -> !value.text()
                        .equals("false"));
    }

    public static Stream<Finding> open(Synthesis synthesis) {
        return KEY.at(
                synthesis,
                "KeyPolicy.Statement",
                "allow nothing to everybody",
                statements -> statements.items().stream().noneMatch(Keys::isForEverybody));
    }

    /** Without the account's root only AWS support can ever change the policy again. */
    public static Stream<Finding> locked(Synthesis synthesis) {
        return KEY.where(key -> key.property("KeyPolicy").exists())
                .at(
                        synthesis,
                        "KeyPolicy.Statement",
                        "let the account administer the key: kms:* for its root",
                        statements -> statements.items().stream()
                                .anyMatch(statement -> statement
                                                .get("Effect")
                                                .text()
                                                .equals("Allow")
                                        && statement.get("Action").texts().contains("kms:*")
                                        && statement
                                                .at("Principal.AWS")
                                                .toString()
                                                .contains(":root")));
    }

    private static boolean isForEverybody(Tree statement) {
        Tree principal = statement.get("Principal");
        return statement.get("Effect").text().equals("Allow")
                && (principal.text().equals("*") || principal.get("AWS").texts().contains("*"))
                && !statement.get("Condition").exists();
    }
}
