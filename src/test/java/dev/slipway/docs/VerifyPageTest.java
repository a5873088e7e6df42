package dev.slipway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page that names the libraries which a project of one's own has to add. */
class VerifyPageTest {
    private static final Pattern OPTIONAL = Pattern.compile(
            "<artifactId>([a-z0-9-]+)</artifactId>\\s*(<version>[^<]*</version>\\s*)?<optional>true</optional>");
    private static final Pattern LISTED = Pattern.compile("<artifactId>([a-z0-9-]+)</artifactId>");
    private static final Pattern SDK = Pattern.compile("<awssdk\\.version>([^<]+)<");
    private static final Pattern CLIENT = Pattern.compile("<kubernetes-client\\.version>([^<]+)<");

    private final String page = Markdown.read(Path.of("docs/guide/verify.md"));
    private final String pom = Markdown.read(Path.of("pom.xml"));

    @Test
    void namesEveryOptionalLibraryThatAsks() {
        List<String> optional =
                all(OPTIONAL, pom.substring(pom.indexOf("What doctor and verify ask"), pom.indexOf("Goals of Maven")));

        assertThat(optional).contains("cloudformation", "kubernetes-client");
        assertThat(all(LISTED, page)).filteredOn(each -> !each.equals("bom")).containsExactlyElementsOf(optional);
    }

    @Test
    void namesTheVersionsOfTheBuild() {
        assertThat(page)
                .contains("<version>%s</version>".formatted(all(SDK, pom).get(0)))
                .contains("<version>%s</version>".formatted(all(CLIENT, pom).get(0)));
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
