package dev.slipway.ordering.common.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ordering.schemas.EventSchemas;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SnapshotTest {
    private static final Entry COFFEE = new Entry("category.coffee", Kind.CATEGORY, "Coffee", null, null, true, 1);
    private static final Entry EURO = new Entry("currency.EUR", Kind.CURRENCY, "Euro", null, 1, true, 3);

    @Test
    void findsByKindAndCode() {
        Snapshot all = new Snapshot(7, List.of(COFFEE, EURO));

        assertThat(all.of(Kind.CURRENCY).items()).containsExactly(EURO);
        assertThat(all.of(Kind.CURRENCY).revision()).isEqualTo(7);
        assertThat(all.find("category.coffee")).contains(COFFEE);
        assertThat(all.find("category.tea")).isEmpty();
    }

    @Test
    void knowsTheKindOfACode() {
        assertThat(Kind.ofCode("region.europe.de")).contains(Kind.REGION);
        assertThat(Kind.ofCode("regional")).isEmpty();
    }

    @Test
    void isWrittenAsTheSchemaSaysAndReadAgain() {
        JsonMapper json = new JsonMapper();
        for (Entry entry : List.of(COFFEE, EURO)) {
            String text = json.writeValueAsString(entry);
            assertThat(EventSchemas.dataProblems("common.reference", text)).isEmpty();
            assertThat(json.readValue(text, Entry.class)).isEqualTo(entry);
        }
    }
}
