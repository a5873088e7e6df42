package dev.slipway.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

    private static final Pattern ASSEMBLY =
            Pattern.compile("(?<folder>" + CDK_OUT + "/(assembly-[^/]+/)?)manifest\\.json");
    private static final String STACK = "aws:cloudformation:stack";
    private static final Pattern MANIFEST =
            Pattern.compile(DIST + "/(?<environment>[^/]+)/((?<file>[^/]+)\\.k8s|(?<folder>[^/]+)/[a-z0-9]+)\\.yaml");
    private static final Pattern CHARTS =
            Pattern.compile("(?<folder>" + DIST + "/(?<environment>[^/]+)/addons/)charts\\.yaml");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private final Map<String, String> files;
    private final List<Template> templates;
    private final List<Manifest> manifests;
    private final List<InstalledChart> charts;

    private Synthesis(Map<String, String> files) {
        this.files = Collections.unmodifiableMap(new TreeMap<>(files));
        this.templates = this.files.entrySet().stream()
                .flatMap(file -> templatesIn(file.getKey(), file.getValue()))
                .toList();
        this.manifests = this.files.entrySet().stream()
                .flatMap(file -> manifestsIn(file.getKey(), file.getValue()))
                .toList();
        this.charts = this.files.entrySet().stream()
                .flatMap(file -> chartsIn(file.getKey(), file.getValue()))
                .toList();
    }

    /** A snapshot of files by their path, which starts with {@value #CDK_OUT} or {@value #DIST}. */
    public static Synthesis of(Map<String, String> files) {
        return new Synthesis(files);
    }

    /**
     * A snapshot of what stands in two folders; either may be missing.
     *
     * @throws UncheckedIOException where a file cannot be read
     */
    public static Synthesis read(Path cdkOut, Path dist) {
        Map<String, String> files = new TreeMap<>();
        files.putAll(texts(cdkOut, CDK_OUT));
        files.putAll(texts(dist, DIST));
        return new Synthesis(files);
    }

    private static Map<String, String> texts(Path folder, String prefix) {
        Map<String, String> texts = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return texts;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                if (!path.toString().contains("asset.")) {
                    String name =
                            prefix + "/" + folder.relativize(path).toString().replace('\\', '/');
                    texts.put(name, Files.readString(path));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder (%s) cannot be read".formatted(folder), e);
        }
        return texts;
    }

    /** The templates that the manifest of a cloud assembly names, in the order in which it names them. */
    private Stream<Template> templatesIn(String path, String text) {
        Matcher matcher = ASSEMBLY.matcher(path);
        if (!matcher.matches()) {
            return Stream.empty();
        }
        return parse(JSON, path, text).get(0).get("artifacts").fields().values().stream()
                .filter(artifact -> artifact.get("type").text().equals(STACK))
                .map(artifact -> template(matcher.group("folder"), artifact));
    }

    private Template template(String folder, Tree artifact) {
        String file = folder + artifact.at("properties.templateFile").text();
        String[] path = artifact.get("displayName").text().split("/", 2);
        Tree tree = parse(JSON, file, files.getOrDefault(file, "{}")).get(0);
        return new Template(path[0], path.length == 2 ? path[1] : path[0], tree);
    }

    private static Stream<Manifest> manifestsIn(String path, String text) {
        Matcher matcher = MANIFEST.matcher(path);
        if (!matcher.matches() || CHARTS.matcher(path).matches()) {
            return Stream.empty();
        }
        String file = matcher.group("file") == null ? matcher.group("folder") : matcher.group("file");
        return parse(YAML, path, text).stream().map(tree -> new Manifest(matcher.group("environment"), file, tree));
    }

    /** The charts that a list names, each with its values, in the order in which they are installed. */
    private Stream<InstalledChart> chartsIn(String path, String text) {
        Matcher matcher = CHARTS.matcher(path);
        if (!matcher.matches()) {
            return Stream.empty();
        }
        return parse(YAML, path, text).get(0).get("charts").items().stream()
                .map(chart -> new InstalledChart(
                        matcher.group("environment"),
                        chart,
                        values(matcher.group("folder") + chart.get("values").text())));
    }

    private Tree values(String path) {
        return parse(YAML, path, files.getOrDefault(path, "{}")).stream()
                .findFirst()
                .orElse(Tree.NOTHING);
    }

    private static List<Tree> parse(ObjectMapper mapper, String path, String text) {
        List<Tree> trees = new ArrayList<>();
        try (var values = mapper.readerFor(Object.class).readValues(text)) {
            while (values.hasNext()) {
                Tree tree = Tree.of(values.next());
                if (tree.exists()) {
                    trees.add(tree);
                }
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The file (%s) is neither JSON nor YAML".formatted(path), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return trees;
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
        return templates.stream()
                .filter(template -> template.stage().equals(stage))
                .toList();
    }

    /**
     * The template of a stack: {@code template("dev/streaming")}.
     *
     * @throws IllegalArgumentException where there is none; the message lists those that there are
     */
    public Template template(String path) {
        return templates.stream()
                .filter(template -> template.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no stack (%s); there are %s."
                        .formatted(path, templates.stream().map(Template::path).toList())));
    }

    /** The AWS resources of a type in all stacks of a stage. */
    public List<Resource> resources(String stage, String type) {
        return templates(stage).stream()
                .flatMap(template -> template.resources(type).stream())
                .toList();
    }

    /** What stands in a file of JSON: {@code json("dist/dev.topology.json")}; {@link Tree#NOTHING} where there is none. */
    public Tree json(String path) {
        String text = files.get(path);
        return text == null ? Tree.NOTHING : parse(JSON, path, text).get(0);
    }

    /** What the CDK's own validation reports; {@link Tree#NOTHING} where it did not run. */
    public Tree validation() {
        return json(CDK_OUT + "/validation-report.json");
    }

    /** The environments that have Kubernetes objects, sorted. */
    public List<String> environments() {
        return manifests.stream().map(Manifest::environment).distinct().toList();
    }

    /** The Kubernetes objects of an environment, in the order in which they are applied. */
    public List<Manifest> manifests(String environment) {
        return manifests.stream()
                .filter(manifest -> manifest.environment().equals(environment))
                .toList();
    }

    /** The Kubernetes objects of a kind in an environment. */
    public List<Manifest> manifests(String environment, String kind) {
        return manifests(environment).stream()
                .filter(manifest -> manifest.kind().equals(kind))
                .toList();
    }

    /**
     * A Kubernetes object: {@code manifest("dev", "Deployment", "order")}.
     *
     * @throws IllegalArgumentException where there is none; the message lists those of its kind
     */
    public Manifest manifest(String environment, String kind, String name) {
        List<Manifest> ofKind = manifests(environment, kind);
        return ofKind.stream()
                .filter(manifest -> manifest.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no %s (%s) in environment %s; there are %s."
                        .formatted(
                                kind,
                                name,
                                environment,
                                ofKind.stream().map(Manifest::name).toList())));
    }

    /** The charts of the add-ons of an environment, in the order in which they are installed. */
    public List<InstalledChart> charts(String environment) {
        return charts.stream()
                .filter(chart -> chart.environment().equals(environment))
                .toList();
    }
}
