package io.entente.platform.secrets.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.Ticker;
import io.entente.platform.secrets.DataKeys;
import io.entente.platform.secrets.KeysInMemory;
import io.entente.platform.secrets.PlainText;
import io.entente.platform.secrets.SealedCollection;
import io.entente.platform.secrets.SealedField;
import io.entente.platform.secrets.tink.Keysets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
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

    private static final String CARD =
            """
            {"_id": "c1", "owner": "par_7", "points": {"fit": {"points": 4, "note": "Ms Quill says so",
             "said": [{"text": "Quill"}, {"text": "Pemberton"}]}, "reach": {"points": 1, "note": "Pemberton"}}}""";

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
    void fields_of_each_member_of_a_map_and_of_elements_of_lists_in_it_are_encrypted_and_bound_to_their_place() {
        SealedCollection each = SealedCollection.withOwnKeys(
                "cards",
                "owner",
                List.of(SealedField.optional("points.*.note"), SealedField.required("points.*.said.text")));

        Document sealed = Document.parse(CARD);
        fields.seal(each, sealed);

        assertThat(sealed.toJson()).doesNotContain("Quill", "Pemberton").contains("par_7", "\"points\": 4");
        assertThat(fields.hasPlainText(each, sealed)).isFalse();
        Document exchanged = Document.parse(CARD);
        fields.seal(each, exchanged);
        Document points = exchanged.get("points", Document.class);
        Object reach = points.get("reach");
        points.put("reach", points.get("fit"));
        points.put("fit", reach);
        assertThatThrownBy(() -> fields.open(each, exchanged)).isInstanceOf(RuntimeException.class);
        fields.open(each, sealed);
        sealed.remove(SealedCollection.OWN_KEY);
        assertThat(sealed).isEqualTo(Document.parse(CARD));
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

    @Test
    void an_element_of_a_list_opens_with_its_own_id_only() {
        SealedCollection lists = new SealedCollection(
                "teams",
                "owner",
                owner -> owner,
                List.of(SealedField.required("people.name").ofEach("code")));
        Document team = team();

        fields.seal(lists, team);

        assertThat(team.toJson()).doesNotContain("Ines").doesNotContain("Omar").contains("c-1", "c-2");
        Document read = Document.parse(team.toJson());
        fields.open(lists, read);
        assertThat(read).isEqualTo(team());
        Document exchanged = Document.parse(team.toJson());
        List<Document> people = exchanged.getList("people", Document.class);
        Object first = people.get(0).get("name");
        people.get(0).put("name", people.get(1).get("name"));
        people.get(1).put("name", first);
        assertThatThrownBy(() -> fields.open(lists, exchanged)).hasMessageContaining("belongs elsewhere");
        Document renamed = Document.parse(team.toJson());
        renamed.getList("people", Document.class).get(0).put("code", "c-3");
        assertThatThrownBy(() -> fields.open(lists, renamed)).hasMessageContaining("belongs elsewhere");
        Document reordered = Document.parse(team.toJson());
        Collections.reverse(reordered.getList("people", Document.class));
        fields.open(lists, reordered);
        assertThat(reordered.getList("people", Document.class))
                .extracting(person -> person.getString("name"))
                .containsExactly("Omar", "Ines");
    }

    @Test
    void a_plain_text_is_refused_wherever_it_stands_and_the_word_of_an_erasure_is_not() {
        Document nested = document();
        fields.seal(COLLECTION, nested);
        nested.get("account", Document.class).put("iban", "GB33BUKB20201555555555");
        SealedCollection lists = new SealedCollection(
                "teams",
                "owner",
                owner -> owner,
                List.of(SealedField.required("people.name").ofEach("code")));
        Document team = team();
        fields.seal(lists, team);
        fields.requireEncrypted(lists, team);
        team.getList("people", Document.class).get(1).put("name", "Mallory");

        assertThatThrownBy(() -> fields.requireEncrypted(COLLECTION, nested))
                .hasMessageContaining("accounts/acc_1/account.iban has a plain text")
                .hasMessageNotContaining("GB33");
        assertThatThrownBy(() -> fields.requireEncrypted(lists, team)).hasMessageContaining("teams/t-1/people.name");
        Document erased = new Document("_id", "acc_2").append("owner", "par_1").append("holder", SealedField.ERASED);
        fields.requireEncrypted(COLLECTION, erased);
    }

    @Test
    void plain_texts_are_refused_by_default_once_a_collection_is_encrypted() {
        EncryptedCollections byDefault = new EncryptedCollections(PlainText.UNTIL_ENCRYPTED);

        assertThat(byDefault.refusePlainText(COLLECTION)).isFalse();
        byDefault.mark(COLLECTION, true);
        assertThat(byDefault.refusePlainText(COLLECTION)).isTrue();
        assertThat(new EncryptedCollections(PlainText.NEVER).refusePlainText(COLLECTION))
                .isTrue();
        assertThat(new EncryptedCollections(PlainText.NEVER).mayHaveOldDocuments())
                .isFalse();
        EncryptedCollections always = new EncryptedCollections(PlainText.ALWAYS);
        always.mark(COLLECTION, true);
        assertThat(always.refusePlainText(COLLECTION)).isFalse();
    }

    private static Document team() {
        return new Document("_id", "t-1")
                .append("owner", "par_1")
                .append(
                        "people",
                        new ArrayList<>(List.of(
                                new Document("code", "c-1").append("name", "Ines"),
                                new Document("code", "c-2").append("name", "Omar"))));
    }

    private static Document document() {
        return new Document("_id", "acc_1")
                .append("owner", "par_1")
                .append("holder", "Studio Nord")
                .append("account", new Document("iban", "DE89370400440532013000").append("bic", null))
                .append("currency", "EUR");
    }
}
