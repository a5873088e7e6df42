package dev.slipway.ordering.user.api;

import dev.slipway.ordering.starter.security.Caller;
import dev.slipway.ordering.starter.web.ProblemException;
import dev.slipway.ordering.user.member.Member;
import dev.slipway.ordering.user.member.Membership;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sign-up for everybody; the rest is one's own. */
@RestController
@RequestMapping("/api/users")
final class UserController {
    private final Membership membership;

    UserController(Membership membership) {
        this.membership = membership;
    }

    /**
     * 202 whether the address was free or not, so that nobody learns who is a member; a moment later, who was taken in
     * can sign in. Sent again, it changes nothing.
     */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Bodies.Accepted signUp(@Valid @RequestBody Bodies.SignUp body) {
        membership.signUp(body.email(), body.name(), body.password());
        return new Bodies.Accepted("accepted");
    }

    @GetMapping("/me")
    ResponseEntity<Profile> read(Caller caller) {
        return answer(membership.found(caller.userId()));
    }

    /** 412 where If-Match names another version than the profile has. */
    @PutMapping("/me")
    ResponseEntity<Profile> edit(
            Caller caller,
            @RequestHeader("If-Match") Optional<@Pattern(regexp = "\"[0-9]{1,18}\"") String> ifMatch,
            @Valid @RequestBody Bodies.Edit body) {
        OptionalLong expected = ifMatch.map(tag -> OptionalLong.of(Long.parseLong(tag.substring(1, tag.length() - 1))))
                .orElseGet(OptionalLong::empty);
        return answer(membership.rename(caller.userId(), body.name(), expected));
    }

    /** 202 whether the address was free or not; the profile shows it. Sessions end, and signing in takes the new one. */
    @PutMapping("/me/email")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Bodies.Accepted readdress(Caller caller, @Valid @RequestBody Bodies.Readdress body) {
        membership.readdress(caller.userId(), body.email(), body.password());
        return new Bodies.Accepted("accepted");
    }

    /** Sessions end with the password that they were opened with. */
    @PutMapping("/me/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(Caller caller, @Valid @RequestBody Bodies.ChangePassword body) {
        membership.changePassword(caller.userId(), body.currentPassword(), body.newPassword());
    }

    /** One's own profile, and for an operator anybody's. */
    @GetMapping("/{id}")
    ResponseEntity<Profile> readOne(Caller caller, @PathVariable UUID id) {
        if (!caller.isOperator() && !caller.userId().equals(id)) {
            throw new ProblemException(HttpStatus.NOT_FOUND, "unknown-user", "There is no such user");
        }
        return answer(membership.found(id));
    }

    /** For an operator. */
    @PutMapping("/{id}/roles")
    ResponseEntity<Profile> assign(Caller caller, @PathVariable UUID id, @Valid @RequestBody Bodies.Roles body) {
        if (!caller.isOperator()) {
            throw new ProblemException(HttpStatus.FORBIDDEN, "forbidden", "The token does not allow this");
        }
        return answer(membership.assign(id, body.roles()));
    }

    private static ResponseEntity<Profile> answer(Member member) {
        return ResponseEntity.ok().eTag("\"" + member.profileVersion() + "\"").body(Profile.of(member));
    }
}
