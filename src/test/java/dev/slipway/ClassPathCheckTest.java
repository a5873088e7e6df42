package dev.slipway;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathCheckTest {
    @Test
    void acceptsTheCopyThatSlipwayBringsAlong() {
        assertThatCode(ClassPathCheck::verify).doesNotThrowAnyException();
    }

    @Test
    void refusesASecondCopyAndNamesBothPlaces(@TempDir Path folder) throws Exception {
        Path copy = folder.resolve("org/cdk8s/plus34/$Module.class");
        Files.createDirectories(copy.getParent());
        Files.createFile(copy);

        URL[] urls = {folder.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(urls, getClass().getClassLoader())) {
            assertThatThrownBy(() -> ClassPathCheck.verify(loader))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("The class path holds cdk8s-plus-34 more than once (")
                    .hasMessageContaining(folder.getFileName().toString())
                    .hasMessageContaining("target/classes")
                    .hasMessageEndingWith("Fix: exclude org.cdk8s:cdk8s-plus-34 from your dependencies.");
        }
    }
}
