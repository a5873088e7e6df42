package dev.slipway.review.difference.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
    @ParameterizedTest
    @CsvSource({
        "s3:*,        s3:GetObject,  true",
        "s3:Get*,     s3:GetObject*, true",
        "s3:GetObject,s3:Get*,       false",
        "*,           s3:*,          true",
        "s3:*,        *,             false",
        "a?c,         abc,           true",
        "a?c,         a*c,           false",
        "a*c,         a?c,           true",
        "*?*,         ?*,            true",
        "?*,          *?,            true",
        "*a*b*,       xaybz,         true",
        "*a*b*,       *b*a*,         false",
        "order,       order,         true",
        "order,       orders,        false"
    })
    void coversWhatFitsItAlways(String outer, String inner, boolean isCovered) {
        assertThat(new Glob(outer).covers(new Glob(inner))).isEqualTo(isCovered);
    }

    @ParameterizedTest
    @CsvSource({
        "s3:Get*, s3:*Object, true",
        "s3:Get*, s3:Put*,    false",
        "a?,      ab,         true",
        "a?,      a,          false",
        "*,       anything,   true"
    })
    void overlapsWhereSomethingFitsBoth(String one, String other, boolean isOverlapping) {
        assertThat(new Glob(one).overlaps(new Glob(other))).isEqualTo(isOverlapping);
        assertThat(new Glob(other).overlaps(new Glob(one))).isEqualTo(isOverlapping);
    }

    @Test
    void negatedOnesCoverWhatTheyDoNotName() {
        Globs notIam = Globs.of(Stream.of("iam:*"), true);

        assertThat(notIam.covers(Globs.of(Stream.of("s3:GetObject"), false))).isTrue();
        assertThat(notIam.covers(Globs.of(Stream.of("iam:GetRole"), false))).isFalse();
        assertThat(notIam.covers(Globs.of(Stream.of("*"), false))).isFalse();
        assertThat(notIam.covers(Globs.of(Stream.of("iam:*", "s3:*"), true))).isTrue();
        assertThat(notIam.covers(Globs.of(Stream.of("iam:Get*"), true))).isFalse();
        assertThat(Globs.of(Stream.of("s3:*"), false).covers(notIam)).isFalse();
        assertThat(Globs.ALL.covers(notIam)).isTrue();
    }
}
