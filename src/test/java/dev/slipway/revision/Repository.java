package dev.slipway.revision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A repository of a project whose build is a shell script, which writes what a variable in a file says. */
public final class Repository {
    private static final String BUILD = """
            set -e
            echo run >> "%s"
            mkdir -p dist/prod cdk.out
            printf '{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "order", "namespace": "shop"}, "data": {"GREETING": "%%s"}}' \\
              "$(cat greeting)$(cat slipway.local.properties 2>/dev/null || true)" > dist/prod/order.k8s.yaml
            """;

    private final Path folder;

    private Repository(Path folder) {
        this.folder = folder;
    }

    /** One with a first commit on main, in a folder of its own. */
    public static Repository in(Path folder) throws IOException {
        Repository repository = new Repository(Files.createDirectories(folder.resolve("repository")));
        repository.git("init", "--quiet", "--initial-branch=main");
        repository.write("cdk.json", "{\"app\": \"sh build.sh\"}");
        repository.write("build.sh", BUILD.formatted(folder.resolve("runs")));
        repository.write(".gitignore", "dist/\ncdk.out/\nslipway.local.properties\n");
        repository.commit("hello");
        return repository;
    }

    public Path folder() {
        return folder;
    }

    public Repository write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        return this;
    }

    /** Another greeting, and its commit. */
    public String commit(String greeting) throws IOException {
        write("greeting", greeting);
        git("add", ".");
        git("-c", "user.name=Test", "-c", "user.email=test@example.com", "commit", "--quiet", "-m", greeting);
        return git("rev-parse", "HEAD");
    }

    public String git(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Command.Result result = Command.run(folder, command);
        if (!result.isFine()) {
            throw new IllegalStateException(result.tail());
        }
        return result.out().strip();
    }

    /** How often it was built. */
    public long runs() throws IOException {
        Path runs = folder.resolveSibling("runs");
        return Files.exists(runs) ? Files.readAllLines(runs).size() : 0;
    }
}
