package dev.slipway.ordering.payment.provider.fake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BehaviourTest {
    @Test
    void isSaidByTheMethodOrElseByTheProperty() {
        assertThat(Behaviour.of("pm_declined", Behaviour.SETTLE)).isEqualTo(Behaviour.DECLINE);
        assertThat(Behaviour.of("pm_lost_17", Behaviour.SETTLE)).isEqualTo(Behaviour.LOST);
        assertThat(Behaviour.of("pm_lostandfound", Behaviour.SETTLE)).isEqualTo(Behaviour.SETTLE);
        assertThat(Behaviour.of("", Behaviour.DECLINE)).isEqualTo(Behaviour.DECLINE);
        assertThat(Behaviour.of("pm_settle", Behaviour.DECLINE)).isEqualTo(Behaviour.SETTLE);
    }
}
