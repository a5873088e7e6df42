package dev.slipway.ordering.user.member;

import java.util.Set;
import java.util.UUID;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;

/** {@code POST /actuator/operators/{id}} makes a member an operator: for the first, from within the pod. */
@Component
@Endpoint(id = "operators")
public final class Operators {
    private final Membership membership;

    Operators(Membership membership) {
        this.membership = membership;
    }

    @WriteOperation
    public Set<String> appoint(@Selector UUID id) {
        return membership.assign(id, Set.of(Member.CUSTOMER, Member.OPERATOR)).roles();
    }
}
