package dev.slipway.bench.suite;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs a suite on the JUnit platform, as Surefire or an IDE does, and writes the verdict of each test. */
final class Run {
    private static final String SUFFIX = "Test";

    /** The verdict of each test by its class and number, and the first message. */
    private static final class Verdicts implements TestExecutionListener {
        private final Map<String, String> all = new ConcurrentSkipListMap<>();

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (test.isTest()) {
                String type = test.getSource().map(source -> simpleName(source)).orElse("");
                all.put(type + " " + test.getDisplayName(), result.getStatus() == Status.SUCCESSFUL ? "holds" : "fails");
            }
            result.getThrowable()
                    .filter(thrown -> !(thrown instanceof AssertionError) && !isOfTemplate(thrown))
                    .ifPresent(thrown -> {
                        thrown.printStackTrace();
                        all.put("broken " + test.getDisplayName(), String.valueOf(thrown.getMessage()));
                    });
        }

        private static String simpleName(Object source) {
            String name = source instanceof MethodSource method
                    ? method.getClassName()
                    : source instanceof ClassSource type ? type.getClassName() : "";
            return name.substring(name.lastIndexOf('.') + 1)
                    .replaceAll("(Cdk|Kit)" + SUFFIX + "$", "");
        }

        /** An assertion of the CDK fails with what jsii makes of an error of JavaScript. */
        private static boolean isOfTemplate(Throwable thrown) {
            return Optional.ofNullable(thrown.getMessage()).orElse("").startsWith("AssertionError: ");
        }
    }

    private Run() {}

    /**
     * Prints {@code tests}, and {@code first}, the milliseconds from the start of the JVM to the end of the first run.
     *
     * @param args {@code Cdk} or {@code Kit}; how many classes, {@code all} for all; how often; {@code parallel} or not; a file for the verdicts
     */
    public static void main(String... args) throws IOException {
        List<String> names = List.copyOf(Subject.all().keySet());
        int classes = args[1].equals("all") ? names.size() : Integer.parseInt(args[1]);
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(names.subList(0, classes).stream()
                        .map(name -> Run.leaf(name, args[0]))
                        .toList())
                .configurationParameter("junit.jupiter.execution.parallel.enabled", String.valueOf(args[3].equals("parallel")))
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.mode.classes.default", "concurrent")
                .build();
        Launcher launcher = LauncherFactory.create();
        Map<String, String> first = new TreeMap<>();
        int times = Integer.parseInt(args[2]);
        for (int i = 0; i < times; i++) {
            Verdicts verdicts = new Verdicts();
            launcher.execute(request, verdicts);
            if (first.isEmpty()) {
                first.putAll(verdicts.all);
                Files.write(Path.of(args[4]), lines(first).toList());
            } else if (!first.equals(verdicts.all)) {
                throw new IllegalStateException("Run %d differs from the first: %s".formatted(i + 1, verdicts.all));
            }
        }
        System.out.println("tests\t" + first.size());
        System.out.println("failures\t" + first.values().stream().filter(verdict -> !verdict.equals("holds")).count());
        System.out.println("runs\t" + times);
    }

    private static Stream<String> lines(Map<String, String> verdicts) {
        return verdicts.entrySet().stream().map(verdict -> verdict.getKey() + "\t" + verdict.getValue());
    }

    private static ClassSelector leaf(String name, String style) {
        return selectClass(Run.class.getPackageName() + "." + name + style + SUFFIX);
    }
}
