package dev.slipway.ordering.user.member;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A member. A change gives the member as they are after it, or nothing where nothing changes.
 *
 * @param profileVersion grows with each change of name or address
 * @param credentialVersion grows with each change of address, password or roles
 */
public record Member(
        UUID id,
        String email,
        String name,
        String passwordHash,
        SortedSet<String> roles,
        long profileVersion,
        long credentialVersion,
        Instant createdAt) {
    /** What everybody is who signs up. */
    public static final String CUSTOMER = "customer";

    /** Who runs the shop. */
    public static final String OPERATOR = "operator";

    static Member signedUp(UUID id, String email, String name, String passwordHash, Instant now) {
        return new Member(
                id, EmailAddress.normalized(email), name.strip(), passwordHash, roles(Set.of(CUSTOMER)), 1, 1, now);
    }

    Optional<Member> renamed(String to) {
        String stripped = to.strip();
        return stripped.equals(name)
                ? Optional.empty()
                : Optional.of(new Member(
                        id, email, stripped, passwordHash, roles, profileVersion + 1, credentialVersion, createdAt));
    }

    Optional<Member> readdressed(String to) {
        String normalized = EmailAddress.normalized(to);
        return normalized.equals(email)
                ? Optional.empty()
                : Optional.of(new Member(
                        id,
                        normalized,
                        name,
                        passwordHash,
                        roles,
                        profileVersion + 1,
                        credentialVersion + 1,
                        createdAt));
    }

    Member withPassword(String hash) {
        return new Member(id, email, name, hash, roles, profileVersion, credentialVersion + 1, createdAt);
    }

    Optional<Member> withRoles(Set<String> to) {
        return roles.equals(to)
                ? Optional.empty()
                : Optional.of(new Member(
                        id, email, name, passwordHash, roles(to), profileVersion, credentialVersion + 1, createdAt));
    }

    static SortedSet<String> roles(Set<String> roles) {
        return java.util.Collections.unmodifiableSortedSet(new TreeSet<>(roles));
    }

    /** Nothing that is personal. */
    @Override
    public String toString() {
        return "member " + id;
    }
}
