package dev.slipway.testing.failure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Two syntheses of one program differ, though nothing was changed but the machine. */
public final class ShouldRenderAlike {
    private static final int MOST_SHOWN = 10;

    private ShouldRenderAlike() {}

    /** The failure, where they do; each a text by path. */
    public static Optional<Failure> shouldRenderAlike(
            String program, Map<String, String> here, Map<String, String> there) {
        TreeSet<String> differing = new TreeSet<>(here.keySet());
        differing.addAll(there.keySet());
        differing.removeIf(file -> here.getOrDefault(file, "-").equals(there.getOrDefault(file, "+")));
        if (here.isEmpty()) {
            return Optional.of(Failure.expecting(program).line("to write files").line("but it writes none"));
        }
        if (differing.isEmpty()) {
            return Optional.empty();
        }
        Failure failure = Failure.expecting(program)
                .line("to write the same bytes in another folder, home, time zone, locale and environment")
                .line("but of %s files %s differ".formatted(here.size(), differing.size()));
        differing.stream()
                .limit(MOST_SHOWN)
                .forEach(file -> show(failure, file, here.getOrDefault(file, ""), there.getOrDefault(file, "")));
        return Optional.of(failure);
    }

    private static void show(Failure failure, String file, String here, String there) {
        List<String> before = here.lines().toList();
        List<String> after = there.lines().toList();
        int line = 0;
        while (line < before.size() && line < after.size() && before.get(line).equals(after.get(line))) {
            line++;
        }
        failure.value("%s:%s".formatted(file, line + 1));
        failure.value("- " + (line < before.size() ? before.get(line).strip() : "nothing"));
        failure.value("+ " + (line < after.size() ? after.get(line).strip() : "nothing"));
    }
}
