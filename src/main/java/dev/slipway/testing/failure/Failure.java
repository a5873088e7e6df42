package dev.slipway.testing.failure;

import dev.slipway.plan.check.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.assertj.core.description.Description;
import org.assertj.core.error.DescriptionFormatter;
import org.assertj.core.error.ErrorMessageFactory;
import org.assertj.core.presentation.Representation;

/** What was looked for, what was there instead, what was nearest, and where it was declared. */
public final class Failure implements ErrorMessageFactory {
    private static final String INDENT = "  ";
    private static final int MOST_LISTED = 40;

    private final List<String> lines = new ArrayList<>();

    private Failure() {}

    static Failure expecting(String what) {
        Failure failure = new Failure();
        failure.lines.add("");
        failure.lines.add("Expecting " + what);
        return failure;
    }

    Failure line(String text) {
        lines.add(text);
        return this;
    }

    Failure value(String text) {
        text.lines().forEach(line -> lines.add(INDENT + line));
        return this;
    }

    /** Names in one line, sorted; {@code nothing} where there are none, and a count of those that are too many. */
    Failure names(Collection<String> names) {
        List<String> sorted = names.stream().sorted().toList();
        String listed = String.join(", ", sorted.subList(0, Math.min(sorted.size(), MOST_LISTED)));
        String more = sorted.size() > MOST_LISTED ? " and %s more".formatted(sorted.size() - MOST_LISTED) : "";
        return value(sorted.isEmpty() ? "nothing" : listed + more);
    }

    Failure nearest(String wanted, Collection<String> candidates) {
        return nearest(wanted, Candidates.of(candidates));
    }

    /** With where the nearest was declared; where none is near, with where they all were. */
    Failure nearest(String wanted, Candidates candidates) {
        Optional<String> nearest = Nearest.to(wanted, candidates.names());
        if (nearest.isEmpty()) {
            return declared(candidates.around());
        }
        String name = nearest.get();
        String declared = Optional.ofNullable(candidates.origins().get(name))
                .flatMap(Supplier::get)
                .map(origin -> ", declared at " + origin)
                .orElse("");
        lines.add("Did you mean %s%s?".formatted(name, declared));
        return this;
    }

    Failure declared(Optional<String> origin) {
        origin.ifPresent(place -> lines.add("Declared at " + place));
        return this;
    }

    @Override
    public String create(Description description, Representation representation) {
        return DescriptionFormatter.instance().format(description) + this;
    }

    @Override
    public String create(Description description) {
        return DescriptionFormatter.instance().format(description) + this;
    }

    @Override
    public String create() {
        return toString();
    }

    /** The text without a description. */
    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
