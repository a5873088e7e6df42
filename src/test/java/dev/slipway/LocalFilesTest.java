package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.Inputs;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.platform.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalFilesTest {
    private static final Platform SHOP = Platform.named("shop").services(Service.java("order"), Service.java("user"));
    private static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);

    @TempDir
    private Path folder;

    @Test
    void addNothingWhereThereAreNone() {
        assertThat(read()).isEqualTo(new LocalFiles(Inputs.NONE, List.of()));
    }

    @Nested
    class Properties {
        @Test
        void nameAccountAndRegion() throws IOException {
            properties("# mine\naccount = 444455556666 \nregion: us-gov-west-1\n");

            assertThat(read().problems()).isEmpty();
            assertThat(read().inputs().target()).isEqualTo(new Target("444455556666", "us-gov-west-1"));
        }

        @Test
        void mayNameTheAccountAlone() throws IOException {
            properties("account=444455556666");

            assertThat(read().problems()).isEmpty();
            assertThat(read().inputs().target()).isEqualTo(new Target("444455556666", Target.DEFAULT_REGION));
        }

        @Test
        void refuseWhatIsNoAccount() throws IOException {
            properties("region=eu-west-1\naccount=4444-5555-6666");

            assertThat(read().problems()).singleElement().hasToString("""
                    error local/account at slipway.local.properties:2
                      The account (4444-5555-6666) must be 12 digits.
                      Fix: copy it from aws sts get-caller-identity.""".replace("\n", System.lineSeparator()));
        }

        @Test
        void refuseWhatIsNoRegion() throws IOException {
            properties("region=Frankfurt");

            assertThat(read().problems()).singleElement().hasToString("""
                    error local/region at slipway.local.properties:1
                      The region (Frankfurt) must be the code of an AWS region.
                      Fix: name one such as eu-central-1; aws account list-regions prints those of an account.""".replace("\n", System.lineSeparator()));
        }

        @Test
        void refuseAKeyThatNobodyReads() throws IOException {
            properties("acount=444455556666\nprofile=me");

            assertThat(read().problems())
                    .extracting(Problem::toString)
                    .containsExactly(
                            """
                    error local/unknown-key at slipway.local.properties:1
                      The key (acount) must be one of account, region.
                      Fix: did you mean account?""".replace("\n", System.lineSeparator()), """
                    error local/unknown-key at slipway.local.properties:2
                      The key (profile) must be one of account, region.
                      Fix: remove the line.""".replace("\n", System.lineSeparator()));
        }

        @Test
        void refuseWhatCannotBeReadAsText() throws IOException {
            properties("account=\\u12");
            assertThat(read().problems()).extracting(Problem::rule).containsExactly("local/unreadable");

            Files.write(folder.resolve(LocalProperties.FILE), new byte[] {(byte) 0xff, (byte) 0xfe});
            assertThat(read().problems()).extracting(Problem::rule).containsExactly("local/unreadable");
        }

        @Test
        void leaveTheDocumentationTargetInPlaceOfWhatIsWrong() throws IOException {
            properties("account=1\nregion=2");

            assertThat(read().inputs().target()).isEqualTo(Target.DOCUMENTATION);
        }

        private void properties(String text) throws IOException {
            Files.writeString(folder.resolve(LocalProperties.FILE), text);
        }
    }

    @Nested
    class Lock {
        @Test
        void namesDigestsByService() throws IOException {
            lock("{\"order\": \"%s\"}".formatted(DIGEST));

            assertThat(read().problems()).isEmpty();
            assertThat(read().inputs().digests()).isEqualTo(Map.of("order", DIGEST));
        }

        @ParameterizedTest
        @CsvSource({"'{', 1", "'{\"order\":\n }', 2", "'[]', 0", "'', 0", "'{} {}', 1", "'\"order\"', 0"})
        void refusesWhatIsNoJsonObject(String text, int line) throws IOException {
            lock(text);

            String place = line == 0 ? "images.lock.json" : "images.lock.json:" + line;
            assertThat(read().problems()).singleElement().hasToString("""
                    error images/malformed at %s
                      The file (images.lock.json) must be one JSON object with a digest for each service.
                      Fix: let the pipeline write it, or delete it: images are then named by their tag.""".formatted(place)
                    .replace("\n", System.lineSeparator()));
        }

        @Test
        void refusesAServiceTwice() throws IOException {
            lock("{\"order\": \"%s\",\n\"order\": \"%s\"}".formatted(DIGEST, DIGEST));

            assertThat(read().problems()).extracting(Problem::rule).containsExactly("images/malformed");
        }

        @Test
        void refusesAServiceThatThePlatformLacks() throws IOException {
            lock("{\"ordre\": \"%s\"}".formatted(DIGEST));

            assertThat(read().problems()).singleElement().hasToString("""
                    error images/unknown-service at images.lock.json
                      The service (ordre) whose image is locked must be one of platform shop.
                      Fix: did you mean order?""".replace("\n", System.lineSeparator()));
        }

        @ParameterizedTest
        @ValueSource(strings = {"\"latest\"", "\"sha256:abc\"", "7", "null", "{}"})
        void refusesWhatIsNoDigest(String value) throws IOException {
            lock("{\"order\": %s, \"user\": \"%s\"}".formatted(value, DIGEST));

            assertThat(read().problems()).singleElement().hasToString("""
                    error images/digest at images.lock.json
                      The digest (%s) of service order must be sha256: and 64 hexadecimal digits in lower case.
                      Fix: let the pipeline write it, or remove it: the image is then named by its tag.""".formatted(value.replace("\"", ""))
                    .replace("\n", System.lineSeparator()));
            assertThat(read().inputs().digests()).isEqualTo(Map.of("user", DIGEST));
        }

        @Test
        void refusesAFolder() throws IOException {
            Files.createDirectory(folder.resolve(ImagesLock.FILE));

            assertThat(read().problems()).extracting(Problem::rule).containsExactly("images/malformed");
        }

        private void lock(String text) throws IOException {
            Files.writeString(folder.resolve(ImagesLock.FILE), text);
        }
    }

    private LocalFiles read() {
        return LocalFiles.in(folder, SHOP);
    }
}
