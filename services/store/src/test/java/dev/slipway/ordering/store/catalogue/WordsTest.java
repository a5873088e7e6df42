package dev.slipway.ordering.store.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void looksForAllWordsByTheirBeginning() {
        assertThat(Words.query("Espresso c")).contains("Espresso:* & c:*");
    }

    @Test
    void keepsWhatIsNoWordOutOfTheQuery() {
        assertThat(Words.query("a'|b&!c:*<->(\\")).contains("a:* & b:* & c:*");
        assertThat(Words.query(" ;-- ")).isEmpty();
    }

    @Test
    void looksForTenWordsAtMost() {
        assertThat(Words.query("a ".repeat(1000)).orElseThrow()).hasSize(10 * 3 + 9 * 3);
    }
}
