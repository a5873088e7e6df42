package dev.slipway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.acceptance.Rendered;
import dev.slipway.render.aws.Acknowledgement;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code mvn test -Dtest=AcknowledgementsPageTest -Dslipway.update=true} writes the page anew. */
class AcknowledgementsPageTest {
    private static final Path PAGE = Path.of("docs/reference/acknowledgements.md");
    private static final String DEFAULT = "OrderingPlatform";

    private static final Pattern RULE = Pattern.compile("Annotation::(?<rule>AwsSolutions-[A-Z0-9]+)(\\[.*])?");

    /** Of the default platform: who has more has stopped fixing. */
    private static final int MOST = 15;

    /** Rules of AwsSolutions: who may reach it, encryption at rest and on the way. https://github.com/cdklabs/cdk-nag/blob/main/RULES.md. */
    private static final Set<String> OPEN_OR_UNENCRYPTED = new TreeSet<>(List.of(
            "AEC3", "CFR4", "EC23", "EC26", "ECR1", "EFS1", "EKS1", "ELB2", "KDS1", "MSK2", "MSK3", "MSK6", "OS5",
            "RDS2", "RDS6", "S1", "S2", "S5", "S10", "SNS2", "SNS3", "SQS2", "SQS4", "VPC3"));

    private static final String HEAD = """
            # What cdk-nag finds, and stands

            Generated from the cloud assemblies of all blueprints, and compared with them by a test. cdk-nag's AwsSolutions looks at every
            stack; it has no other finding. Each line is said in code beside the construct, with what makes up for it.

            | rule | what makes up for it | where |
            | --- | --- | --- |
            """;

    /** A rule less the finding in its brackets, and a reason: said once in code. */
    private record Said(String rule, String reason) implements Comparable<Said> {
        @Override
        public int compareTo(Said other) {
            return (rule + reason).compareTo(other.rule + other.reason);
        }
    }

    @Test
    void listsEveryAcknowledgement() throws IOException {
        Map<Said, Set<String>> all = new TreeMap<>();
        for (Synthesis synthesis : Rendered.blueprints().values()) {
            collect(synthesis, all);
        }
        StringBuilder page = new StringBuilder(HEAD);
        all.forEach((said, where) ->
                page.append("| `%s` | %s | %s |\n".formatted(said.rule(), said.reason(), String.join(", ", where))));
        if (Boolean.getBoolean("slipway.update")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).hasContent(page.toString());
    }

    @Test
    void areFew() throws IOException {
        Map<Said, Set<String>> ofDefault = new TreeMap<>();
        collect(Rendered.blueprints().get(DEFAULT), ofDefault);
        assertThat(ofDefault.keySet()).isNotEmpty().hasSizeLessThanOrEqualTo(MOST);
        assertThat(ofDefault.keySet())
                .allSatisfy(said -> assertThat(said.reason()).hasSizeGreaterThan(40));
    }

    /** Of a wildcard, none but that of the workflow that logs in to the registry, which no service becomes. */
    @Test
    void noneIsForAWildcardOfAServiceNorForWhatIsOpenOrUnencryptedInProduction() throws IOException {
        Map<Said, Set<String>> ofDefault = new TreeMap<>();
        collect(Rendered.blueprints().get(DEFAULT), ofDefault);
        assertThat(ofDefault).anySatisfy((said, where) -> assertThat(where).contains("`prod/database`"));
        ofDefault.forEach((said, where) -> {
            if (said.rule().equals("AwsSolutions-IAM5")) {
                assertThat(where).as(said.reason()).containsExactly("`shared/github`");
            }
            if (OPEN_OR_UNENCRYPTED.contains(said.rule().replace("AwsSolutions-", ""))) {
                assertThat(where)
                        .as(said.rule())
                        .noneMatch(stack -> stack.startsWith("`prod/") || stack.startsWith("`shared/"));
            }
        });
    }

    private static void collect(Synthesis synthesis, Map<Said, Set<String>> all) throws IOException {
        for (Map.Entry<String, String> file : synthesis.files().entrySet()) {
            if (file.getKey().endsWith(".metadata.json")) {
                Tree.of(new ObjectMapper().readValue(file.getValue(), Object.class))
                        .fields()
                        .forEach((path, entries) -> entries.items().forEach(entry -> collect(path, entry, all)));
            }
        }
    }

    private static void collect(String path, Tree entry, Map<Said, Set<String>> all) {
        if (!entry.get("type").text().equals(Acknowledgement.METADATA)) {
            return;
        }
        String stack = path.replaceFirst("^/([^/]+/[^/]+)/.*", "$1");
        entry.get("data").fields().forEach((id, reason) -> {
            Matcher rule = RULE.matcher(id);
            if (rule.matches()) {
                all.computeIfAbsent(new Said(rule.group("rule"), reason.text()), said -> new TreeSet<>())
                        .add("`" + stack + "`");
            }
        });
    }
}
