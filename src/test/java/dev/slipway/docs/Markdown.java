package dev.slipway.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages below a folder, with the fenced blocks in them. */
record Markdown(Path folder) {
    /** The pages of this repository. */
    static final Markdown OF_THIS_REPOSITORY = new Markdown(Path.of(""));

    private static final Pattern FENCE = Pattern.compile("(?<indent> *)```(?<language>[a-z0-9]*)\\s*");
    private static final Pattern MARK = Pattern.compile("\\s*<!-- (?<kind>[a-z]+): (?<name>[a-z0-9-]+) -->\\s*");

    /**
     * A fenced block.
     *
     * @param line where it starts, from 1
     * @param mark the comment on the line before it: {@code <!-- snippet: shop-platform -->}
     * @param text without the indent of its fence
     */
    record Block(Path page, int line, String language, Optional<Mark> mark, String text) {
        boolean isMarked(String kind) {
            return mark.filter(m -> m.kind().equals(kind)).isPresent();
        }

        String name() {
            return mark.map(Mark::name).orElse("");
        }

        @Override
        public String toString() {
            return page + ":" + line;
        }
    }

    /** What a block shows, and how that is known. */
    record Mark(String kind, String name) {}

    /** Every page outside of what is built or installed. */
    List<Path> pages() {
        List<Path> starts = List.of(folder.resolve("docs"), folder.resolve(".github"));
        try (Stream<Path> top = Files.list(Path.of("").equals(folder) ? Path.of(".") : folder)) {
            List<Path> pages = new ArrayList<>(
                    top.map(Path::normalize).filter(Markdown::isPage).sorted().toList());
            for (Path start : starts) {
                if (Files.isDirectory(start)) {
                    try (Stream<Path> below = Files.walk(start)) {
                        pages.addAll(below.filter(Markdown::isPage).sorted().toList());
                    }
                }
            }
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isPage(Path path) {
        return path.toString().endsWith(".md");
    }

    List<Block> blocks() {
        return pages().stream().flatMap(page -> blocksOf(page).stream()).toList();
    }

    /** The one block with a mark. */
    Block block(String kind, String name) {
        List<Block> found = blocks().stream()
                .filter(block -> block.isMarked(kind) && block.name().equals(name))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(
                    "One block must follow <!-- %s: %s -->; these do: %s".formatted(kind, name, found));
        }
        return found.get(0);
    }

    static String read(Path page) {
        try {
            return Files.readString(page).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Block> blocksOf(Path page) {
        List<String> lines = read(page).lines().toList();
        List<Block> blocks = new ArrayList<>();
        for (int start = 0; start < lines.size(); start++) {
            Matcher fence = FENCE.matcher(lines.get(start));
            if (!fence.matches()) {
                continue;
            }
            int indent = fence.group("indent").length();
            StringBuilder text = new StringBuilder();
            int line = start + 1;
            for (; line < lines.size() && !lines.get(line).strip().equals("```"); line++) {
                String content = lines.get(line);
                text.append(content.isBlank() ? "" : content.substring(indent)).append('\n');
            }
            blocks.add(new Block(page, start + 1, fence.group("language"), markBefore(lines, start), text.toString()));
            start = line;
        }
        return blocks;
    }

    private static Optional<Mark> markBefore(List<String> lines, int fence) {
        int line = fence - 1;
        while (line >= 0 && lines.get(line).isBlank()) {
            line--;
        }
        Matcher mark = MARK.matcher(line < 0 ? "" : lines.get(line));
        return mark.matches() ? Optional.of(new Mark(mark.group("kind"), mark.group("name"))) : Optional.empty();
    }
}
