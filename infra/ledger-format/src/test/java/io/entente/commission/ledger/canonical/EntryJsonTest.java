package io.entente.commission.ledger.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EntryJsonTest {

    private static final Map<String, Object> ENTRY = Map.of(
            "format",
            2,
            "number",
            7L,
            "kind",
            "ACCRUAL",
            "capped",
            true,
            "lines",
            List.of(Map.of("amount", "10.00")),
            "recordedAt",
            Date.from(Instant.parse("2026-04-02T09:00:00.123Z")),
            "outbox",
            Map.of("version", 1));

    @Test
    void an_entry_keeps_its_hash_on_the_way_through_json_and_its_outbox_stays_behind() {
        Map<String, Object> json = EntryJson.write(ENTRY);

        assertThat(json)
                .doesNotContainKey("outbox")
                .containsEntry("recordedAt", Map.of("$date", "2026-04-02T09:00:00.123Z"));
        assertThat(CanonicalText.hash(EntryJson.read(json))).isEqualTo(CanonicalText.hash(ENTRY));
    }

    @Test
    void the_text_is_as_the_documentation_describes_it() {
        assertThat(CanonicalText.of(ENTRY))
                .isEqualTo(
                        """
                        ledger/2
                        {s6:cappedt;s6:formatn2;s4:kinds7:ACCRUALs5:lines[{s6:amounts5:10.00}]s6:numbern7;s10:recordedAtd1775120400123;}""");
    }

    @Test
    void an_instant_that_is_not_readable_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EntryJson.read(Map.of("recordedAt", Map.of("$date", "yesterday"))))
                .withMessageContaining("must have a form such as 2026-04-02T09:00:00Z");
    }
}
