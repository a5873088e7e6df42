package dev.slipway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.review.difference.Detection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code mvn test -Dtest=DifferencesPageTest -Dslipway.update=true} writes the page anew. */
class DifferencesPageTest {
    private static final Path PAGE = Path.of("docs/reference/differences.md");

    private static final String HEAD = """
            # Differences

            Generated from the detections of [`slipway diff`](../guide/review-a-change.md), and compared with them by a test; in the order in which a
            report has them. `--refuse` takes their ids.

            | id | danger | what is found |
            | --- | --- | --- |
            """;

    private static final String JSON = """

            ## JSON

            What `--format json` prints. Fields may be added; none is taken away or means something else while `version` is the same.

            | field | holds |
            | --- | --- |
            | `version` | 1 |
            | `before`, `after` | the names of the sides |
            | `verdict` | `fine` or `refused` |
            | `refused` | why, one text for each reason |
            | `effects[]` | everything in a line each: `detection`, `danger`, `place`, `subject`, `what`, `grave` |
            | `resources[]` | `stack`, `id`, `type`, `kind` (`added`, `changed`, `replaced`, `may-be-replaced`, `removed`), `stateful`, `retention`, `properties[]` of `path`, `before`, `after`, `replacement` |
            | `objects[]` | `environment`, `kind`, `namespace`, `name`, `change`, `restartsPods`, `immutable[]`, `fields[]` of `path`, `before`, `after` |
            | `shifts[]` | `direction` (`widened`, `narrowed`), `kind`, `place`, `subject`, `actions[]`, `objects[]`, `condition`, `grave` |
            | `events[]` | `environment` (empty for a schema), `topic`, `what`, `breaking` |
            | `costs.<environment>` | `before`, `after`, `change` in US dollars a month, `lines[]`, `unpriced[]` |
            | `topologies.<environment>` | `nodes`, `edges[]` with their state, `mermaid` |

            `before` and `after` of a property or field are left out where there is none.

            ## How well it finds

            A corpus of more than sixty pairs of models states for each what is found, no less and no more. It was written together with the
            detections, so it says that they work, not what they miss. Ten pairs more were written after the list above was frozen, and scored once:

            | what was expected | of | found |
            | --- | --- | --- |
            | pairs in which everything dangerous was found | 10 | 8 |
            | pairs in which the detections were exactly those expected, plain changes and cost included | 10 | 6 |

            Missed: a service scaled to no replicas is `object-changed` alone, and nothing says that it stops; a pod that takes the service account of
            another service is `pods-restarted` alone, and nothing says that it now has that service's permissions. In two more pairs only the detection
            of cost was another than expected (`cost-raised` where `cost-unknown` was expected, and a `cost-unknown` that was not).
            """;

    @Test
    void listsEveryDetection() throws IOException {
        StringBuilder page = new StringBuilder(HEAD);
        for (Detection detection : Detection.values()) {
            page.append("| `%s` | %s | %s |\n"
                    .formatted(detection.id(), detection.danger().words(), detection.what()));
        }
        page.append(JSON);
        if (Boolean.getBoolean("slipway.update")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).hasContent(page.toString());
    }
}
