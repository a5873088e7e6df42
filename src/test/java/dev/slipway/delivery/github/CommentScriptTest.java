package dev.slipway.delivery.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Child;
import dev.slipway.delivery.github.GithubMock.Written;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The real script, against a GitHub on loopback. */
class CommentScriptTest {
    private static final String REPORT = "## Slipway: fine\n\nIt changes (1).\n";
    private final GithubMock github = new GithubMock();

    @BeforeEach
    void hasAFreshGithub() {
        assertThat(github.written).isEmpty();
    }

    @AfterEach
    void close() {
        github.close();
    }

    private void refuses(byte[] artifact, String reason) throws IOException {
        Child child = github.comments(artifact);
        assertThat(child.err()).startsWith("Refused: ").contains(reason);
        assertThat(child.exit()).isEqualTo(1);
        assertThat(github.written).isEmpty();
    }

    private void leavesIt(String reason) throws IOException {
        Child child = github.comments(Zip.of("7\n", REPORT));
        assertThat(child.out()).startsWith("Nothing was commented: ").contains(reason);
        assertThat(child.exit()).as(child.err()).isZero();
        assertThat(github.written).isEmpty();
    }

    @Nested
    class Comments {
        @Test
        void onceWithWhoWroteIt() throws IOException {
            Child child = github.comments(Zip.of("7\n", REPORT));

            assertThat(child.exit()).as(child.err()).isZero();
            assertThat(github.written).singleElement().satisfies(written -> {
                assertThat(written.request()).isEqualTo("POST /repos/acme/shop/issues/7/comments");
                assertThat(written.body())
                        .isEqualTo(
                                "<!-- slipway -->\n" + REPORT + "\n\n"
                                        + "<sub>Written by the build of `4f2c9e14f2c9`, which is code of the pull request: "
                                        + "[its run](https://github.com/acme/shop/actions/runs/99) has the log and the rest.</sub>\n");
            });
        }

        @Test
        void inPlaceOfItsEarlierOne() throws IOException {
            github.comments("""
                    [{"id":1,"user":{"login":"mallory"},"body":"<!-- slipway -->\\nnot ours"},
                     {"id":2,"user":{"login":"github-actions[bot]"},"body":"of another workflow"},
                     {"id":3,"user":{"login":"github-actions[bot]"},"body":"<!-- slipway -->\\nours"}]""");

            github.comments(Zip.of("7", REPORT));

            assertThat(github.written)
                    .extracting(Written::request)
                    .containsExactly("PATCH /repos/acme/shop/issues/comments/3");
        }

        @Test
        void withoutGivingItsTokenToTheStorage() throws IOException {
            github.comments(Zip.of("7", REPORT));

            assertThat(github.authorizationsOfStorage).containsExactly("");
        }
    }

    @Nested
    class LeavesAlone {
        @Test
        void runsOfOtherEvents() throws IOException {
            Child child = github.comments(Zip.of("7", REPORT), "push");

            assertThat(child.out()).contains("not for a pull request");
            assertThat(github.written).isEmpty();
        }

        @Test
        void runsWithoutAnArtifact() throws IOException {
            github.artifacts("[]");
            leavesIt("no artifact");
        }

        @Test
        void commitsThatAreNoLongerTheHead() throws IOException {
            github.pull(7, "mallory/shop", "feature", "0".repeat(40), "open");
            leavesIt("newer commit");
        }

        @Test
        void closedPullRequests() throws IOException {
            github.pull(7, "mallory/shop", "feature", GithubMock.HEAD, "closed");
            leavesIt("closed");
        }
    }

    @Nested
    class Refuses {
        @Test
        void numbersOfPullRequestsOfOthers() throws IOException {
            github.pull(8, "acme/shop", "feature", "1".repeat(40), "open");
            refuses(Zip.of("8", REPORT), "must be the one that the run was for");
        }

        @Test
        void numbersOfPullRequestsOfOthersAtTheSameCommit() throws IOException {
            github.pull(8, "acme/shop", "feature", GithubMock.HEAD, "open");
            refuses(Zip.of("8", REPORT), "must be the one that the run was for");
        }

        @Test
        void numbersOfOtherBranchesOfTheSameFork() throws IOException {
            github.pull(8, "mallory/shop", "other", GithubMock.HEAD, "open");
            refuses(Zip.of("8", REPORT), "must be the one that the run was for");
        }

        @Test
        void numbersOfNoPullRequest() throws IOException {
            refuses(Zip.of("9", REPORT), "there must be a pull request of the number (9)");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "0", "-7", "7 ", "7\n7", "07", "7/../8", "7?x", "1e3", "1234567890", "٧"})
        void whatIsNoNumber(String number) throws IOException {
            refuses(Zip.of(number, REPORT), "must hold the number of a pull request");
        }

        static Stream<Arguments> wrongFiles() {
            byte[] fine = Zip.of("7", REPORT);
            return Stream.of(
                    Arguments.of(new Zip().add("number.txt", "7").bytes(), "nothing else"),
                    Arguments.of(
                            new Zip()
                                    .add("number.txt", "7")
                                    .add("../comment.md", REPORT)
                                    .bytes(),
                            "nothing else"),
                    Arguments.of(
                            new Zip()
                                    .add("number.txt", "7")
                                    .add("/etc/passwd", REPORT)
                                    .bytes(),
                            "nothing else"),
                    Arguments.of(
                            new Zip()
                                    .add("number.txt", "7")
                                    .add("comment.md", REPORT)
                                    .add(".github/slipway/comment.mjs", "evil()")
                                    .bytes(),
                            "nothing else"),
                    Arguments.of(
                            Zip.replaced(
                                    new Zip()
                                            .add("number.txt", "7")
                                            .add("numbex.txt", "8")
                                            .bytes(),
                                    "numbex",
                                    "number"),
                            "nothing else"),
                    Arguments.of(new byte[0], "must be a ZIP archive"),
                    Arguments.of(
                            "<html>".repeat(20).getBytes(java.nio.charset.StandardCharsets.UTF_8), "must be a ZIP"),
                    Arguments.of(Arrays.copyOfRange(fine, 40, fine.length), "must be a whole ZIP archive"),
                    Arguments.of(Zip.claiming(fine, 5), "must"),
                    Arguments.of(Zip.claiming(fine, Integer.MAX_VALUE), "must have at most 524288 bytes"));
        }

        @ParameterizedTest
        @MethodSource("wrongFiles")
        void archivesOfAnythingElse(byte[] artifact, String reason) throws IOException {
            refuses(artifact, reason);
        }

        @Test
        void whatSaysItIsTooBig() throws IOException {
            github.artifacts("[{\"id\":5,\"name\":\"slipway-comment\",\"size_in_bytes\":2000000,\"expired\":false}]");
            refuses(Zip.of("7", REPORT), "at most 1 MiB");
        }

        @Test
        void whatIsTooBigWhateverItSays() throws IOException {
            byte[] noise = new byte[2_000_000];
            new java.util.Random(1).nextBytes(noise);
            refuses(new Zip().add("number.txt", "7").add("comment.md", noise).bytes(), "at most 1048576 bytes");
        }

        @Test
        void bombsWhateverTheyClaim() throws IOException {
            byte[] bomb = new Zip()
                    .add("number.txt", "7")
                    .add("comment.md", new byte[200_000_000])
                    .bytes();
            assertThat(bomb).hasSizeLessThan(1_000_000);
            refuses(Zip.claiming(bomb, 1000), "must unpack to at most 524288 bytes");
        }

        @Test
        void twoArtifactsOfTheName() throws IOException {
            String one = "{\"id\":5,\"name\":\"slipway-comment\",\"size_in_bytes\":3,\"expired\":false}";
            github.artifacts("[%s,%s]".formatted(one, one));
            refuses(Zip.of("7", REPORT), "must be one");
        }

        @Test
        void textThatIsNoUtf8() throws IOException {
            refuses(
                    new Zip()
                            .add("number.txt", "7")
                            .add("comment.md", new byte[] {'a', (byte) 0xff})
                            .bytes(),
                    "must be UTF-8");
        }
    }

    @Test
    void saysWhatGithubAnswersWhereItFails() throws IOException {
        github.answers.remove("GET /repos/acme/shop/issues/7/comments");

        Child child = github.comments(Zip.of("7", REPORT));

        assertThat(child.err()).startsWith("It failed: GitHub answers 404").doesNotContain(GithubMock.TOKEN);
        assertThat(child.exit()).isEqualTo(3);
    }
}
