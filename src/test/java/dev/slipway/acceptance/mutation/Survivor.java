package dev.slipway.acceptance.mutation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Why mutations are not found, by operator, kind and path; the first reason that fits is the one. */
record Survivor(List<String> operators, Pattern kind, Pattern path, String reason) {
    private static final String ANY = "*";

    static List<Survivor> reasons() {
        return Lines.of("survivors.csv")
                .map(cells ->
                        new Survivor(List.of(cells[0].split(",", -1)), pattern(cells[1]), pattern(cells[2]), cells[3]))
                .toList();
    }

    private static Pattern pattern(String cell) {
        return Pattern.compile(cell.equals(ANY) ? ".*" : cell);
    }

    /** The reason of a mutation, if somebody has written one. */
    static Optional<Survivor> of(Mutation mutation, List<Survivor> reasons) {
        return reasons.stream().filter(reason -> reason.fits(mutation)).findFirst();
    }

    private boolean fits(Mutation mutation) {
        return (operators.contains(ANY)
                        || operators.contains(mutation.operator().name()))
                && kind.matcher(mutation.subject().kind()).matches()
                && path.matcher(mutation.path()).matches();
    }
}
