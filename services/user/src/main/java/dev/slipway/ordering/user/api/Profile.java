package dev.slipway.ordering.user.api;

import dev.slipway.ordering.user.member.Member;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** A member as they see themselves. */
record Profile(UUID userId, String email, String name, Set<String> roles, long version, Instant createdAt) {
    static Profile of(Member member) {
        return new Profile(
                member.id(),
                member.email(),
                member.name(),
                member.roles(),
                member.profileVersion(),
                member.createdAt());
    }

    @Override
    public String toString() {
        return "profile of " + userId;
    }
}
