package dev.slipway.review.across;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a type of EC2 instance has, by the rules after which AWS names them: {@code m7g.2xlarge} has eight cores, and four GiB
 * for each.
 *
 * @param memory in GiB
 */
record InstanceSize(String type, int cores, int memory) {
    /** General, compute and memory families; of burstable and special ones the name does not tell. */
    private static final Pattern TYPE =
            Pattern.compile("(?<family>[cmr])\\d[a-z0-9-]*\\.(?<size>medium|large|(?<times>\\d*)xlarge)");

    static Optional<InstanceSize> of(String type) {
        Matcher matcher = TYPE.matcher(type);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String times = matcher.group("times");
        int cores =
                switch (matcher.group("size")) {
                    case "medium" -> 1;
                    case "large" -> 2;
                    default -> 4 * (times == null || times.isEmpty() ? 1 : Integer.parseInt(times));
                };
        int perCore =
                switch (matcher.group("family")) {
                    case "c" -> 2;
                    case "m" -> 4;
                    default -> 8;
                };
        return Optional.of(new InstanceSize(type, cores, cores * perCore));
    }

    BigDecimal amount(String resource) {
        return resource.equals("cpu")
                ? BigDecimal.valueOf(cores)
                : BigDecimal.valueOf(memory).multiply(BigDecimal.valueOf(1L << 30));
    }

    static String largest(List<InstanceSize> sizes, String resource) {
        return sizes.stream()
                .max(Comparator.comparing(size -> size.amount(resource)))
                .map(size -> "%s with %s cores and %s GiB".formatted(size.type(), size.cores(), size.memory()))
                .orElseThrow();
    }
}
