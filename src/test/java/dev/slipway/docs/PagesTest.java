package dev.slipway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PagesTest {
    private static final Path DECISIONS = Path.of("docs/adr");
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|mailto:|#)(?<target>[^)#\\s]+)(#[^)]*)?\\)");
    private static final Pattern DECISION = Pattern.compile("(?<number>[0-9]{4})-[a-z0-9-]+\\.md");

    @Test
    void everyLinkInsideTheRepositoryLeadsToAFile() {
        List<String> links = new ArrayList<>();
        List<String> dead = new ArrayList<>();
        for (Path page : Markdown.OF_THIS_REPOSITORY.pages()) {
            Matcher link = LINK.matcher(Markdown.read(page));
            while (link.find()) {
                Path target = page.resolveSibling(link.group("target"));
                links.add(target.toString());
                if (!Files.exists(target)) {
                    dead.add("%s: %s".formatted(page, link.group("target")));
                }
            }
        }

        assertThat(links).isNotEmpty();
        assertThat(dead).isEmpty();
    }

    @Test
    void everyDecisionIsNumberedInTurnAndListedInTheIndex() throws IOException {
        List<String> names = decisions();
        String index = Markdown.read(DECISIONS.resolve("README.md"));

        assertThat(names).isNotEmpty();
        for (int i = 0; i < names.size(); i++) {
            Matcher name = DECISION.matcher(names.get(i));
            assertThat(name.matches()).as(names.get(i)).isTrue();
            assertThat(name.group("number")).isEqualTo("%04d".formatted(i + 1));
            assertThat(index).contains("(%s)".formatted(names.get(i)));
        }
    }

    @Test
    void everyDecisionHasContextDecisionAndConsequences() throws IOException {
        for (String name : decisions()) {
            List<String> headings = Markdown.read(DECISIONS.resolve(name))
                    .lines()
                    .filter(line -> line.startsWith("## "))
                    .toList();

            assertThat(headings).as(name).containsExactly("## Context", "## Decision", "## Consequences");
        }
    }

    private static List<String> decisions() throws IOException {
        try (Stream<Path> files = Files.list(DECISIONS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("README.md"))
                    .sorted()
                    .toList();
        }
    }
}
