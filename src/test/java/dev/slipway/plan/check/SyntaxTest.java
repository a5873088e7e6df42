package dev.slipway.plan.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyntaxTest {
    private static final String LONGEST_LABEL = "a".repeat(63);

    @Nested
    class OfDnsLabels {
        @ParameterizedTest
        @ValueSource(strings = {"a", "a1", "order", "order-2", "a--b"})
        void accepts(String text) {
            assertThat(Syntax.isDnsLabel(text)).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "1a", "-a", "a-", "A", "a_b", "a.b", "ä", "a\n"})
        void refuses(String text) {
            assertThat(Syntax.isDnsLabel(text)).isFalse();
            assertThat(Syntax.isName(text)).isFalse();
        }

        @Test
        void hasAtMost63Characters() {
            assertThat(Syntax.isDnsLabel(LONGEST_LABEL)).isTrue();
            assertThat(Syntax.isDnsLabel(LONGEST_LABEL + "a")).isFalse();
        }

        @Test
        void ofNamesHasNoTwoHyphensInARow() {
            assertThat(Syntax.isName("a-b-c")).isTrue();
            assertThat(Syntax.isName("a--b")).isFalse();
        }
    }

    @Nested
    class OfLabelValues {
        @ParameterizedTest
        @ValueSource(strings = {"a", "1", "A.b_c-D", "a--b"})
        void accepts(String text) {
            assertThat(Syntax.isLabelValue(text)).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "-a", "a-", ".a", "a_", "a b", "#a", "é"})
        void refuses(String text) {
            assertThat(Syntax.isLabelValue(text)).isFalse();
        }

        @Test
        void hasAtMost63Characters() {
            assertThat(Syntax.isLabelValue(LONGEST_LABEL)).isTrue();
            assertThat(Syntax.isLabelValue(LONGEST_LABEL + "a")).isFalse();
        }
    }

    @Nested
    class OfHosts {
        @ParameterizedTest
        @ValueSource(strings = {"a.b", "shop.example.com", "1.example.com", "xn--bcher-kva.example"})
        void accepts(String text) {
            assertThat(Syntax.isHost(text)).isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "shop",
                    "shop.",
                    ".example.com",
                    "shop..com",
                    "-shop.com",
                    "shop-.com",
                    "10.0.0.1",
                    "a_b.com"
                })
        void refuses(String text) {
            assertThat(Syntax.isHost(text)).isFalse();
        }

        @Test
        void hasAtMost253CharactersAnd63ALabel() {
            String three = (LONGEST_LABEL + ".").repeat(3);
            assertThat(Syntax.isHost(three + "a".repeat(61))).isTrue();
            assertThat(Syntax.isHost(three + "a".repeat(62))).isFalse();
            assertThat(Syntax.isHost(LONGEST_LABEL + "a.com")).isFalse();
        }
    }

    @Nested
    class OfPorts {
        @ParameterizedTest
        @ValueSource(ints = {1, 80, 65_535})
        void accepts(int port) {
            assertThat(Syntax.isPort(port)).isTrue();
        }

        @ParameterizedTest
        @ValueSource(ints = {0, -1, 65_536})
        void refuses(int port) {
            assertThat(Syntax.isPort(port)).isFalse();
        }
    }

    @Nested
    class OfVariables {
        @ParameterizedTest
        @ValueSource(strings = {"A", "_", "a1", "SPRING_PROFILES_ACTIVE"})
        void accepts(String text) {
            assertThat(Syntax.isVariable(text)).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "1A", "A-B", "A.B", "A B", "Ä"})
        void refuses(String text) {
            assertThat(Syntax.isVariable(text)).isFalse();
        }
    }

    @Nested
    class OfSchedules {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "* * * * *",
                    "0 0 1 1 0",
                    "59 23 31 12 6",
                    "*/5 * * * *",
                    "0-30/10 9-17 * * 1-5",
                    "0,15,30,45 3 * * *",
                    "5/15 * * * *",
                    "  0   3 * *\t1 ",
                    "7-7 * * * *"
                })
        void accepts(String text) {
            assertThat(Syntax.isCron(text)).isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "0 3 * *",
                    "0 3 * * * *",
                    "60 * * * *",
                    "* 24 * * *",
                    "* * 0 * *",
                    "* * 32 * *",
                    "* * * 0 *",
                    "* * * 13 *",
                    "* * * * 7",
                    "*/0 * * * *",
                    "1/0 * * * *",
                    "30-10 * * * *",
                    "50-60 * * * *",
                    "0, 3 * * *",
                    "0,,5 3 * * *",
                    "1-2-3 * * * *",
                    "-1 * * * *",
                    "100 * * * *",
                    "*/5/5 * * * *",
                    "0 3 * * MON",
                    "@daily"
                })
        void refuses(String text) {
            assertThat(Syntax.isCron(text)).isFalse();
        }
    }
}
