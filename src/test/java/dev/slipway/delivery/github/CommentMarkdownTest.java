package dev.slipway.delivery.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Child;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the script keeps of the Markdown of an artifact, and what it makes harmless. */
class CommentMarkdownTest {
    private static final String FOOT = "\n\n<sub>Written by the build of";
    private final GithubMock github = new GithubMock();

    @AfterEach
    void close() {
        github.close();
    }

    private String shown(String markdown) throws IOException {
        Child child = github.comments(Zip.of("7", markdown));
        assertThat(child.exit()).as(child.err()).isZero();
        String body = github.written.get(0).body();
        assertThat(body).startsWith("<!-- slipway -->\n").contains(FOOT);
        return body.substring("<!-- slipway -->\n".length(), body.indexOf(FOOT));
    }

    @Test
    void keepsWhatSlipwayWrites() throws IOException {
        String report = """
                ## Slipway: refused

                `main (4f2c9e1)` → `working tree`

                ```diff
                - breaking: prod order.placed <b>@acme</b>
                ```

                It breaks somebody (1), opens something (3).

                **Breaks somebody (1)**

                ````diff
                @@ event-broken @@
                ```
                ````
                and 3 lines more.

                <details><summary>AWS resources: 4 changed</summary>

                ```mermaid
                flowchart LR
                  order["order<br/>2 of 10"] --> topic
                ```

                </details>
                """;

        assertThat(shown(report).lines().filter(line -> !line.isBlank()))
                .containsExactlyElementsOf(
                        report.lines().filter(line -> !line.isBlank()).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hello @acme/owners | ` hello @acme/owners `",
                "fixes #12 | ` fixes #12 `",
                "see GH-12 | ` see GH-12 `",
                "https://evil.example | ` https://evil.example `",
                "www.evil.example | ` www.evil.example `",
                "![x](https://evil.example/x.png) | ` ![x](https://evil.example/x.png) `",
                "[x]: https://evil.example | ` [x]: https://evil.example `",
                "<img src=x onerror=alert(1)> | ` <img src=x onerror=alert(1)> `",
                "<!-- hidden | ` <!-- hidden `",
                "a ` b <i> | `` a ` b <i> ``",
                "`a``<b>` | ``` `a``<b>` ```",
                "~~~ | ` ~~~ `",
                "- [x] done | ` - [x] done `",
                "$`\\href{javascript:x}{y}`$ | `` $`\\href{javascript:x}{y}`$ ``",
                "# big | ` # big `",
                "```js | ```` ```js ````",
                "<details open> | ` <details open> `",
                "</div> | ` </div> `"
            })
    void showsAsCodeWhatItDoesNot(String line, String expected) throws IOException {
        assertThat(shown("It changes.\n" + line)).isEqualTo("It changes.\n" + expected);
    }

    @Test
    void showsCharactersThatHideOrTurnOthersAsSpaces() throws IOException {
        assertThat(shown("a\u202eb\u200bc\u0007d\u001b[31m e\u2028f\ufefft\r\ng"))
                .isEqualTo("` a b c d [31m e f t `\ng");
    }

    @Test
    void writesSummariesAsText() throws IOException {
        assertThat(shown("<details><summary><img src=x> &#60;b&#62; @acme #1 www.x.y</summary>\n\n</details>"))
                .contains(
                        "<summary>&#60;img src&#61;x&#62; &#60;b&#62; &#64;&#8288;acme &#35;&#8288;1 www&#8288;.x.y</summary>");
    }

    @Test
    void keepsHtmlApartFromTheMarkdownThatFollowsIt() throws IOException {
        assertThat(shown("<details><summary>x</summary>\n<img src=x>\n</details>\n<img src=y>"))
                .isEqualTo("\n<details><summary>x</summary>\n\n` <img src=x> `\n\n</details>\n\n` <img src=y> `");
    }

    @Test
    void closesWhatIsLeftOpen() throws IOException {
        assertThat(shown("<details><summary>x</summary>\n\n```diff\n+ a")).endsWith("```diff\n+ a\n```\n\n</details>");
        assertThat(github.written.get(0).body()).endsWith("</sub>\n");
    }

    @Test
    void opensNothingThatWasNotClosedByABlockOfAnyShape() throws IOException {
        assertThat(shown("````diff\na\n   ````   \n<img src=x>")).isEqualTo("````diff\na\n````\n` <img src=x> `");
    }

    @ParameterizedTest
    @CsvSource({
        "click a href",
        "a --> b;click a",
        "%%{init: {}}%%",
        "a[https://evil.example]",
        "a[<img src=x>]",
        "a@{ img: x }"
    })
    void drawsNoDiagramThatLeadsElsewhere(String line) throws IOException {
        assertThat(shown("```mermaid\nflowchart LR\n" + line + "\n```")).startsWith("```text\n");
    }

    @Test
    void endsBeforeTheMostThatGithubTakes() throws IOException {
        String text = shown(
                "<details><summary>x</summary>\n\n```diff\n" + "+ déjà vu €\n".repeat(30_000) + "```\n</details>\n");
        String body = github.written.get(0).body();

        assertThat(body.getBytes(StandardCharsets.UTF_8).length).isBetween(60_000, 65_000);
        assertThat(text).endsWith("+ déjà vu €\n```\n\n</details>\n\nThere is more than a comment holds.");
    }

    @Test
    void endsLongListsOfFoldedPartsToo() throws IOException {
        shown("<details><summary>x</summary>\n\n".repeat(12_000));

        String body = github.written.get(0).body();
        assertThat(body.getBytes(StandardCharsets.UTF_8).length).isLessThan(65_000);
        assertThat(body.split("<details>", -1)).hasSameSizeAs(body.split("</details>", -1));
    }
}
