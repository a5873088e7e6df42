package dev.slipway.platform.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.topology.Link.Relation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class LinkTest {
    private static final End.OfTopic TOPIC =
            new End.OfTopic("order.placed", 12, Optional.of("orderId"), false, Optional.empty());
    private static final End.OfNamespace MONITORING = new End.OfNamespace("monitoring", OptionalInt.of(9090));

    @Test
    void namesTheRelationAndTheOtherEnd() {
        assertThat(List.of(
                        Link.publishes(TOPIC),
                        Link.consumes(TOPIC),
                        Link.materializes(TOPIC),
                        Link.uses(End.OfStore.own("postgres")),
                        Link.calls(new End.OfService("store")),
                        Link.calledFrom(MONITORING),
                        Link.reaches(new End.OfHost("smtp.example.com", 587)),
                        Link.routes(new End.OfRoute("/api/orders"))))
                .containsExactly(
                        new Link(Relation.PUBLISHES, TOPIC),
                        new Link(Relation.CONSUMES, TOPIC),
                        new Link(Relation.MATERIALIZES, TOPIC),
                        new Link(Relation.USES, new End.OfStore("postgres", Optional.empty(), false)),
                        new Link(Relation.CALLS, new End.OfService("store")),
                        new Link(Relation.CALLED, MONITORING),
                        new Link(Relation.REACHES, new End.OfHost("smtp.example.com", 587)),
                        new Link(Relation.ROUTES, new End.OfRoute("/api/orders")));
    }

    @Test
    void leadsToTheServiceWhereSomethingComesToIt() {
        assertThat(Relation.values())
                .filteredOn(Relation::leadsHere)
                .containsExactly(Relation.CONSUMES, Relation.MATERIALIZES, Relation.CALLED, Relation.ROUTES);
    }

    @Test
    void leadsToAStoreThatIsSharedOnlyByItsName() {
        assertThat(End.OfStore.own("secret", "smtp")).isEqualTo(new End.OfStore("secret", Optional.of("smtp"), false));
        assertThat(End.OfStore.shared("bucket", "invoices"))
                .isEqualTo(new End.OfStore("bucket", Optional.of("invoices"), true));
    }
}
