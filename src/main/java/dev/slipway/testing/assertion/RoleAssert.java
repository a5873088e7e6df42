package dev.slipway.testing.assertion;

import dev.slipway.review.SynthesizedEnvironment;
import dev.slipway.review.permission.Permissions;
import dev.slipway.testing.failure.ShouldAllow;
import java.util.List;

/**
 * Assertions on what an IAM role may do, as IAM decides it.
 *
 * <pre>{@code
 * assertThat(synthesis).environment("prod").role("ordering.prod.order")
 *         .mayNot("s3:DeleteObject", "arn:aws:s3:::invoices/2026.pdf");
 * }</pre>
 */
public final class RoleAssert extends SnapshotAssert<RoleAssert, RoleAssert.Role> {
    /** A role of an environment. */
    public record Role(SynthesizedEnvironment environment, String name) {}

    RoleAssert(Role actual, Context context) {
        super(actual, RoleAssert.class, context);
    }

    /** Whether an action on a resource is allowed. */
    public RoleAssert may(String action, String resource) {
        return check(
                permissions().allows(actual.name(), action, resource),
                () -> ShouldAllow.shouldAllow(
                        who(),
                        action,
                        resource,
                        List.of(actual.name()),
                        permissions().resources(actual.name(), action),
                        context().origins().ofEnvironment(actual.environment().name())));
    }

    /** Whether an action on a resource is denied, or not allowed. */
    public RoleAssert mayNot(String action, String resource) {
        return check(
                !permissions().allows(actual.name(), action, resource),
                () -> ShouldAllow.shouldNotAllow(
                        who(),
                        action,
                        resource,
                        List.of(actual.name()),
                        context().origins().ofEnvironment(actual.environment().name())));
    }

    private String who() {
        return "role %s of %s".formatted(actual.name(), actual.environment());
    }

    private Permissions permissions() {
        return Permissions.of(
                actual.environment().synthesis(), actual.environment().name());
    }
}
