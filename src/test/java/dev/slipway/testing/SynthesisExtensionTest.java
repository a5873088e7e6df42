package dev.slipway.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class SynthesisExtensionTest {
    /** What came of a run: {@code ok} for a test that passed, else what it said. */
    private static final class Run implements TestExecutionListener {
        private final List<String> tests = new ArrayList<>();
        private final List<String> failures = new ArrayList<>();

        @Override
        public synchronized void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
            result.getThrowable().ifPresent(failure -> failures.add(String.valueOf(failure.getMessage())));
            if (identifier.isTest()) {
                tests.add(identifier.getDisplayName());
            }
        }
    }

    private static Run run(boolean isParallel, Class<?>... classes) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(Stream.of(classes).map(type -> selectClass(type)).toList())
                .configurationParameter("junit.jupiter.execution.parallel.enabled", String.valueOf(isParallel))
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.mode.classes.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
                .build();
        Run run = new Run();
        LauncherFactory.create().execute(request, run);
        return run;
    }

    @Test
    void rendersOnceInARunForAllClassesAndThreads() {
        int before = Samples.Tiny.ASKED.get();
        Run run = run(true, Samples.First.class, Samples.Second.class, Samples.Failing.class);

        assertThat(run.tests).hasSize(9);
        assertThat(run.failures).hasSize(1);
        assertThat(Samples.Tiny.ASKED).hasValue(before + 1);
    }

    @Test
    void saysWhereWhatFailsIsDeclared() {
        assertThat(run(false, Samples.Failing.class).failures)
                .singleElement()
                .asString()
                .contains("Declared at Samples.java:")
                .contains("service order");
    }

    @Test
    void takesASupplierOrAProgram() {
        Run run = run(false, Samples.OfASupplier.class, Samples.OfAProgram.class);

        assertThat(run.failures).isEmpty();
        assertThat(run.tests).hasSize(2);
    }

    @Test
    void refusesAnEnvironmentThatIsNotThere() {
        assertThat(run(false, Samples.OfNoEnvironment.class).failures)
                .containsExactlyInAnyOrder(
                        "There is no environment (lokal); there are [local].",
                        "The parameter (environment) must say of which environment. Fix: annotate it, @InEnvironment(\"local\").");
        assertThat(run(false, Samples.OfAnEnvironmentThatIsNotThere.class).failures)
                .containsExactly("There is no environment (prod) to render; there are local.");
    }

    @Test
    void showsTheProblemsOfAPlatformOnce() {
        Run run = run(false, Samples.OfAnErroneousPlatform.class, Samples.OfTheSameErroneousPlatform.class);

        assertThat(run.tests).as("no test of a class that cannot start runs").isEmpty();
        assertThat(run.failures).hasSize(2);
        assertThat(run.failures.get(0))
                .contains("Platform broken has 1 error", "error service/port at Samples.java:")
                .contains("The port (80) of service order must be 1024 to 65535");
        assertThat(run.failures.get(1))
                .isEqualTo(
                        "Broken cannot be tested: see the first of the tests that need it. Platform broken has 1 error; nothing was written.");
    }
}
