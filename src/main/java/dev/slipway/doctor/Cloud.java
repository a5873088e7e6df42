package dev.slipway.doctor;

import dev.slipway.review.Synthesis;
import java.util.List;

/** Looks whether accounts are ready for a synthesis: {@code new AwsCheckup().look(destinations, synthesis)}. */
@FunctionalInterface
public interface Cloud {
    List<Finding> look(List<Destination> destinations, Synthesis synthesis);
}
