package dev.slipway.ordering.common.api;

import dev.slipway.ordering.common.reference.Entry;
import dev.slipway.ordering.common.reference.Kind;
import dev.slipway.ordering.common.reference.Reading;
import dev.slipway.ordering.common.reference.ReferenceData;
import dev.slipway.ordering.common.reference.Snapshot;
import dev.slipway.ordering.starter.security.Caller;
import dev.slipway.ordering.starter.web.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** Reference data: for everybody to read, for operators to change. */
@RestController
@RequestMapping("/api/reference")
final class ReferenceController {
    private static final String CODE = "(category|region|currency)(\\.[A-Za-z0-9-]+)+";
    private static final String VERSION = "\"[0-9]{1,18}\"";
    private static final int LONGEST_CODE = 100;
    private static final Duration IS_GOOD = Duration.ofSeconds(10);

    private final ReferenceData data;
    private final Reading reading;

    ReferenceController(ReferenceData data, Reading reading) {
        this.data = data;
        this.reading = reading;
    }

    /** All entries, or those of a kind; the ETag is their revision. */
    @GetMapping
    ResponseEntity<Snapshot> list(
            @RequestParam Optional<@Pattern(regexp = "category|region|currency") String> kind, WebRequest request) {
        Snapshot all = reading.all();
        Snapshot wanted = kind.map(text -> all.of(Kind.valueOf(text.toUpperCase(Locale.ROOT))))
                .orElse(all);
        String tag = "\"r" + all.revision() + "\"";
        if (request.checkNotModified(tag)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build();
        }
        return ResponseEntity.ok()
                .eTag(tag)
                .cacheControl(CacheControl.maxAge(IS_GOOD).cachePublic())
                .body(wanted);
    }

    /** An entry; the ETag is its version. */
    @GetMapping("/{code}")
    ResponseEntity<Entry> read(@PathVariable @Size(max = LONGEST_CODE) @Pattern(regexp = CODE) String code) {
        Entry entry = reading.found(code);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(IS_GOOD).cachePublic())
                .eTag(tag(entry))
                .body(entry);
    }

    /** Makes an entry (201) or changes it (200); only that version where If-Match names one. For operators. */
    @PutMapping("/{code}")
    ResponseEntity<Entry> save(
            Caller caller,
            @PathVariable @Size(max = LONGEST_CODE) @Pattern(regexp = CODE) String code,
            @RequestHeader("If-Match") Optional<@Pattern(regexp = VERSION) String> ifMatch,
            @RequestHeader("If-None-Match") Optional<@Pattern(regexp = "\\*") String> ifNoneMatch,
            @Valid @RequestBody EntryBody body) {
        needOperator(caller);
        OptionalLong expected = ifNoneMatch.isPresent() ? OptionalLong.of(0) : version(ifMatch);
        ReferenceData.Saved saved = data.save(code, body.draft(), expected);
        ResponseEntity.BodyBuilder answer =
                saved.isNew() ? ResponseEntity.created(URI.create("/api/reference/" + code)) : ResponseEntity.ok();
        return answer.eTag(tag(saved.entry())).body(saved.entry());
    }

    /** 409 where other entries belong to it. For operators. */
    @DeleteMapping("/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            Caller caller,
            @PathVariable @Size(max = LONGEST_CODE) @Pattern(regexp = CODE) String code,
            @RequestHeader("If-Match") Optional<@Pattern(regexp = VERSION) String> ifMatch) {
        needOperator(caller);
        data.remove(code, version(ifMatch));
    }

    private static void needOperator(Caller caller) {
        if (!caller.isOperator()) {
            throw new ProblemException(HttpStatus.FORBIDDEN, "forbidden", "The token does not allow this");
        }
    }

    private static String tag(Entry entry) {
        return "\"" + entry.version() + "\"";
    }

    private static OptionalLong version(Optional<String> ifMatch) {
        return ifMatch.map(tag -> OptionalLong.of(Long.parseLong(tag.substring(1, tag.length() - 1))))
                .orElseGet(OptionalLong::empty);
    }
}
