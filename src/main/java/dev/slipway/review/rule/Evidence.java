package dev.slipway.review.rule;

import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What some rules need beside what was rendered; a rule that lacks it finds nothing.
 *
 * @param today for rules about dates; nobody asks a clock here
 * @param before what ran until now, for rules about changes
 * @param contracts of services: what each reads
 */
record Evidence(Optional<LocalDate> today, Optional<Synthesis> before, List<Tree> contracts) {
    static final Evidence NONE = new Evidence(Optional.empty(), Optional.empty(), List.of());

    Evidence {
        contracts = List.copyOf(contracts);
    }
}
