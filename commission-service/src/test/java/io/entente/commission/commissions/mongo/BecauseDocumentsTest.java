package io.entente.commission.commissions.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.plans.rules.Because;
import io.entente.commission.plans.rules.Because.Code;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BecauseDocumentsTest {

    @ParameterizedTest
    @EnumSource(Code.class)
    void a_reason_of_the_program_is_read_as_it_was_written(Code code) {
        Because because = Because.of(code, "In English.", "deal-4", 4, 2026);

        assertThat(BecauseDocuments.read(BecauseDocuments.write(because, new Document())))
                .isEqualTo(because);
    }

    @Test
    void an_entry_from_before_there_were_codes_has_the_words_alone() {
        Document stored = new Document("reason", "Deal d-1 was reversed, so another rate applies.");

        Because because = BecauseDocuments.read(stored);

        assertThat(because).isEqualTo(Because.words("Deal d-1 was reversed, so another rate applies."));
        assertThat(BecauseDocuments.write(because, new Document()))
                .as("and its hash stays the same")
                .isEqualTo(stored);
    }
}
