package dev.slipway.ordering.laptop.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProcessesTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsStillThereIsStoppedAtTheEnd() throws Exception {
        Process process;
        try (Processes processes = new Processes()) {
            process = processes.start(List.of("/bin/sleep", "60"), Map.of(), log());
            assertThat(process.isAlive()).isTrue();
        }
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aServiceApartSeesItsVariablesAndNoOthers() throws Exception {
        try (Processes processes = new Processes()) {
            processes
                    .startWithOnly(List.of("/usr/bin/env"), Map.of("TOPIC", "order.placed"), log())
                    .waitFor();
        }
        assertThat(Files.readString(log().toPath())).isEqualToIgnoringNewLines("TOPIC=order.placed");
    }

    @Test
    void anOrdinaryProcessHasTheEnvironmentToo() throws Exception {
        try (Processes processes = new Processes()) {
            processes
                    .start(List.of("/usr/bin/env"), Map.of("LC_ALL", "C"), log())
                    .waitFor();
        }
        assertThat(Files.readString(log().toPath())).contains("LC_ALL=C", "PATH=");
    }

    private File log() {
        return folder.resolve("log").toFile();
    }
}
