package dev.slipway.testing.golden;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder of golden files, which is compared or written.
 *
 * <pre>{@code
 * GoldenFolder.at(Path.of("src/test/resources/golden"), System.getenv()).differences(GoldenFiles.of(synthesis))
 * }</pre>
 *
 * @param isWritten whether it is brought to what was rendered, before it is compared
 * @param ci what a build server says of itself; empty on a machine of one's own
 */
public record GoldenFolder(Path path, boolean isWritten, String ci) {
    /** Set to {@code true}, golden files are written. */
    public static final String PROPERTY = "slipway.update";

    /** Set by GitHub Actions, GitLab, CircleCI, Travis and most others. */
    private static final String CI = "CI";

    private static final Set<String> NO = Set.of("false", "0", "");

    /** A folder, written where the property says so; of the environment, {@code CI} is looked at. */
    public static GoldenFolder at(Path path, Map<String, String> environment) {
        String ci = environment.getOrDefault(CI, "");
        return new GoldenFolder(path, Boolean.getBoolean(PROPERTY), NO.contains(ci.toLowerCase(Locale.ROOT)) ? "" : ci);
    }

    /** Whether it is to be written where nobody would read what has changed. */
    public boolean isRefused() {
        return isWritten && !ci.isEmpty();
    }

    /** What differs, file by file. */
    public List<FileDifference> differences(Map<String, String> rendered) {
        try {
            if (isWritten) {
                write(rendered);
            }
            return compared(rendered);
        } catch (IOException e) {
            throw new UncheckedIOException("The golden files in (%s) cannot be read or written".formatted(path), e);
        }
    }

    private List<FileDifference> compared(Map<String, String> rendered) throws IOException {
        Map<String, String> golden = read();
        List<FileDifference> differences = new ArrayList<>();
        rendered.forEach((file, text) -> {
            String there = golden.get(file);
            if (there == null) {
                differences.add(FileDifference.missing(named(file), text));
            } else if (!there.equals(text)) {
                differences.add(FileDifference.of(named(file), there, text));
            }
        });
        golden.keySet().stream()
                .filter(file -> !rendered.containsKey(file))
                .map(file -> FileDifference.orphaned(named(file)))
                .forEach(differences::add);
        return List.copyOf(differences);
    }

    private String named(String file) {
        return path.resolve(file).toString().replace('\\', '/');
    }

    /** Git may have given the lines ends of Windows. */
    private Map<String, String> read() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        if (!Files.isDirectory(path)) {
            return texts;
        }
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = path.relativize(file).toString().replace('\\', '/');
                texts.put(name, Files.readString(file, UTF_8).replace("\r\n", "\n"));
            }
        }
        return texts;
    }

    /** Deletes only what was written here before. */
    private void write(Map<String, String> rendered) throws IOException {
        for (Map.Entry<String, String> old : read().entrySet()) {
            if (!rendered.containsKey(old.getKey()) && old.getValue().startsWith(GoldenFiles.TITLE)) {
                Files.delete(path.resolve(old.getKey()));
            }
        }
        for (Map.Entry<String, String> file : rendered.entrySet()) {
            Path target = path.resolve(file.getKey());
            Path parent = target.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.writeString(target, file.getValue(), UTF_8);
        }
    }
}
