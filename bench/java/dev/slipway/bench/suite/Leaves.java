package dev.slipway.bench.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/** Writes and compiles the test classes themselves, which are all alike: 50 for the CDK's way and 50 for Slipway's. */
final class Leaves {
    private static final String SOURCE =
            """
            package dev.slipway.bench.suite;

            final class %1$s%2$sTest extends %2$sSuite {
                %1$s%2$sTest() {
                    super("%1$s");
                }
            }
            """;

    private Leaves() {}

    /** @param args a folder for the sources, and one for the classes */
    public static void main(String... args) throws IOException {
        Path sources = Files.createDirectories(Path.of(args[0]));
        List<String> compile = new ArrayList<>(
                List.of("-d", args[1], "-cp", System.getProperty("java.class.path"), "-implicit:none", "-proc:none"));
        for (String subject : Subject.all().keySet()) {
            for (String style : List.of("Cdk", "Kit")) {
                Path source = sources.resolve(subject + style + "Test.java");
                Files.writeString(source, SOURCE.formatted(subject, style));
                compile.add(source.toString());
            }
        }
        int exit = ToolProvider.getSystemJavaCompiler().run(null, null, null, compile.toArray(String[]::new));
        if (exit != 0) {
            throw new IllegalStateException("The test classes do not compile");
        }
    }
}
