package dev.slipway.ordering.auth.api;

import dev.slipway.ordering.auth.keys.KeyRing;
import dev.slipway.ordering.auth.session.Session;
import dev.slipway.ordering.auth.session.SignIn;
import dev.slipway.ordering.auth.session.Tokens;
import dev.slipway.ordering.starter.security.Caller;
import dev.slipway.ordering.starter.web.ClientAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tokens, and the keys that they are checked by. */
@RestController
@RequestMapping("/api/auth")
final class AuthController {
    private static final Duration KEYS_ARE_GOOD = Duration.ofMinutes(5);

    private final SignIn signIn;
    private final Session session;
    private final KeyRing keys;

    AuthController(SignIn signIn, Session session, KeyRing keys) {
        this.signIn = signIn;
        this.session = session;
        this.keys = keys;
    }

    /** 401 says the same whatever was wrong; 429 follows too many of them. */
    @PostMapping("/token")
    ResponseEntity<Tokens> signIn(@Valid @RequestBody Bodies.SignIn body, HttpServletRequest request) {
        return secret(signIn.signIn(body.email(), body.password(), ClientAddress.of(request)));
    }

    /** A refresh token is good once. */
    @PostMapping("/refresh")
    ResponseEntity<Tokens> refresh(@Valid @RequestBody Bodies.Refresh body) {
        return secret(session.refresh(body.refreshToken()));
    }

    @PostMapping("/sign-out")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(@Valid @RequestBody Bodies.Refresh body) {
        session.signOut(body.refreshToken());
    }

    /** Signs out everywhere; access tokens that are out there expire by themselves. */
    @DeleteMapping("/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOutEverywhere(Caller caller) {
        session.signOutEverywhere(caller.userId());
    }

    /** A set of JSON Web Keys (RFC 7517). */
    @GetMapping("/.well-known/jwks.json")
    ResponseEntity<Map<String, Object>> keys() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(KEYS_ARE_GOOD).cachePublic())
                .body(keys.published().toJSONObject());
    }

    private static ResponseEntity<Tokens> secret(Tokens tokens) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(tokens);
    }
}
