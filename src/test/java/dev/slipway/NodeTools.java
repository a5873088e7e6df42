package dev.slipway;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;

/** The Node tools that the build installs beside the program. */
public final class NodeTools {
    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    private NodeTools() {}

    /** The path of a tool; where it is missing, the test that asks for it is skipped. */
    public static String installed(String tool) {
        Path path =
                Path.of("node_modules", ".bin", WINDOWS ? tool + ".cmd" : tool).toAbsolutePath();
        assumeThat(Files.exists(path))
                .as("%s is missing: run npm ci, or this is not tested", path)
                .isTrue();
        return path.toString();
    }
}
