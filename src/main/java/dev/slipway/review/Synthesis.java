package dev.slipway.review;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Everything that was rendered, as an immutable snapshot. It needs neither CDK nor Node once it is made, and can be read
 * by many threads at once.
 *
 * <pre>{@code
 * Synthesis synthesis = Synthesis.read(Path.of("cdk.out"), Path.of("dist"));
 * synthesis.template("dev/streaming").resources("AWS::MSK::Topic")
 * synthesis.manifest("dev", "Deployment", "order").at("spec.replicas")
 * }</pre>
 */
public final class Synthesis {
    /** Folder of the AWS plane. */
    public static final String CDK_OUT = "cdk.out";

    /** Folder of the Kubernetes plane. */
    public static final String DIST = "dist";

    /** What is worked out of a part of a snapshot: which, and of which part. */
    private record Key(Class<?> type, String part) {}

    private final Map<String, String> files;
    private final List<Template> templates;
    private final List<Manifest> manifests;
    private final List<InstalledChart> charts;
    private final Index index;
    private final Function<Synthesis, Origins> tracing;
    private final Map<Key, Object> derived = new ConcurrentHashMap<>();

    Synthesis(Map<String, String> files, Map<String, String> environments) {
        this.files = Collections.unmodifiableMap(new TreeMap<>(files));
        this.templates = Assemblies.templates(this.files);
        this.manifests = ManifestFiles.manifests(this.files, environments);
        this.charts = ManifestFiles.charts(this.files);
        this.index = new Index(templates, manifests);
        this.tracing = self -> Origins.NONE;
    }

    private Synthesis(Synthesis same, Function<Synthesis, Origins> tracing) {
        this.files = same.files;
        this.templates = same.templates;
        this.manifests = same.manifests;
        this.charts = same.charts;
        this.index = same.index;
        this.tracing = tracing;
    }

    private Synthesis(Synthesis same, List<Template> templates, List<Manifest> manifests) {
        this.files = same.files;
        this.templates = List.copyOf(templates);
        this.manifests = List.copyOf(manifests);
        this.charts = same.charts;
        this.index = new Index(templates, manifests);
        this.tracing = self -> Origins.NONE;
    }

    /** A snapshot of files by their path, which starts with {@value #CDK_OUT} or {@value #DIST}. */
    public static Synthesis of(Map<String, String> files) {
        return new Synthesis(files, Map.of());
    }

    /**
     * A snapshot of what stands in two folders; either may be missing.
     *
     * @throws UncheckedIOException where a file cannot be read
     */
    public static Synthesis read(Path cdkOut, Path dist) {
        Map<String, String> files = new TreeMap<>();
        files.putAll(Texts.below(cdkOut, CDK_OUT));
        files.putAll(Texts.below(dist, DIST));
        return new Synthesis(files, Map.of());
    }

    /** A snapshot of what somebody else rendered, put together piece by piece. */
    public static SynthesisBuilder builder() {
        return new SynthesisBuilder();
    }

    /** A snapshot of the Kubernetes objects of one environment, in a file or below a folder, of any names. */
    public static Synthesis ofManifests(String environment, Path path) {
        return builder().manifests(environment, path).build();
    }

    /** The same snapshot, which can say where things were declared; asked for when something first needs to know. */
    public Synthesis tracedBy(Function<Synthesis, Origins> tracing) {
        return new Synthesis(this, tracing);
    }

    /**
     * The same snapshot with other templates and objects in the place of its own: what rules would say of a change, or of a part. Its
     * files and charts stay what they were.
     *
     * <pre>{@code
     * synthesis.with(synthesis.templates("prod"), synthesis.manifests("prod"))
     * }</pre>
     */
    public Synthesis with(List<Template> otherTemplates, List<Manifest> otherManifests) {
        return new Synthesis(this, otherTemplates, otherManifests);
    }

    /** Where things were declared; {@link Origins#NONE} of a snapshot of files. */
    public Origins origins() {
        return derived(Origins.class, "", () -> tracing.apply(this));
    }

    /**
     * What is worked out of a part of this snapshot, once, and kept with it: all permissions of a stage, all ways on the
     * network of an environment.
     *
     * @param part environment or stage; empty for the whole
     */
    public <T> T derived(Class<T> type, String part, Supplier<T> work) {
        Key key = new Key(type, part);
        Object known = derived.get(key);
        if (known == null) {
            Object fresh = work.get();
            Object other = derived.putIfAbsent(key, fresh);
            known = other == null ? fresh : other;
        }
        return type.cast(known);
    }

    /** The text of every file by its path, assets left out, sorted. */
    public Map<String, String> files() {
        return files;
    }

    public List<Template> templates() {
        return templates;
    }

    /** The templates of a stage: {@code templates("dev")}. */
    public List<Template> templates(String stage) {
        return index.templates(stage);
    }

    /**
     * The template of a stack: {@code template("dev/streaming")}.
     *
     * @throws IllegalArgumentException where there is none; the message lists those that there are
     */
    public Template template(String path) {
        Template template = index.templates().get(path);
        if (template == null) {
            throw new IllegalArgumentException("There is no stack (%s); there are %s."
                    .formatted(path, templates.stream().map(Template::path).toList()));
        }
        return template;
    }

    /** The AWS resources of a type in all stacks of a stage. */
    public List<Resource> resources(String stage, String type) {
        return index.resources(stage, type);
    }

    /** What stands in a file of JSON: {@code json("dist/dev.topology.json")}; {@link Tree#NOTHING} where there is none. */
    public Tree json(String path) {
        String text = files.get(path);
        return text == null ? Tree.NOTHING : Parsing.json(path, text);
    }

    /** The stages that have stacks, in their order. */
    public List<String> stages() {
        return index.stages();
    }

    /** What the CDK's own validation reports; {@link Tree#NOTHING} where it did not run. */
    public Tree validation() {
        return json(CDK_OUT + "/validation-report.json");
    }

    /** The environments that have Kubernetes objects, sorted. */
    public List<String> environments() {
        return index.environments();
    }

    /**
     * What was rendered for an environment.
     *
     * @throws IllegalArgumentException where it has neither a stack nor an object; the message lists those that there are
     */
    public SynthesizedEnvironment environment(String name) {
        if (index.templates(name).isEmpty() && index.manifests(name).isEmpty()) {
            throw new IllegalArgumentException(
                    "There is no environment (%s); there are %s.".formatted(name, environments()));
        }
        return new SynthesizedEnvironment(this, name);
    }

    /** The Kubernetes objects of an environment, in the order in which they are applied. */
    public List<Manifest> manifests(String environment) {
        return index.manifests(environment);
    }

    /** The Kubernetes objects of a kind in an environment. */
    public List<Manifest> manifests(String environment, String kind) {
        return index.manifests(environment, kind);
    }

    /** A Kubernetes object, if it is there. */
    public Optional<Manifest> find(String environment, String kind, String name) {
        return Optional.ofNullable(index.named(environment, kind).get(name));
    }

    /**
     * A Kubernetes object: {@code manifest("dev", "Deployment", "order")}.
     *
     * @throws IllegalArgumentException where there is none; the message lists those of its kind
     */
    public Manifest manifest(String environment, String kind, String name) {
        return find(environment, kind, name)
                .orElseThrow(() -> new IllegalArgumentException("There is no %s (%s) in environment %s; there are %s."
                        .formatted(
                                kind,
                                name,
                                environment,
                                manifests(environment, kind).stream()
                                        .map(Manifest::name)
                                        .toList())));
    }

    /** The charts of the add-ons of an environment, in the order in which they are installed. */
    public List<InstalledChart> charts(String environment) {
        return charts.stream()
                .filter(chart -> chart.environment().equals(environment))
                .toList();
    }
}
