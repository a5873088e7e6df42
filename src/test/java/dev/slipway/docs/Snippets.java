package dev.slipway.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Regions of compiled sources, between {@code // snippet: <name>} and {@code // end}, which pages show.
 *
 * @param regions by name, without their common indent
 * @param mistakes in the marks themselves
 */
record Snippets(Map<String, String> regions, List<String> mistakes) {
    /** The compiled sources of this repository's pages. */
    static final Path SOURCES = Path.of("src/test/java");

    private static final Pattern START = Pattern.compile("\\s*// snippet: (?<name>[a-z0-9-]+)");
    private static final Pattern END = Pattern.compile("\\s*// end");

    static Snippets below(Path sources) {
        Snippets snippets = new Snippets(new LinkedHashMap<>(), new ArrayList<>());
        try (Stream<Path> files = Files.walk(sources)) {
            files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(snippets::collect);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return snippets;
    }

    private void collect(Path source) {
        Optional<String> open = Optional.empty();
        List<String> region = new ArrayList<>();
        for (String line : Markdown.read(source).lines().toList()) {
            Matcher start = START.matcher(line);
            if (start.matches()) {
                open.ifPresent(name -> mistakes.add("%s: region %s has no end".formatted(source, name)));
                open = Optional.of(start.group("name"));
                region.clear();
            } else if (END.matcher(line).matches() && open.isPresent()) {
                String name = open.get();
                if (regions.put(name, unindented(region)) != null) {
                    mistakes.add("%s: there is another region %s".formatted(source, name));
                }
                open = Optional.empty();
            } else {
                region.add(line);
            }
        }
        open.ifPresent(name -> mistakes.add("%s: region %s has no end".formatted(source, name)));
    }

    private static String unindented(List<String> lines) {
        int indent = lines.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        String text = lines.stream()
                .map(line -> line.isBlank() ? "" : line.substring(indent))
                .collect(Collectors.joining("\n"));
        return text.strip() + "\n";
    }

    /** What is wrong with the Java blocks of pages, one line each; none when all equal their regions. */
    List<String> problemsOf(Markdown pages) {
        List<String> problems = new ArrayList<>(mistakes);
        List<Markdown.Block> shown = pages.blocks().stream()
                .filter(block -> block.language().equals("java") || block.isMarked("snippet"))
                .toList();
        shown.forEach(block -> problemOf(block).ifPresent(problems::add));
        regions.keySet().stream()
                .filter(name -> shown.stream().noneMatch(block -> block.name().equals(name)))
                .forEach(name -> problems.add("region %s is shown on no page".formatted(name)));
        if (shown.isEmpty()) {
            problems.add("no page shows a snippet (0)");
        }
        return problems;
    }

    private Optional<String> problemOf(Markdown.Block block) {
        if (!block.isMarked("snippet")) {
            return Optional.of("%s: a Java block must follow <!-- snippet: name -->".formatted(block));
        }
        String region = regions.get(block.name());
        if (region == null) {
            return Optional.of(
                    "%s: there is no region (%s); there are %s".formatted(block, block.name(), regions.keySet()));
        }
        return region.equals(block.text())
                ? Optional.empty()
                : Optional.of("%s: differs from region %s, which is now%n%s".formatted(block, block.name(), region));
    }
}
