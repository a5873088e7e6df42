package dev.slipway.bench;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs one test class, as Surefire and IDEs do. */
final class Junit {
    private Junit() {}

    public static void main(String... args) {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(args[0]))
                                .build(),
                        new TestExecutionListener[] {summary});
        TestExecutionSummary found = summary.getSummary();
        if (found.getTestsSucceededCount() == 0 || found.getTotalFailureCount() > 0) {
            found.getFailures().forEach(failure -> failure.getException().printStackTrace());
            throw new IllegalStateException("The test does not pass");
        }
        System.out.println("tests\t" + found.getTestsSucceededCount());
    }
}
