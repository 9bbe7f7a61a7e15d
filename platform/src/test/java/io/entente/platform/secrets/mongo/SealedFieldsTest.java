package io.entente.platform.secrets.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.Ticker;
import io.entente.platform.secrets.DataKeys;
import io.entente.platform.secrets.KeysInMemory;
import io.entente.platform.secrets.SealedCollection;
import io.entente.platform.secrets.SealedField;
import io.entente.platform.secrets.tink.Keysets;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;

class SealedFieldsTest {

    private static final SealedCollection COLLECTION = new SealedCollection(
            "accounts",
            "owner",
            owner -> owner + "#records",
            List.of(
                    SealedField.required("holder"),
                    SealedField.optional("account.iban"),
                    SealedField.optional("pending.account.iban")));

    private static final Instant NOW = Instant.parse("2026-04-02T09:00:00Z");

    private final DataKeys keys =
            new DataKeys(new KeysInMemory(), Keysets.read(Keysets.create()), Ticker.systemTicker());
    private final SealedFields fields = new SealedFields(keys);

    @Test
    void declared_fields_are_binary_when_stored_and_texts_when_read() {
        Document document = document();

        fields.seal(COLLECTION, document);

        assertThat(document.get("holder")).isInstanceOf(Binary.class);
        assertThat(document.getEmbedded(List.of("account", "iban"), Object.class))
                .isInstanceOf(Binary.class);
        assertThat(document.toJson()).doesNotContain("Nord", "DE89").contains("EUR", "par_1");
        fields.open(COLLECTION, document);
        assertThat(document).isEqualTo(document());
    }

    @Test
    void what_was_stored_before_fields_were_encrypted_is_read_as_it_is() {
        Document document = document();

        assertThat(fields.hasPlainText(COLLECTION, document)).isTrue();
        fields.open(COLLECTION, document);

        assertThat(document).isEqualTo(document());
    }

    @Test
    void after_an_erasure_required_fields_say_so_and_others_are_absent_also_when_they_are_written_again() {
        Document stored = document();
        fields.seal(COLLECTION, stored);

        keys.destroy("par_1#records", NOW);
        fields.open(COLLECTION, stored);
        Document written = document();
        fields.seal(COLLECTION, written);

        for (Document erased : List.of(stored, written)) {
            assertThat(erased.getString("holder")).isEqualTo(SealedField.ERASED);
            assertThat(erased.get("account", Document.class)).doesNotContainKey("iban");
            assertThat(erased.getString("currency")).isEqualTo("EUR");
        }
    }

    @Test
    void a_document_with_a_key_of_its_own_needs_nothing_else_and_has_another_key_after_each_write() {
        SealedCollection own = SealedCollection.withOwnKeys("accounts", COLLECTION.fields());
        Document first = document();
        Document second = document();

        fields.seal(own, first);
        fields.seal(own, second);

        assertThat(first.get(SealedCollection.OWN_KEY)).isNotEqualTo(second.get(SealedCollection.OWN_KEY));
        Document mixed = new Document(first).append(SealedCollection.OWN_KEY, second.get(SealedCollection.OWN_KEY));
        assertThatThrownBy(() -> fields.open(own, mixed)).hasMessageContaining("can't be decrypted");
        Document unread = new Document(first);
        unread.remove(SealedCollection.OWN_KEY);
        assertThatThrownBy(() -> fields.open(own, unread)).hasMessageContaining("was not read");
        Document otherDocument = new Document(first).append("_id", "acc_2");
        assertThatThrownBy(() -> fields.open(own, otherDocument)).hasMessageContaining("can't be opened");
        fields.open(own, first);
        first.remove(SealedCollection.OWN_KEY);
        assertThat(first).isEqualTo(document());
    }

    @Test
    void a_document_whose_own_key_was_destroyed_says_so() {
        SealedCollection own = SealedCollection.withOwnKeys("accounts", COLLECTION.fields());
        Document stored = document();
        fields.seal(own, stored);
        stored.put(SealedCollection.OWN_KEY, new Document("destroyedAt", NOW));

        fields.open(own, stored);

        assertThat(stored.getString("holder")).isEqualTo(SealedField.ERASED);
        assertThat(stored.get("account", Document.class)).doesNotContainKey("iban");
    }

    private static Document document() {
        return new Document("_id", "acc_1")
                .append("owner", "par_1")
                .append("holder", "Studio Nord")
                .append("account", new Document("iban", "DE89370400440532013000").append("bic", null))
                .append("currency", "EUR");
    }
}
