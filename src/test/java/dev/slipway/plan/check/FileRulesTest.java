package dev.slipway.plan.check;

import static dev.slipway.plan.binding.ConfigFile.in;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.binding.ConfigFile;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Service;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileRulesTest {
    private static final Service ORDER = Service.java("order");
    private static final ConfigFile CA = in("/etc/slipway/rds", "ca.pem", "a", "postgres");

    private static List<Problem> problems(ConfigFile... files) {
        return FileChecks.of(ORDER, List.of(files)).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "/etc, ca.pem",
        "/usr, ca.pem",
        "/tmp, ca.pem",
        "/proc/self, ca.pem",
        "etc/rds, ca.pem",
        "/etc/../rds, ca.pem",
        "/etc/rds, a/ca.pem",
        "/etc/rds, .pem",
        "/etc/rds/, ca.pem"
    })
    void failsOnAPathThatHidesTheImageOrIsNone(String folder, String name) {
        assertThat(problems(in(folder, name, "a", "postgres")))
                .containsExactly(Problem.error(
                        "file/path",
                        ORDER.origin(),
                        "The path (%s/%s) of a file of service order, for postgres, must be absolute, in a folder of its own that hides nothing of the image."
                                .formatted(folder, name),
                        "mount it in a folder such as /etc/slipway/order."));
    }

    @ParameterizedTest
    @CsvSource({"/etc/rds, ca.pem", "/etcetera, ca.pem", "/opt/app/conf, a-b_c.1", "/tmpl, x"})
    void passesOnAFolderOfItsOwn(String folder, String name) {
        assertThat(problems(in(folder, name, "a", "postgres"))).isEmpty();
    }

    @Test
    void failsWhenTwoNeedsWriteOneFileDifferently() {
        assertThat(problems(CA, in("/etc/slipway/rds", "ca.pem", "b", "mysql")))
                .containsExactly(Problem.error(
                        "file/conflict",
                        ORDER.origin(),
                        "The file (/etc/slipway/rds/ca.pem) of service order is written by two (postgres, mysql) with different content.",
                        "rename one of the two, or remove it."));
    }

    @Test
    void failsWhenTwoPathsBecomeOneKey() {
        assertThat(problems(CA, in("/etc/slipway", "rds.ca.pem", "a", "mysql")))
                .extracting(Problem::rule)
                .containsExactly("file/conflict", "file/nested");
    }

    @Test
    void passesWhenTwoNeedsWriteTheSame() {
        assertThat(problems(CA, in("/etc/slipway/rds", "ca.pem", "a", "mysql"))).isEmpty();
        assertThat(problems(CA, in("/etc/slipway/kafka", "ca.pem", "b", "streaming")))
                .isEmpty();
    }

    @Test
    void failsInAFolderOfAnother() {
        assertThat(problems(CA, in("/etc/slipway/rds/old", "ca.pem", "b", "mysql")))
                .containsExactly(Problem.error(
                        "file/nested",
                        ORDER.origin(),
                        "The folder (/etc/slipway/rds/old) of files of service order lies in another that is mounted; the two must be apart.",
                        "mount it beside the other."));
        assertThat(problems(CA, in("/etc/slipway/rds-old", "ca.pem", "b", "mysql")))
                .isEmpty();
    }

    @Test
    void failsWhenTheyDoNotFitOneConfigMap() {
        ConfigFile half = in("/etc/slipway/a", "a", "ä".repeat(FileChecks.MOST_BYTES / 4), "x");
        ConfigFile other = in("/etc/slipway/b", "b", "a".repeat(FileChecks.MOST_BYTES / 2), "x");
        assertThat(problems(half, other, half)).isEmpty();
        assertThat(problems(half, other, in("/etc/slipway/c", "c", "a", "x")))
                .containsExactly(Problem.error(
                        "file/size",
                        ORDER.origin(),
                        "The files of service order have together more bytes (245761) than fit a ConfigMap that kubectl applies (245760).",
                        "shorten them, or build them into the image."));
    }
}
