package dev.slipway.review.difference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Child;
import dev.slipway.NodeTools;
import dev.slipway.review.Synthesis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code cdk diff} says of pairs of the corpus, where it is silent or wrong. It compares with a template, as there is no account. */
class CdkDiffIT {
    @TempDir
    private Path folder;

    /** Not one byte of what it reads differs. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing is denied by default",
                "a policy lets in everybody",
                "a service becomes administrator of the cluster",
                "a role may write too",
                "pods share the network of their node",
                "a selector differs",
                "a service has a load balancer on the internet",
                "a topic loses its last publisher",
                "a field of an event is gone",
                "a chart of an add-on is newer"
            })
    void isBlindToWhatStandsInNoTemplate(String name) {
        Pair pair = Corpus.named(name);

        assertThat(templates(pair.after().get().synthesis()))
                .isNotEmpty()
                .isEqualTo(templates(pair.before().get().synthesis()));
        assertThat(pair.difference().effects()).isNotEmpty();
    }

    private static Map<String, String> templates(Synthesis synthesis) {
        return synthesis.files().entrySet().stream()
                .filter(file -> file.getKey().startsWith(Synthesis.CDK_OUT + "/"))
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Test
    void reportsStatementsThatOnlyStandInAnotherOrder() throws IOException {
        assertThat(cdkDiff("statements stand in another order", "prod/identity"))
                .contains("[~] AWS::IAM::Role");
        assertThat(Corpus.named("statements stand in another order")
                        .difference()
                        .shifts())
                .isEmpty();
    }

    @Test
    void reportsAnActionThatAWildcardHeldBefore() throws IOException {
        assertThat(cdkDiff("one of what a wildcard holds is written beside it", "prod/identity"))
                .contains("s3:GetObjectTagging");
        assertThat(Corpus.named("one of what a wildcard holds is written beside it")
                        .difference()
                        .shifts())
                .isEmpty();
    }

    private String cdkDiff(String name, String stack) throws IOException {
        Pair pair = Corpus.named(name);
        Path after = written("after", pair.after().get().synthesis());
        Synthesis before = pair.before().get().synthesis();
        written("before", before);
        String file = before.template(stack).file();
        Child child = Child.of(
                folder,
                Map.of("CI", "true", "AWS_EC2_METADATA_DISABLED", "true", "NO_COLOR", "1"),
                List.of(
                        NodeTools.installed("cdk"),
                        "diff",
                        stack,
                        "--exclusively",
                        "--app",
                        after.resolve(Synthesis.CDK_OUT).toString(),
                        "--template",
                        folder.resolve("before").resolve(file).toString()));
        return child.out() + child.err();
    }

    private Path written(String side, Synthesis synthesis) throws IOException {
        for (Map.Entry<String, String> file : synthesis.files().entrySet()) {
            Path path = folder.resolve(side).resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return folder.resolve(side);
    }
}
