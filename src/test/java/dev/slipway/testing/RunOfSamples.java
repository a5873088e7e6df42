package dev.slipway.testing;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs sample classes on whichever JUnit is on the class path, in parallel, and prints what came of it. */
final class RunOfSamples {
    private RunOfSamples() {}

    public static void main(String... args) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(
                                        selectClass(Samples.First.class),
                                        selectClass(Samples.Second.class),
                                        selectClass(Samples.OfASupplier.class),
                                        selectClass(Samples.Failing.class))
                                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                                .build(),
                        listener);
        TestExecutionSummary summary = listener.getSummary();
        System.out.printf(
                "%s: %s passed, %s failed, rendered %s times%n",
                Test.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath()
                        .replaceFirst(".*/", ""),
                summary.getTestsSucceededCount(),
                summary.getTestsFailedCount(),
                Samples.Tiny.ASKED);
        summary.getFailures()
                .forEach(failure -> System.out.println(failure.getException().getMessage()));
    }
}
