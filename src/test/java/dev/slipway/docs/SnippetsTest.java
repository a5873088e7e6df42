package dev.slipway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnippetsTest {
    @Test
    void everyJavaBlockOfEveryPageIsCompiled() {
        assertThat(Snippets.below(Snippets.SOURCES).problemsOf(Markdown.OF_THIS_REPOSITORY))
                .isEmpty();
    }

    @Nested
    class OnPagesOfItsOwn {
        /** Regions are marked otherwise here, as this file is itself among the sources; see {@link #problems}. */
        private static final String SOURCE = """
                class Sample {
                    // region: sum
                    int sum(int a, int b) {
                        return a + b;
                    }
                    // end
                }
                """;

        private static final String PAGE = """
                # Page
                <!-- snippet: sum -->
                ```java
                int sum(int a, int b) {
                    return a + b;
                }
                ```
                """;

        @TempDir
        private Path folder;

        @Test
        void acceptsABlockThatEqualsItsRegion() throws IOException {
            assertThat(problems(SOURCE, PAGE)).isEmpty();
        }

        @Test
        void acceptsABlockInsideAList() throws IOException {
            assertThat(problems(SOURCE, "1. first\n\n" + PAGE.indent(3))).isEmpty();
        }

        @Test
        void listsEveryBlockThatHasDrifted() throws IOException {
            String drifted = PAGE.replace("a + b", "a - b");

            assertThat(problems(SOURCE, drifted + drifted))
                    .hasSize(2)
                    .allMatch(problem -> problem.contains("differs from region sum, which is now"));
        }

        @Test
        void refusesABlockWithoutAMark() throws IOException {
            assertThat(problems(SOURCE, PAGE + "text\n```java\nint x;\n```\n"))
                    .singleElement()
                    .asString()
                    .contains("README.md:9: a Java block must follow");
        }

        @Test
        void refusesARegionThatDoesNotExist() throws IOException {
            assertThat(problems(SOURCE, PAGE + PAGE.replace("snippet: sum", "snippet: product")))
                    .singleElement()
                    .asString()
                    .endsWith("there is no region (product); there are [sum]");
        }

        @Test
        void refusesARegionThatNoPageShows() throws IOException {
            String more = SOURCE.replace("// end\n}", "// end\n    // region: unseen\n    int x;\n    // end\n}");

            assertThat(problems(more, PAGE)).containsExactly("region unseen is shown on no page");
        }

        @Test
        void refusesARegionWithoutAnEnd() throws IOException {
            assertThat(problems(SOURCE + "// region: open\n", PAGE))
                    .singleElement()
                    .asString()
                    .endsWith("region open has no end");
        }

        @Test
        void refusesPagesWithoutSnippets() throws IOException {
            assertThat(problems("class Sample {}\n", "# Page\n")).containsExactly("no page shows a snippet (0)");
        }

        private List<String> problems(String source, String page) throws IOException {
            Files.writeString(folder.resolve("Sample.java"), source.replace("// region:", "// snippet:"));
            Files.writeString(folder.resolve("README.md"), page);
            return Snippets.below(folder).problemsOf(new Markdown(folder));
        }
    }
}
