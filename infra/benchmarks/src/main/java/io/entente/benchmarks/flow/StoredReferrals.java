package io.entente.benchmarks.flow;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.entente.benchmarks.Servers.Part;
import io.entente.platform.secrets.FieldCipher;
import io.entente.platform.secrets.SealedCollection;
import io.entente.platform.secrets.SealedField;
import io.entente.platform.secrets.WrappedKey;
import io.entente.platform.secrets.mongo.OwnKeys;
import io.entente.platform.secrets.tink.Keysets;
import io.entente.platform.secrets.tink.TinkKeyWrapping;
import io.entente.testkit.security.TestKeyset;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * Writes many referrals into the store without a service: copies of one that a service has stored, each with a client, partner,
 * service, status, value and times of its own. They have no entry in the list, so the service makes it when it starts.
 */
final class StoredReferrals {

    static final List<String> STATUSES = List.of("SUBMITTED", "UNDER_REVIEW", "ACCEPTED", "CONTACTED", "DECLINED");
    static final List<String> SERVICES =
            List.of("Data platform", "Data platform", "Cloud migration", "Security audit", "Payroll");

    /** The first is submitted at this time, and each other a minute after the one before. */
    static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");

    private static final int PARTNERS = 100;
    private static final int BATCH = 1_000;
    private static final List<String> OF_THE_TEMPLATE_ONLY =
            List.of("list", "outbox", "receipt", "nextClockAt", SealedCollection.OWN_KEY);

    /** The contact of each client; it is stored encrypted, with a key of each referral's own. */
    private static final Map<String, String> CONTACT =
            Map.of("name", "Kim Lee", "email", "kim@list.example", "phone", "+1 202 555 0101");

    private final SealedCollection sealed = SealedCollection.withOwnKeys("referrals", List.of());
    private final TinkKeyWrapping keys = Keysets.read(TestKeyset.json());

    private final Part part;

    StoredReferrals(Part part) {
        this.part = part;
    }

    /** The referral that a service has stored. */
    Document template() {
        try (MongoClient client = MongoClients.create(part.mongoUri("referral"))) {
            Document found = referrals(client).find().first();
            if (found == null) {
                throw new IllegalStateException("No referral has been stored yet");
            }
            return found;
        }
    }

    void write(Document template, int count) {
        try (MongoClient client = MongoClients.create(part.mongoUri("referral"))) {
            MongoCollection<Document> referrals = referrals(client);
            for (int from = 0; from < count; from += BATCH) {
                List<Document> batch = new ArrayList<>();
                for (int number = from; number < Math.min(count, from + BATCH); number++) {
                    batch.add(copy(template, number));
                }
                referrals.insertMany(batch);
            }
            // As if an earlier version of the service had stored them.
            database(client).getCollection("list_entries").deleteMany(new Document());
        }
    }

    static String partner(int number) {
        return "par_list_%03d".formatted(number % PARTNERS);
    }

    private MongoCollection<Document> referrals(MongoClient client) {
        return database(client).getCollection("referrals");
    }

    private MongoDatabase database(MongoClient client) {
        return client.getDatabase(part.database() + "_referral");
    }

    private Document copy(Document template, int number) {
        Document copy = Document.parse(template.toJson());
        OF_THE_TEMPLATE_ONLY.forEach(copy::remove);
        Instant submitted = FIRST.plus(Duration.ofMinutes(number));
        copy.put("_id", "ref_list_%08d".formatted(number));
        copy.put("partnerId", partner(number));
        // Neighbours differ in everything, so no filter finds its referrals side by side.
        copy.put("status", STATUSES.get((number / PARTNERS) % STATUSES.size()));
        copy.put("service", SERVICES.get((number / 7) % SERVICES.size()));
        copy.put("clientKey", "list-%d.example".formatted(number));
        copy.put("submittedAt", Date.from(submitted));
        copy.get("client", Document.class)
                .append("organisation", SubmissionRequests.name(number))
                .append("domain", "list-%d.example".formatted(number));
        encryptContact(copy);
        copy.get("expectedValue", Document.class).append("amount", "%d.00".formatted(1_000 + number % 9_973));
        for (Document clock : copy.getList("clocks", Document.class, List.of())) {
            clock.put("dueAt", Date.from(submitted.plus(Duration.ofHours(number % 997))));
        }
        return copy;
    }

    private void encryptContact(Document copy) {
        String id = copy.getString("_id");
        WrappedKey key = keys.create(sealed.document(id));
        FieldCipher cipher = keys.open(sealed.document(id), key);
        copy.put(SealedCollection.OWN_KEY, OwnKeys.document(key));
        Document contact = copy.get("client", Document.class).get("contact", Document.class);
        CONTACT.forEach((name, text) -> {
            SealedField field = SealedField.optional("client.contact." + name);
            contact.put(name, new Binary(cipher.encrypt(text, sealed.place(id, field.path()))));
        });
    }
}
