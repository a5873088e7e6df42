package dev.slipway.delivery.github;

import java.util.List;
import java.util.stream.Stream;

/**
 * How a repository is built, and how it runs Slipway.
 *
 * <pre>{@code
 * GithubFiles.of(plan, Commands.ofMaven())
 * }</pre>
 *
 * @param isCheckout whether it is one of Slipway itself, which compiles what a project of its users gets as a jar
 */
public record Commands(boolean isCheckout) {
    private static final String MAVEN = "mvn --batch-mode --no-transfer-progress ";
    private static final String NPM = "npm-${{ runner.os }}-";
    private static final String BASE = "slipway-base-${{ runner.os }}-";
    private static final String CREDENTIALS = "persist-credentials";

    /** Of a project that Maven builds, and that has Slipway as a dependency and as a plugin. */
    public static Commands ofMaven() {
        return new Commands(false);
    }

    /** Of Slipway's own repository. */
    public static Commands ofCheckout() {
        return new Commands(true);
    }

    String slipway(String arguments) {
        return isCheckout ? "./slipway " + arguments : "mvn --quiet slipway:run -Dargs=\"%s\"".formatted(arguments);
    }

    /** By variables of the shell: which environment, and which plane. */
    String verify() {
        return isCheckout
                ? "./slipway verify \"$ENVIRONMENT\" --plane \"$PLANE\" --format markdown"
                : slipway("verify $ENVIRONMENT --plane $PLANE --format markdown");
    }

    String compile() {
        return isCheckout ? "node src/build/compile-if-stale.mjs" : MAVEN + "compile";
    }

    String synthesize() {
        return isCheckout ? "java @target/slipway.args" : MAVEN + "compile exec:java";
    }

    String test() {
        return isCheckout ? MAVEN + "verify -Dservices.skip=true" : MAVEN + "verify";
    }

    String services() {
        return MAVEN + "--file services verify";
    }

    /** The commit that is tested, and the one it is compared with; no credentials stay in the folder. */
    static Step checkout() {
        return Step.uses(Action.CHECKOUT).with("fetch-depth", 2).with(CREDENTIALS, false);
    }

    static List<Step> languages() {
        return List.of(
                Step.uses(Action.SETUP_JAVA)
                        .with("distribution", "temurin")
                        .with("java-version", "25")
                        .with("cache", "maven"),
                Step.uses(Action.SETUP_NODE).with("node-version", "22").with("package-manager-cache", false));
    }

    /** What npm has fetched and, in a checkout, what was made of it once for each {@code package-lock.json}. */
    List<Step> caches() {
        Step npm = cache("Cache of npm", "~/.npm", NPM + "${{ hashFiles('package.json', 'package-lock.json') }}")
                .with("restore-keys", NPM);
        if (!isCheckout) {
            return List.of(npm);
        }
        String made = String.join(
                "\n",
                Stream.of("cdk8s-plus", "rds-authorities", "specification", "kind-fields", "schemas")
                        .map("target/"::concat)
                        .toList());
        return List.of(
                npm,
                cache(
                        "Cache of what the build makes once",
                        made + "\n",
                        "slipway-made-${{ runner.os }}-${{ hashFiles('package-lock.json', 'src/build/**') }}"),
                // Its key is what they were made from; their times are older than those of the files just checked out.
                Step.runs(
                        "Keep it",
                        "if [ -d target ]; then find target -maxdepth 2 -name package-lock.json -exec touch {} +; fi"));
    }

    /** What was synthesized of a commit that changes start from. */
    static Step base(String commit) {
        return cache(
                "Cache of the base's synthesis", "~/.cache/slipway/revisions", BASE + "${{ %s }}".formatted(commit));
    }

    static Step cache(String name, String path, String key) {
        return Step.uses(Action.CACHE).named(name).with("path", path).with("key", key);
    }
}
