package dev.slipway.bench.suite;

import dev.slipway.CdkApps;
import dev.slipway.bench.Models;
import dev.slipway.platform.Platform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.assertions.Template;

/** Ten tests of a stack as the CDK's documentation writes them: an app and its {@code Template} a class. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class CdkSuite {
    private final Subject subject;
    private @Nullable Template template;

    CdkSuite(String name) {
        this.subject = Subject.named(name);
    }

    @BeforeAll
    void synthesize() {
        Platform platform = Models.current().platform();
        template = Boolean.getBoolean("bench.one")
                ? CdkApps.templateOfOne(platform, subject.stage(), subject.concern())
                : CdkApps.template(platform, subject.stage(), subject.concern());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void holds(int fact) {
        subject.facts().get(fact).with(java.util.Objects.requireNonNull(template));
    }
}
