package dev.slipway.ordering.laptop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The laptop as a process: what it leaves behind, and what it says when it cannot start. */
final class StartAndStopIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int ENDED_BY_TERM = 143;

    @TempDir
    private Path folder;

    @Test
    void ctrlCStopsEveryProcessAndRemovesTheData() {
        LaptopProcess laptop = LaptopProcess.startOne(folder, "--port", "0");
        List<ProcessHandle> processes = laptop.processes();
        assertThat(processes)
                .as("java, a watcher, PostgreSQL with its own, Redis")
                .hasSizeGreaterThan(4);
        assertThat(dataFolders()).hasSize(1);

        assertThat(laptop.stop()).isEqualTo(ENDED_BY_TERM);

        assertThat(processes).noneMatch(ProcessHandle::isAlive);
        assertThat(dataFolders()).isEmpty();
        assertThat(laptop.output()).doesNotContain("Exception", "ERROR");
    }

    @ParameterizedTest
    @ValueSource(longs = {1000, 2500})
    void stoppedWhileItStartsItLeavesNothing(long millis) throws InterruptedException {
        LaptopProcess laptop = LaptopProcess.beginOne(folder, "--port", "0");
        Thread.sleep(millis);
        List<ProcessHandle> processes = laptop.processes();

        laptop.stop();

        await().atMost(SOON).untilAsserted(() -> assertThat(processes).noneMatch(ProcessHandle::isAlive));
        assertThat(dataFolders()).isEmpty();
        assertThat(laptop.output()).doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--port:the front door", "--postgres-port:PostgreSQL", "--kafka-port:Kafka", "--redis-port:Redis"
            })
    void aPortThatIsTakenIsNamedWithTheOptionThatChangesIt(String optionAndPart) throws IOException {
        String option = optionAndPart.split(":")[0];
        String part = optionAndPart.split(":")[1];
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            LaptopProcess laptop = option.equals("--port")
                    ? LaptopProcess.beginOne(folder, option, "" + taken.getLocalPort())
                    : LaptopProcess.beginOne(folder, "--port", "0", option, "" + taken.getLocalPort());

            assertThat(laptop.awaitEnd()).isEqualTo(1);
            assertThat(laptop.output().strip())
                    .isEqualTo(
                            "The port (%s) of %s must be free, and something listens on it. Fix: stop that, or choose another with %s."
                                    .formatted(taken.getLocalPort(), part, option));
        }
    }

    @Test
    void anUnknownOptionIsAMistakeOfUse() {
        LaptopProcess laptop = LaptopProcess.beginOne(folder, "--prot", "1");

        assertThat(laptop.awaitEnd()).isEqualTo(2);
        assertThat(laptop.output()).contains("Unknown options: '--prot', '1'", "--port");
    }

    private List<Path> dataFolders() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("ordering-laptop-"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
