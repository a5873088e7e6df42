package dev.slipway.review;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts a snapshot together from what anybody rendered: cloud assemblies of the CDK, and manifests from folders, files and
 * texts of any name.
 *
 * <pre>{@code
 * Synthesis synthesis = Synthesis.builder()
 *         .cloudAssembly(Path.of("cdk.out"))
 *         .manifests("prod", Path.of("k8s/prod"))
 *         .manifests("prod", "rendered.yaml", textOfKustomize)
 *         .build();
 * }</pre>
 */
public final class SynthesisBuilder {
    private final Map<String, String> files = new TreeMap<>();
    private final Map<String, String> environments = new TreeMap<>();

    SynthesisBuilder() {}

    /**
     * What {@code cdk synth} wrote: templates of stacks, of stages and of nested stacks.
     *
     * @throws IllegalArgumentException where the folder is no cloud assembly
     */
    public SynthesisBuilder cloudAssembly(Path folder) {
        if (!Files.isRegularFile(folder.resolve("manifest.json"))) {
            throw new IllegalArgumentException(
                    "The folder (%s) must hold a cloud assembly, with a manifest.json. Fix: run cdk synth, or name its output folder."
                            .formatted(folder));
        }
        files.putAll(Texts.below(folder, Synthesis.CDK_OUT));
        return this;
    }

    /**
     * The objects of an environment in a file, or in all files below a folder that end in {@code .yaml}, {@code .yml} or
     * {@code .json}.
     *
     * @throws IllegalArgumentException where there is no such file or folder
     */
    public SynthesisBuilder manifests(String environment, Path path) {
        if (Files.isDirectory(path)) {
            Texts.below(path, Synthesis.DIST + "/" + environment).forEach((name, text) -> {
                if (Texts.isStructured(name)) {
                    add(environment, name, text);
                }
            });
        } else if (Files.isRegularFile(path)) {
            manifests(environment, String.valueOf(path.getFileName()), Texts.of(path));
        } else {
            throw new IllegalArgumentException("There is neither a file nor a folder (%s).".formatted(path));
        }
        return this;
    }

    /** The objects of an environment in a text, under a name by which messages call it: {@code rendered.yaml}. */
    public SynthesisBuilder manifests(String environment, String name, String text) {
        add(environment, "%s/%s/%s".formatted(Synthesis.DIST, environment, name), text);
        return this;
    }

    private void add(String environment, String path, String text) {
        files.put(path, text);
        environments.put(path, environment);
    }

    public Synthesis build() {
        return new Synthesis(files, environments);
    }
}
