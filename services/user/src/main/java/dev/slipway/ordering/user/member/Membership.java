package dev.slipway.ordering.user.member;

import dev.slipway.ordering.starter.configuration.Ids;
import dev.slipway.ordering.starter.password.Passwords;
import dev.slipway.ordering.starter.web.ProblemException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** What members do. Hashes are made and compared while no transaction is open. */
@Service
public final class Membership {
    private static final Logger LOG = LoggerFactory.getLogger(Membership.class);

    private final Members members;
    private final MemberEvents events;
    private final Passwords passwords;
    private final Guesses guesses;
    private final TransactionOperations transactions;
    private final Ids ids;
    private final Clock clock;

    Membership(
            Members members,
            MemberEvents events,
            Passwords passwords,
            Guesses guesses,
            TransactionOperations transactions,
            Ids ids,
            Clock clock) {
        this.members = members;
        this.events = events;
        this.passwords = passwords;
        this.guesses = guesses;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /** Takes somebody in, unless the address is a member's; the caller sees no difference, nor how long it took. */
    public void signUp(String email, String name, String password) {
        PasswordRules.check(password, email, name);
        String hash = passwords.hash(password);
        Member member =
                Member.signedUp(ids.next(), email, name, hash, clock.instant().truncatedTo(ChronoUnit.MICROS));
        transactions.executeWithoutResult(status -> {
            if (members.insert(member)) {
                events.profile(member);
                events.credential(member);
                LOG.info("Signed up {}", member.id());
            }
        });
    }

    public Member found(UUID id) {
        return members.find(id).orElseThrow(Membership::unknown);
    }

    /** Renames a member; where a version is expected, only that one. */
    public Member rename(UUID id, String name, OptionalLong expected) {
        return changed(id, member -> {
            if (expected.isPresent() && expected.getAsLong() != member.profileVersion()) {
                throw new ProblemException(
                        HttpStatus.PRECONDITION_FAILED, "changed-meanwhile", "The profile is not of that version");
            }
            Optional<Member> renamed = member.renamed(name);
            renamed.ifPresent(this::saveProfile);
            return renamed.orElse(member);
        });
    }

    /**
     * Changes the address, unless the new one is somebody else's: the caller does not see that at once. The database is
     * asked first, as it logs addresses that it refuses; it refuses those only that are taken in between.
     */
    public void readdress(UUID id, String email, String password) {
        confirm(found(id), password);
        try {
            changed(id, member -> {
                Optional<Member> readdressed = member.readdressed(email);
                if (readdressed
                        .filter(wished -> members.isTaken(wished.email()))
                        .isPresent()) {
                    sayTaken(id);
                    return member;
                }
                readdressed.ifPresent(this::saveProfile);
                readdressed.ifPresent(events::credential);
                return readdressed.orElse(member);
            });
        } catch (DuplicateKeyException e) {
            sayTaken(id);
        }
    }

    private static void sayTaken(UUID id) {
        LOG.info("The address that {} asked for is taken", id);
    }

    /** Changes the password; asked once more for what it is already, it changes nothing. */
    public void changePassword(UUID id, String current, String next) {
        Member before = found(id);
        PasswordRules.check(next, before.email(), before.name());
        guesses.count(id);
        boolean isSet = passwords.matches(next, before.passwordHash());
        if (!passwords.matches(current, before.passwordHash())) {
            if (isSet) {
                return;
            }
            throw wrongPassword();
        }
        guesses.forget(id);
        if (isSet) {
            return;
        }
        String hash = passwords.hash(next);
        changed(id, member -> {
            if (!member.passwordHash().equals(before.passwordHash())) {
                throw new ProblemException(
                        HttpStatus.CONFLICT, "changed-meanwhile", "The password was changed in the meantime");
            }
            return saveCredential(member.withPassword(hash));
        });
    }

    public Member assign(UUID id, Set<String> roles) {
        return changed(id, member -> {
            Optional<Member> assigned = member.withRoles(roles);
            assigned.ifPresent(this::saveCredential);
            return assigned.orElse(member);
        });
    }

    private void confirm(Member member, String password) {
        guesses.count(member.id());
        if (!passwords.matches(password, member.passwordHash())) {
            throw wrongPassword();
        }
        guesses.forget(member.id());
    }

    private Member changed(UUID id, UnaryOperator<Member> change) {
        return Optional.ofNullable(transactions.execute(
                        status -> change.apply(members.lock(id).orElseThrow(Membership::unknown))))
                .orElseThrow();
    }

    private void saveProfile(Member member) {
        members.update(member);
        events.profile(member);
    }

    private Member saveCredential(Member member) {
        members.update(member);
        events.credential(member);
        return member;
    }

    private static ProblemException wrongPassword() {
        return new ProblemException(HttpStatus.FORBIDDEN, "wrong-password", "The current password is another");
    }

    private static ProblemException unknown() {
        return new ProblemException(HttpStatus.NOT_FOUND, "unknown-user", "There is no such user");
    }
}
