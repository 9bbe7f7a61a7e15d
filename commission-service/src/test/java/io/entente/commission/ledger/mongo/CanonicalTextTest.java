package io.entente.commission.ledger.mongo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.entente.commission.commissions.PostingMother;
import io.entente.commission.commissions.mongo.EntryDocuments;
import io.entente.commission.ledger.ChainHead;
import io.entente.commission.ledger.ChainedTransaction;
import io.entente.commission.ledger.canonical.CanonicalText;
import io.entente.commission.partners.PartnerId;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class CanonicalTextTest {

    private final LedgerDocuments documents = new LedgerDocuments(new EntryDocuments());
    private final Document stored = documents.write(ChainHead.start(new PartnerId("par_pine"))
            .next(PostingMother.accrual("par_pine", "d"), Instant.parse("2026-04-02T09:00:00.123Z")));
    private final String hash = stored.getString("hash");

    @Test
    void the_hash_is_of_the_content_not_of_its_outbox_or_field_order_or_width() {
        Document turned = new Document("outbox", new Document("version", 1));
        List.copyOf(stored.keySet()).stream().sorted().forEach(field -> turned.append(field, stored.get(field)));
        turned.append("number", 1).append("version", 1);

        assertThat(CanonicalText.hash(turned)).isEqualTo(hash);
    }

    @Test
    void any_change_of_the_content_changes_the_hash() {
        for (String field : stored.keySet()) {
            if (!field.equals("hash") && !field.equals("format")) {
                assertThat(CanonicalText.hash(new Document(stored).append(field, "other")))
                        .as(field)
                        .isNotEqualTo(hash);
            }
        }
        assertThat(CanonicalText.hash(new Document(stored).append("note", "added")))
                .isNotEqualTo(hash);
        Document commission = new Document(stored.get("commission", Document.class)).append("rate", "0.11");
        assertThat(CanonicalText.hash(new Document(stored).append("commission", commission)))
                .isNotEqualTo(hash);
    }

    @Test
    void a_transaction_of_the_first_format_still_verifies() throws IOException {
        Document old = stored("transaction-of-format-1.json");

        ChainedTransaction read = documents.read(old);

        assertThat(read.recomputedHash()).isEqualTo(read.hash());
        assertThat(CanonicalText.hash(new Document(old).append("kind", "NO_COMMISSION")))
                .isNotEqualTo(read.hash());
    }

    @Test
    void the_format_is_part_of_the_hash() {
        Document withoutFormat = new Document(stored);
        withoutFormat.remove("format");

        assertThat(CanonicalText.hash(withoutFormat)).isNotEqualTo(hash);
    }

    @Test
    void a_format_that_is_not_known_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CanonicalText.hash(new Document(stored).append("format", 3)))
                .withMessage("The format of a ledger transaction must be 2, but it is 3");
    }

    @Test
    void a_value_of_a_type_that_the_ledger_does_not_write_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CanonicalText.hash(new Document(stored).append("cause", 0.5)))
                .withMessage("A ledger transaction must not hold a value of type Double");
    }

    private static Document stored(String fixture) throws IOException {
        try (InputStream file = CanonicalTextTest.class.getResourceAsStream("/ledger/" + fixture)) {
            return Document.parse(
                    new String(Objects.requireNonNull(file, fixture).readAllBytes(), UTF_8));
        }
    }

    @Test
    void what_is_written_is_read_back() {
        assertThat(documents.write(documents.transaction(stored))).isEqualTo(stored);
        Document nothing = documents.write(ChainHead.start(new PartnerId("par_pine"))
                .next(PostingMother.nothingDue("par_pine", "d"), Instant.parse("2026-04-02T09:00:00Z")));
        assertThat(documents.write(documents.transaction(nothing))).isEqualTo(nothing);
    }
}
