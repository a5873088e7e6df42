package dev.slipway.testing.assertion;

import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.SynthesizedEnvironment;
import dev.slipway.review.Template;
import dev.slipway.review.Tree;
import dev.slipway.testing.failure.Candidates;
import dev.slipway.testing.failure.ShouldExist;
import dev.slipway.testing.failure.ShouldHaveCount;
import dev.slipway.testing.failure.ShouldMatchGoldenFiles;
import dev.slipway.testing.failure.ShouldNotExist;
import dev.slipway.testing.golden.FileDifference;
import dev.slipway.testing.golden.GoldenFiles;
import dev.slipway.testing.golden.GoldenFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Assertions on everything that was rendered.
 *
 * <pre>{@code
 * assertThat(synthesis).hasEnvironments("dev", "prod");
 * assertThat(synthesis).environment("prod").service("order").mayPublishTo("order.placed");
 * assertThat(synthesis).stack("prod/streaming").resource("AWS::MSK::Cluster").isRetained();
 * }</pre>
 */
public final class SynthesisAssert extends SnapshotAssert<SynthesisAssert, Synthesis> {
    private static final String WHOLE = "the synthesis";

    /** Assertions that throw what fails. */
    public SynthesisAssert(Synthesis actual) {
        super(actual, SynthesisAssert.class, Context.throwing(actual.origins()));
    }

    /** Assertions that hand on what fails. */
    public SynthesisAssert(Synthesis actual, Consumer<AssertionError> reporting) {
        super(actual, SynthesisAssert.class, new Context(reporting, actual.origins()));
    }

    /** What was rendered for an environment. */
    public EnvironmentAssert environment(String name) {
        List<String> present = environments();
        boolean isThere = present.contains(name);
        check(isThere, () -> ShouldExist.shouldExist(WHOLE, "environment", name, candidates(present)));
        return next(new EnvironmentAssert(
                new SynthesizedEnvironment(actual, name),
                isThere ? context() : context().silent()));
    }

    /** Tries each environment that has Kubernetes objects. */
    public SynthesisAssert eachEnvironment(Consumer<EnvironmentAssert> assertions) {
        check(!actual.environments().isEmpty(), () -> ShouldHaveCount.shouldNotBeNone("environments"));
        actual.environments().forEach(name -> assertions.accept(environment(name)));
        return myself;
    }

    /** Whether these environments have Kubernetes objects, and no other. */
    public SynthesisAssert hasEnvironments(String... names) {
        List<String> present = actual.environments();
        return areExactly("environments", names, present);
    }

    /** The template of a stack by its path: {@code stack("prod/streaming")}. */
    public StackAssert stack(String path) {
        Optional<Template> found = actual.templates().stream()
                .filter(template -> template.path().equals(path))
                .findFirst();
        check(found.isPresent(), () -> ShouldExist.shouldExist(WHOLE, "stack", path, Candidates.of(stacks())));
        Template missing = new Template("", path, "", Tree.NOTHING);
        return next(new StackAssert(
                found.orElse(missing), found.isPresent() ? context() : context().silent()));
    }

    /** Whether there are stacks of exactly these paths, in any order. */
    public SynthesisAssert hasStacks(String... paths) {
        return areExactly("stacks", paths, stacks());
    }

    public SynthesisAssert doesNotHaveStack(String path) {
        return check(
                !stacks().contains(path),
                () -> ShouldNotExist.shouldNotExist(WHOLE, "stack " + path, Optional.empty()));
    }

    /** The resources of a type in all stacks. */
    public ResourcesAssert resources(String type) {
        List<Resource> all = actual.templates().stream()
                .flatMap(template -> template.resources(type).stream())
                .toList();
        return next(new ResourcesAssert(type + " of all stacks", all, context()));
    }

    /** Whether a file was written: {@code hasFile("dist/prod/order.k8s.yaml")}. */
    public SynthesisAssert hasFile(String path) {
        return check(
                actual.files().containsKey(path),
                () -> ShouldExist.shouldExist(
                        WHOLE, "file", path, Candidates.of(actual.files().keySet())));
    }

    /**
     * Whether the templates and manifests are what the golden files in a folder say, which {@code -Dslipway.update=true} writes:
     * {@code matchesGoldenFiles(Path.of("src/test/resources/golden"))}. What differs without a change of the infrastructure, such
     * as hashes and the names of assets, is left out.
     */
    public SynthesisAssert matchesGoldenFiles(Path folder) {
        return matches(GoldenFolder.at(folder, System.getenv()));
    }

    SynthesisAssert matches(GoldenFolder folder) {
        if (folder.isRefused()) {
            return check(false, () -> ShouldMatchGoldenFiles.shouldNotBeWritten(WHOLE, folder.path(), folder.ci()));
        }
        List<FileDifference> differences = folder.differences(GoldenFiles.of(actual));
        return check(
                differences.isEmpty(), () -> ShouldMatchGoldenFiles.shouldMatch(WHOLE, folder.path(), differences));
    }

    private Candidates candidates(List<String> environments) {
        Candidates candidates = Candidates.none();
        environments.forEach(
                name -> candidates.add(name, () -> context().origins().ofEnvironment(name)));
        return candidates;
    }

    private List<String> stacks() {
        return actual.templates().stream().map(Template::path).toList();
    }

    private List<String> environments() {
        return Stream.concat(actual.environments().stream(), actual.stages().stream())
                .distinct()
                .toList();
    }
}
