package dev.slipway.workload.pod;

import dev.slipway.plan.Names;
import dev.slipway.plan.ServicePlan;
import dev.slipway.plan.binding.ConfigFile;
import dev.slipway.workload.subject.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cdk8s.plus34.k8s.ConfigMapVolumeSource;
import org.cdk8s.plus34.k8s.KeyToPath;
import org.cdk8s.plus34.k8s.KubeConfigMap;
import org.cdk8s.plus34.k8s.Volume;
import org.cdk8s.plus34.k8s.VolumeMount;

/**
 * The files that the needs of a service put into its pods: all in one ConfigMap, each folder mounted by itself.
 *
 * @param files by path
 */
public record Files(String owner, List<ConfigFile> files) {
    /** With a dot, which no name of a service has. */
    private static final String OF_FILES = ".files";

    private static final String VOLUME = "files";

    public Files {
        files = List.copyOf(files);
    }

    public static Files of(ServicePlan plan) {
        return new Files(plan.name(), plan.files());
    }

    /** Adds the ConfigMap, where there is a file. */
    public void add(Subject subject) {
        if (files.isEmpty()) {
            return;
        }
        Map<String, String> texts = new TreeMap<>();
        files.forEach(file -> texts.put(file.key(), file.text()));
        KubeConfigMap.Builder.create(subject.chart(), "ConfigMap " + owner + OF_FILES)
                .metadata(subject.metadata(owner + OF_FILES))
                .data(texts)
                .build();
    }

    Optional<Volume> volume() {
        return files.isEmpty()
                ? Optional.empty()
                : Optional.of(Volume.builder()
                        .name(VOLUME)
                        .configMap(ConfigMapVolumeSource.builder()
                                .name(owner + OF_FILES)
                                .items(files.stream().map(Files::item).toList())
                                .build())
                        .build());
    }

    private static KeyToPath item(ConfigFile file) {
        return KeyToPath.builder().key(file.key()).path(relative(file.path())).build();
    }

    List<VolumeMount> mounts() {
        return files.stream()
                .map(ConfigFile::folder)
                .distinct()
                .map(folder -> VolumeMount.builder()
                        .name(VOLUME)
                        .mountPath(folder)
                        .subPath(relative(folder))
                        .readOnly(true)
                        .build())
                .toList();
    }

    private static String relative(String path) {
        return path.substring(1);
    }

    /** Changes exactly when a path or text does. */
    Optional<String> hash() {
        StringBuilder content = new StringBuilder();
        files.forEach(file -> content.append(file.path())
                .append(' ')
                .append(file.text().length())
                .append(' ')
                .append(file.text())
                .append('\n'));
        return files.isEmpty() ? Optional.empty() : Optional.of(Names.hash(content.toString()));
    }
}
