package dev.slipway.ordering.user.member;

import dev.slipway.ordering.starter.outbox.Outbox;
import java.util.SortedSet;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Publishes what others need to know of a member, by {@code services/schemas}. */
@Component
final class MemberEvents {
    private final Outbox outbox;

    MemberEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    record Registered(UUID userId, String email, String name, long version) {}

    record CredentialSet(UUID userId, String email, String passwordHash, SortedSet<String> roles, long version) {}

    void profile(Member member) {
        outbox.publish(
                "user.registered",
                member.id(),
                new Registered(member.id(), member.email(), member.name(), member.profileVersion()));
    }

    void credential(Member member) {
        outbox.publish(
                "user.credential.set",
                member.id(),
                new CredentialSet(
                        member.id(),
                        member.email(),
                        member.passwordHash(),
                        member.roles(),
                        member.credentialVersion()));
    }
}
