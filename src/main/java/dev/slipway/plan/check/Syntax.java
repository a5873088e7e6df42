package dev.slipway.plan.check;

import java.util.regex.Pattern;

/** What AWS and Kubernetes accept as names. */
public final class Syntax {
    /** RFC 1123 label, as Kubernetes asks of names of Services and namespaces. */
    public static final String DNS_LABEL_RULE =
            "1 to 63 lower-case letters, digits or hyphens, starting with a letter and ending with a letter or digit";

    /** What Kubernetes accepts as a label, and ECR, RDS and ElastiCache within their names. */
    public static final String NAME_RULE =
            "1 to 63 lower-case letters, digits or single hyphens, starting with a letter and ending with a letter or digit";

    /** Value of a Kubernetes label. */
    public static final String LABEL_VALUE_RULE =
            "1 to 63 letters, digits, dots, hyphens or underscores, starting and ending with a letter or digit";

    private static final Pattern DNS_LABEL = Pattern.compile("[a-z]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern LABEL_VALUE = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?");
    private static final Pattern HOST =
            Pattern.compile("(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern REGION = Pattern.compile("([a-z]{2}(-gov|-iso[a-z]?)?|eusc-de)-[a-z]+-[1-9]");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern CRON_FIELD = Pattern.compile("(\\*|[0-9]{1,2}(-[0-9]{1,2})?)(/[0-9]{1,2})?");
    /** Minute, hour, day, month, weekday; as Kubernetes reads them, where Sunday is 0 and never 7. */
    private static final int[][] CRON_BOUNDS = {{0, 59}, {0, 23}, {1, 31}, {1, 12}, {0, 6}};

    private static final int MAX_PORT = 65_535;

    private Syntax() {}

    public static boolean isDnsLabel(String text) {
        return DNS_LABEL.matcher(text).matches();
    }

    /** A DNS label without two hyphens in a row. */
    public static boolean isName(String text) {
        return isDnsLabel(text) && !text.contains("--");
    }

    public static boolean isLabelValue(String text) {
        return LABEL_VALUE.matcher(text).matches();
    }

    /** A fully qualified host name of at least two labels. */
    public static boolean isHost(String text) {
        return HOST.matcher(text).matches();
    }

    /** The number of an AWS account. */
    public static boolean isAccount(String text) {
        return ACCOUNT.matcher(text).matches();
    }

    /** The code of an AWS region, as far as its form goes: new ones need no new release. */
    public static boolean isRegion(String text) {
        return REGION.matcher(text).matches();
    }

    /** The name of an environment variable. */
    public static boolean isVariable(String text) {
        return VARIABLE.matcher(text).matches();
    }

    public static boolean isPort(int port) {
        return port >= 1 && port <= MAX_PORT;
    }

    /** A cron expression of five fields in numbers. */
    public static boolean isCron(String text) {
        String[] fields = text.trim().split("\\s+", -1);
        if (fields.length != CRON_BOUNDS.length) {
            return false;
        }
        for (int i = 0; i < fields.length; i++) {
            for (String item : fields[i].split(",", -1)) {
                if (!isCronItem(item, CRON_BOUNDS[i])) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isCronItem(String item, int[] bounds) {
        if (!CRON_FIELD.matcher(item).matches()) {
            return false;
        }
        String[] rangeAndStep = item.split("/", -1);
        boolean inBounds = rangeAndStep.length == 1 || Integer.parseInt(rangeAndStep[1]) > 0;
        if (rangeAndStep[0].equals("*")) {
            return inBounds;
        }
        String[] range = rangeAndStep[0].split("-", -1);
        int from = Integer.parseInt(range[0]);
        int to = range.length == 2 ? Integer.parseInt(range[1]) : from;
        return inBounds && from >= bounds[0] && from <= to && to <= bounds[1];
    }
}
