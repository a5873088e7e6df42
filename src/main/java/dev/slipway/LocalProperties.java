package dev.slipway;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.plan.check.Nearest;
import dev.slipway.plan.check.Syntax;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Origin;
import dev.slipway.platform.Target;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;

/**
 * The account and region of one machine, in a file that Git ignores:
 *
 * <pre>
 * account=444455556666
 * region=eu-west-1
 * </pre>
 */
record LocalProperties(Path path) {
    static final String FILE = "slipway.local.properties";

    private static final String ACCOUNT = "account";
    private static final String REGION = "region";
    private static final List<String> KEYS = List.of(ACCOUNT, REGION);

    /** The target that the file names, or that for documentation where it does not, or is wrong about it. */
    Target read(List<Problem> problems) {
        if (Files.notExists(path)) {
            return Target.DOCUMENTATION;
        }
        Properties properties = new Properties();
        String text;
        try {
            text = Files.readString(path);
            properties.load(new StringReader(text));
        } catch (IOException | IllegalArgumentException e) {
            problems.add(error(
                    "local/unreadable",
                    Origin.of(FILE, 0),
                    "The file (%s) must be a text in UTF-8 of lines such as account=444455556666.".formatted(FILE),
                    "write it anew, or delete it."));
            return Target.DOCUMENTATION;
        }
        new TreeSet<>(properties.stringPropertyNames())
                .stream().filter(key -> !KEYS.contains(key)).forEach(key -> problems.add(unknown(key, text)));
        return new Target(account(properties, text, problems), region(properties, text, problems));
    }

    private static String account(Properties properties, String text, List<Problem> problems) {
        String account =
                properties.getProperty(ACCOUNT, Target.DOCUMENTATION_ACCOUNT).trim();
        if (Syntax.isAccount(account)) {
            return account;
        }
        problems.add(error(
                "local/account",
                origin(ACCOUNT, text),
                "The account (%s) must be 12 digits.".formatted(account),
                "copy it from aws sts get-caller-identity."));
        return Target.DOCUMENTATION_ACCOUNT;
    }

    private static String region(Properties properties, String text, List<Problem> problems) {
        String region = properties.getProperty(REGION, Target.DEFAULT_REGION).trim();
        if (Syntax.isRegion(region)) {
            return region;
        }
        problems.add(error(
                "local/region",
                origin(REGION, text),
                "The region (%s) must be the code of an AWS region.".formatted(region),
                "name one such as eu-central-1; aws account list-regions prints those of an account."));
        return Target.DEFAULT_REGION;
    }

    private static Problem unknown(String key, String text) {
        return error(
                "local/unknown-key",
                origin(key, text),
                "The key (%s) must be one of %s.".formatted(key, String.join(", ", KEYS)),
                Nearest.to(key, KEYS).map("did you mean %s?"::formatted).orElse("remove the line."));
    }

    private static Origin origin(String key, String text) {
        int line = 0;
        for (String candidate : text.lines().toList()) {
            line++;
            if (candidate.trim().matches("\\Q" + key + "\\E([=:\\s].*)?")) {
                return Origin.of(FILE, line);
            }
        }
        return Origin.of(FILE, 0);
    }
}
