package dev.slipway.acceptance;

import static dev.slipway.testing.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.review.Synthesis;
import dev.slipway.review.finding.Finding;
import dev.slipway.review.manifest.ManifestChecks;
import dev.slipway.review.template.TemplateLimits;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A hundred services, each with a database, a cache, a bucket, a secret, a route and three topics. */
class HundredServicesIT {
    private static Synthesis hundred;

    @BeforeAll
    static void render() {
        hundred = Slipway.render(Slipway.plan(HundredServices.platform()));
    }

    @Test
    void fitTheTemplates() {
        assertThat(hundred.resources("production", "AWS::IAM::Role")).hasSizeGreaterThan(2 * HundredServices.SERVICES);
        assertThat(TemplateLimits.findings(hundred).stream().map(Finding::toString))
                .isEmpty();
    }

    @Test
    void runInTheCluster() {
        assertThat(hundred).environment("production").manifests("Deployment").hasCount(HundredServices.SERVICES);
        assertThat(ManifestChecks.findings(hundred).stream().map(Finding::toString))
                .isEmpty();
    }
}
