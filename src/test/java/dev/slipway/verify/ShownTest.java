package dev.slipway.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.review.Tree;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShownTest {
    @Test
    void hidesWhatAFieldCallsASecret() {
        assertThat(Shown.of("MasterUserPassword", Tree.of("hunter2"))).isEqualTo("(hidden)");
        assertThat(Shown.of("env[API_TOKEN].value", Tree.of("hunter2"))).isEqualTo("(hidden)");
        assertThat(Shown.of("spec.replicas", Tree.of(3))).isEqualTo("3");
    }

    @Test
    void hidesItInsideOfObjectsAndLists() {
        Tree variables = Tree.of(
                List.of(Map.of("name", "DB_PASSWORD", "value", "hunter2"), Map.of("name", "PORT", "value", "8080")));

        assertThat(Shown.of("env", variables))
                .contains("8080", "DB_PASSWORD", "(hidden)")
                .doesNotContain("hunter2");
        assertThat(Shown.of("Properties", Tree.of(Map.of("Secret", "hunter2")))).doesNotContain("hunter2");
    }

    @Test
    void shortensWhatIsLongAndNamesWhatIsNotThere() {
        assertThat(Shown.of("text", Tree.of("a".repeat(500)))).hasSize(163).endsWith("...");
        assertThat(Shown.of("text", Tree.NOTHING)).isEqualTo("nothing");
    }
}
