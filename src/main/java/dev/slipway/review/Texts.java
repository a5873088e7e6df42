package dev.slipway.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The texts of a folder's files. */
final class Texts {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Texts() {}

    /** By path below a prefix, with slashes; without the assets of a cloud assembly. None where there is no such folder. */
    static Map<String, String> below(Path folder, String prefix) {
        Map<String, String> texts = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return texts;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                if (!name.startsWith("asset.") && !name.contains("/asset.")) {
                    add(texts, prefix + "/" + name, path);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder (%s) cannot be read".formatted(folder), e);
        }
        return texts;
    }

    private static void add(Map<String, String> texts, String name, Path path) {
        if (isStructured(name) || !isBinary(path)) {
            texts.put(name, of(path));
        }
    }

    /**
     * The text of a file.
     *
     * @throws UncheckedIOException where it cannot be read, or is not UTF-8
     */
    static String of(Path file) {
        try {
            String text = Files.readString(file);
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new UncheckedIOException("The file (%s) must be UTF-8. Fix: save it as UTF-8.".formatted(file), e);
        } catch (IOException e) {
            throw new UncheckedIOException("The file (%s) cannot be read".formatted(file), e);
        }
    }

    static boolean isStructured(String name) {
        return name.endsWith(".json") || name.endsWith(".yaml") || name.endsWith(".yml");
    }

    private static boolean isBinary(Path file) {
        try {
            Files.readString(file);
            return false;
        } catch (CharacterCodingException e) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("The file (%s) cannot be read".formatted(file), e);
        }
    }
}
