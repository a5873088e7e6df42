package dev.slipway.review;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;

/** Texts of files as trees. */
final class Parsing {
    /** Characters; the definitions of an operator's resources pass the 3 million that the parser takes by itself. */
    private static final int LONGEST_YAML = 100_000_000;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML =
            new ObjectMapper(YAMLFactory.builder().loaderOptions(options()).build());

    private Parsing() {}

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LONGEST_YAML);
        return options;
    }

    static Tree json(String path, String text) {
        return first(JSON, path, text);
    }

    static Tree yaml(String path, String text) {
        return first(YAML, path, text);
    }

    /** The first document of a file, be it a list. */
    private static Tree first(ObjectMapper mapper, String path, String text) {
        return parsed(path, () -> {
            try (JsonParser parser = mapper.createParser(text)) {
                return parser.nextToken() == null
                        ? Tree.NOTHING
                        : Tree.of(mapper.readerFor(Object.class).readValue(parser));
            }
        });
    }

    /** Every document of a file, empty ones left out. */
    static List<Tree> documents(String path, String text) {
        return documents(path.endsWith(".json") ? JSON : YAML, path, text);
    }

    private static List<Tree> documents(ObjectMapper mapper, String path, String text) {
        return parsed(path, () -> {
            List<Tree> trees = new ArrayList<>();
            try (var values = mapper.readerFor(Object.class).readValues(text)) {
                while (values.hasNextValue()) {
                    Tree tree = Tree.of(values.nextValue());
                    if (tree.exists()) {
                        trees.add(tree);
                    }
                }
            }
            return trees;
        });
    }

    private interface Read<T> {
        T of() throws IOException;
    }

    private static <T> T parsed(String path, Read<T> read) {
        try {
            return read.of();
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
            throw new IllegalArgumentException(
                    "The file (%s) is neither JSON nor YAML, from line %s on".formatted(path, line), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
