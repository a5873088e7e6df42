package dev.slipway.plan.operation;

import dev.slipway.plan.Place;
import dev.slipway.plan.Planned;
import dev.slipway.platform.Target;

/** As what an account was prepared for the CDK, by {@code cdk bootstrap}: its roles and bucket have names of that. */
public interface Bootstrap extends Planned {
    /** The CDK's own: https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-customizing.html. */
    String DEFAULT_QUALIFIER = "hnb659fds";

    /** What tells one preparation of an account from another. */
    String qualifier();

    @Override
    default Class<?> kind() {
        return Bootstrap.class;
    }

    /** The qualifier of a place, chosen or the CDK's own. */
    static String qualifierOf(Place place) {
        return place.choice(Bootstrap.class).map(Bootstrap::qualifier).orElse(DEFAULT_QUALIFIER);
    }

    /** The ARN of a role of the preparation: {@code deploy}, {@code file-publishing}, {@code lookup}. */
    static String roleArn(Place place, String purpose) {
        Target target = place.target();
        return place.roleArn(
                "cdk-%s-%s-role-%s-%s".formatted(qualifierOf(place), purpose, target.account(), target.region()));
    }
}
