package dev.slipway.plan.check;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.plan.binding.ConfigFile;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Service;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What can be wrong with the files that the needs of a service put into its pods. */
public final class FileChecks {
    /**
     * Bytes, of all files of a service: kubectl apply keeps a copy of each object in an annotation, and annotations hold
     * 262,144 bytes (https://kubernetes.io/docs/concepts/overview/working-with-objects/annotations).
     */
    static final int MOST_BYTES = 245_760;

    /** Kubernetes: a key of a ConfigMap is made of the same, and the whole path becomes one. */
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9_-][A-Za-z0-9._-]*){2,}");

    /** Folders whose content every image needs, or that Kubernetes or the kernel fills. */
    private static final Pattern TAKEN =
            Pattern.compile("/(bin|etc|home|lib|lib64|opt|root|sbin|srv|usr|var)|/(boot|dev|proc|run|sys|tmp)(/.*)?");

    private FileChecks() {}

    public static Stream<Problem> of(Service service, List<ConfigFile> files) {
        return Stream.of(paths(service, files), conflicts(service, files), nested(service, files), size(service, files))
                .flatMap(problems -> problems);
    }

    private static Stream<Problem> paths(Service service, List<ConfigFile> files) {
        return files.stream()
                .filter(file -> !PATH.matcher(file.path()).matches()
                        || TAKEN.matcher(file.folder()).matches()
                        || file.name().contains("/"))
                .map(file -> error(
                        "file/path",
                        service.origin(),
                        "The path (%s) of a file of service %s, for %s, must be absolute, in a folder of its own that hides nothing of the image."
                                .formatted(file.path(), service.name(), file.reason()),
                        "mount it in a folder such as /etc/slipway/%s.".formatted(service.name())));
    }

    /** By key, so that two paths that differ by dots and slashes alone are found too. */
    private static Stream<Problem> conflicts(Service service, List<ConfigFile> files) {
        Map<String, ConfigFile> first = new LinkedHashMap<>();
        return files.stream().flatMap(file -> {
            ConfigFile other = first.putIfAbsent(file.key(), file);
            boolean isSame = other == null
                    || (other.path().equals(file.path()) && other.text().equals(file.text()));
            return isSame
                    ? Stream.empty()
                    : Stream.of(error(
                            "file/conflict",
                            service.origin(),
                            "The file (%s) of service %s is written by two (%s, %s) with different content."
                                    .formatted(file.path(), service.name(), other.reason(), file.reason()),
                            "rename one of the two, or remove it."));
        });
    }

    /** What is mounted cannot be written, so that no folder for another can be made in it. */
    private static Stream<Problem> nested(Service service, List<ConfigFile> files) {
        TreeSet<String> folders = new TreeSet<>();
        files.forEach(file -> folders.add(file.folder()));
        return folders.stream()
                .filter(inner -> folders.stream().anyMatch(outer -> inner.startsWith(outer + "/")))
                .map(inner -> error(
                        "file/nested",
                        service.origin(),
                        "The folder (%s) of files of service %s lies in another that is mounted; the two must be apart."
                                .formatted(inner, service.name()),
                        "mount it beside the other."));
    }

    private static Stream<Problem> size(Service service, List<ConfigFile> files) {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        files.forEach(file -> sizes.put(file.key(), file.text().getBytes(StandardCharsets.UTF_8).length));
        int bytes = sizes.values().stream().mapToInt(Integer::intValue).sum();
        return bytes <= MOST_BYTES
                ? Stream.empty()
                : Stream.of(error(
                        "file/size",
                        service.origin(),
                        "The files of service %s have together more bytes (%s) than fit a ConfigMap that kubectl applies (%s)."
                                .formatted(service.name(), bytes, MOST_BYTES),
                        "shorten them, or build them into the image."));
    }
}
