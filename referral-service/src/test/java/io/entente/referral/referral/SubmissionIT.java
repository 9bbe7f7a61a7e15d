package io.entente.referral.referral;

import static io.entente.referral.referral.RunningReferrals.dueAfter;
import static io.entente.referral.referral.RunningReferrals.fields;
import static io.entente.referral.referral.RunningReferrals.partners;
import static io.entente.referral.referral.RunningReferrals.publishProfile;
import static io.entente.referral.referral.RunningReferrals.referral;
import static io.entente.referral.referral.RunningReferrals.referralOf;
import static io.entente.referral.referral.RunningReferrals.service;
import static io.entente.testkit.security.Callers.asPerson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import io.entente.platform.secrets.mongo.SealOldDocuments;
import io.entente.referral.partners.KnownPartner;
import io.entente.referral.partners.Tier;
import io.entente.testkit.Answer;
import io.entente.testkit.RunningService;
import io.entente.testkit.security.TestTokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The submission of a referral over HTTP, and the list of referrals. */
@ExtendWith(RunningReferrals.class)
class SubmissionIT {

    @Test
    void a_referral_of_a_lower_tier_is_due_for_an_answer_within_two_days() {
        assertThat(dueAfter(service().post("/api/referrals", referralOf("par_network"))))
                .isEqualTo(Duration.ofHours(48));
    }

    @Test
    void a_submission_of_an_unknown_or_inactive_partner_is_refused() {
        for (String partner : new String[] {"par_nobody", "par_paused"}) {
            Answer refused = service().post("/api/referrals", referralOf(partner));

            assertThat(refused.status()).isEqualTo(422);
            assertThat(fields(refused)).containsExactly("partnerId");
            assertThat(refused.body()).contains(partner.equals("par_paused") ? "PAUSED" : "try again in a moment");
        }
    }

    @Test
    void a_paused_partner_neither_sends_nor_gets_new_referrals() {
        for (String direction : new String[] {"INBOUND", "OUTBOUND"}) {
            Answer refused = service()
                    .post(
                            "/api/referrals",
                            referralOf("par_paused").replaceFirst("\\{", "{\"direction\":\"" + direction + "\","));

            assertThat(refused.status()).as(direction).isEqualTo(422);
            assertThat(fields(refused)).containsExactly("partnerId");
            assertThat(refused.body()).contains("PAUSED", "in both directions");
        }
    }

    @Test
    void a_submission_waits_for_a_profile_that_arrives_a_moment_later() {
        CompletableFuture<Answer> submitted =
                CompletableFuture.supplyAsync(() -> service().post("/api/referrals", referralOf("par_late")));

        partners().keep(new KnownPartner("par_late", "Late Partner", "ACTIVE", Tier.ACTIVE, "REFERRAL", "DE", 1));

        assertThat(submitted.join().status()).isEqualTo(201);
    }

    @Test
    void an_invalid_submission_is_refused_with_an_error_for_each_field() {
        Answer refused = service()
                .post(
                        "/api/referrals",
                        """
                {"direction":"SIDEWAYS","client":{"domain":"no domain","country":"XX","contactName":" ","contactEmail":""},
                 "challenge":%s,"involvement":"MUCH","expectedValue":{"amount":"0","currency":"XXY"},"nickname":"x"}
                """
                                .formatted("\"" + "x".repeat(4001) + "\""));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(fields(refused))
                .containsExactlyInAnyOrder(
                        "partnerId",
                        "direction",
                        "client.organisation",
                        "client.domain",
                        "client.country",
                        "client.contactName",
                        "client.contactEmail",
                        "service",
                        "challenge",
                        "involvement",
                        "expectedValue.amount",
                        "expectedValue.currency",
                        "nickname");
    }

    @Test
    void a_repeated_submission_gets_the_first_answer_although_the_referral_has_changed_since() {
        String body = referralOf("par_active");
        Answer first = service().post("/api/referrals", body, "Idempotency-Key: once");
        service().post("/api/referrals/" + first.json().path("id").asString() + "/accept", "");

        Answer again = service().post("/api/referrals", body, "Idempotency-Key: once");

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).contains("true");
        assertThat(again.json()).isEqualTo(first.json());
        Answer other = service().post("/api/referrals", referralOf("par_network"), "Idempotency-Key: once");
        assertThat(other.status()).isEqualTo(422);
        assertThat(fields(other)).containsExactly("Idempotency-Key");
    }

    @Test
    void the_contact_of_a_client_is_nowhere_in_the_store_and_still_shown_and_repeated() {
        String body =
                referralOf("par_active").replace("Aisyah Secret", "Noor Hidden").replace("+60 12 345", "+60 77 123987");
        Answer first = service().post("/api/referrals", body, "Idempotency-Key: sealed");
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        String id = first.json().path("id").asString();
        service().post("/api/referrals/" + id + "/accept", "");

        assertThat(service().get("/api/referrals/" + id).json().path("client").toString())
                .contains("Noor Hidden", "+60 77 123987");
        assertThat(service()
                        .post("/api/referrals", body, "Idempotency-Key: sealed")
                        .json())
                .isEqualTo(first.json());
        assertThat(service().get("/api/access-reports/" + id).body())
                .contains("client.contact.name", "Noor Hidden", "+60 77 123987");
        StringBuilder stored = new StringBuilder();
        for (String collection : service().mongo().getCollectionNames()) {
            service().mongo().getCollection(collection).find().forEach(document -> stored.append(document.toJson())
                    .append('\n'));
        }
        assertThat(stored.toString()).contains(id).doesNotContain("Noor Hidden", "77 123987");
    }

    @Test
    void an_erased_contact_is_nowhere_in_the_store_and_in_no_answer() {
        String body = referralOf("par_active")
                .replace("Aisyah Secret", "Ottilie Farwhistle")
                .replace("+60 12 345", "+60 77 555 0042")
                .replace("Reports take days", "Ottilie Farwhistle waits for reports");
        Answer first = service().post("/api/referrals", body, "Idempotency-Key: erased-contact");
        assertThat(first.body()).contains("Ottilie Farwhistle waits");
        String id = first.json().path("id").asString();
        String path = "/api/referrals/" + id;
        assertThat(service()
                        .post(path + "/notes", "{\"text\":\"Frau Farwhistle is away\",\"visibility\":\"SHARED\"}")
                        .status())
                .isLessThan(300);
        assertThat(service()
                        .post(path + "/decline", "{\"reason\":\"Ottilie, 0060775550042, has no budget\"}")
                        .status())
                .isEqualTo(200);

        Answer asked = asAdmin("adm-1")
                .post("/api/erasures", "{\"owner\":\"%s\",\"reason\":\"Asked for on 2026-03-05.\"}".formatted(id));
        assertThat(asked.status()).as(asked.body()).isEqualTo(201);
        assertThat(asAdmin("adm-1").post("/api/erasures/" + id + "/approve", "").status())
                .isEqualTo(409);
        Answer approved = asAdmin("adm-2").post("/api/erasures/" + id + "/approve", "");
        assertThat(approved.status()).as(approved.body()).isEqualTo(200);
        long version = service().get(path).json().path("version").asLong();
        asAdmin("adm-2").post("/api/erasures/" + id + "/approve", "");

        assertThat(service().get(path).json().path("version").asLong()).isEqualTo(version);
        assertThat(service().get(path).json().path("client").path("contactName").asString())
                .isEqualTo("erased");
        assertThat(service().get(path).body()
                        + service().get(path + "/timeline").body())
                .contains("[erased] waits for reports", "Frau [erased] is away", "[erased], 00[erased], has no budget")
                .doesNotContain("Ottilie", "Farwhistle", "5550042");
        assertThat(service()
                        .post("/api/referrals", body, "Idempotency-Key: erased-contact")
                        .status())
                .as("the first answer isn't kept")
                .isEqualTo(422);
        assertThat(asAdmin("adm-1").get("/api/access-reports/" + id).body()).doesNotContain("Ottilie", "Farwhistle");
        await("everything is published").untilAsserted(() -> {
            for (String collection : service().mongo().getCollectionNames()) {
                assertThat(service()
                                .mongo()
                                .getCollection(collection)
                                .find()
                                .map(Document::toJson)
                                .into(new ArrayList<>()))
                        .as(collection)
                        .noneMatch(stored -> stored.contains("arwhistle") || stored.contains("ttilie"));
            }
        });
    }

    private static RunningService.Client asAdmin(String person) {
        return service().as(TestTokens.shared().person(person, "ADMIN"));
    }

    @Test
    void a_referral_from_before_contacts_were_encrypted_is_read_and_then_encrypted_without_another_version() {
        String id = service()
                .post("/api/referrals", referralOf("par_active"))
                .json()
                .path("id")
                .asString();
        MongoCollection<Document> referrals = service().mongo().getCollection("referrals");
        Document byId = new Document("_id", id);
        referrals.updateOne(
                byId,
                new Document("$set", new Document("client.contact.name", "Plain Person").append("receipt.answer", "{}"))
                        .append("$unset", new Document("dataKey", "").append("client.contact.phone", "")));
        SealOldDocuments old = service().context().getBean(SealOldDocuments.class);
        service().mongo().getCollection("sealed_collections").deleteOne(new Document("_id", "referrals"));
        old.readMarks();
        String path = "/api/referrals/" + id;
        assertThat(service().get(path).json().at("/client/contactName").asString())
                .isEqualTo("Plain Person");

        old.run();

        Document sealed = Objects.requireNonNull(referrals.find(byId).first());
        assertThat(sealed.toJson()).doesNotContain("Plain Person");
        assertThat(sealed.getLong("version")).isEqualTo(1);
        assertThat(service().get(path).json().at("/client/contactName").asString())
                .isEqualTo("Plain Person");
        assertThat(service().post(path + "/accept", "").status()).isEqualTo(200);
        assertThat(service().get(path).json().at("/client/contactName").asString())
                .isEqualTo("Plain Person");
    }

    @Test
    void the_keys_of_referrals_are_wrapped_again_after_a_rotation() {
        String id = service()
                .post("/api/referrals", referralOf("par_active"))
                .json()
                .path("id")
                .asString();
        MongoCollection<Document> referrals = service().mongo().getCollection("referrals");
        Document byId = new Document("_id", id);
        int primary = Objects.requireNonNull(referrals.find(byId).first())
                .getEmbedded(List.of("dataKey", "wrappedBy"), Integer.class);
        // What another key has wrapped carries its id; the wrapped key itself says which key opens it.
        referrals.updateOne(byId, new Document("$set", new Document("dataKey.wrappedBy", primary - 1)));

        Answer rotated = service().post("/api/key-rotations", "", asPerson("adm-1"));

        assertThat(rotated.json().path("wrapped").asInt()).as(rotated.body()).isEqualTo(1);
        assertThat(rotated.json().path("remaining").asInt()).isZero();
        assertThat(service()
                        .get("/api/referrals/" + id)
                        .json()
                        .at("/client/contactName")
                        .asString())
                .isEqualTo("Aisyah Secret");
    }

    @Test
    void a_submission_is_refused_with_an_error_for_each_required_answer_that_is_missing() {
        String question = "{\"id\":\"%s\",\"texts\":{\"en\":\"%s\"},\"kind\":\"%s\",\"required\":true}";
        String checklist = "{\"questions\":[%s,%s]}"
                .formatted(
                        question.formatted("budget-owner", "Who owns the budget?", "TEXT"),
                        question.formatted("knows-us", "Does it know us?", "YES_NO"));
        String answered = referral("INBOUND", "\"answers\":{\"budget-owner\":\"Finance\",\"knows-us\":\"yes\"},");
        String unasked = referral("INBOUND", "");
        Answer before = service().post("/api/referrals", unasked, "Idempotency-Key: unasked");
        assertThat(service().post("/api/qualification-checklist", checklist).status())
                .isEqualTo(200);
        try {
            await().untilAsserted(() -> assertThat(fields(service().post("/api/referrals", referral("INBOUND", ""))))
                    .containsExactly("answers.budget-owner", "answers.knows-us"));
            JsonNode taken = service().post("/api/referrals", answered).json();
            assertThat(taken.path("answers").path("knows-us").asString()).isEqualTo("yes");
            assertThat(service()
                            .get("/api/referrals/" + taken.path("id").asString())
                            .json()
                            .path("answers"))
                    .isEqualTo(taken.path("answers"));
            assertThat(service()
                            .post("/api/referrals", referral("OUTBOUND", ""))
                            .status())
                    .isEqualTo(201);
            assertThat(service()
                            .post("/api/referrals", unasked, "Idempotency-Key: unasked")
                            .json())
                    .isEqualTo(before.json());
        } finally {
            service().post("/api/qualification-checklist", "{\"questions\":[]}");
            await().until(() ->
                    service().post("/api/referrals", referral("INBOUND", "")).status() == 201);
        }
    }

    @Test
    void referrals_are_listed_by_partner_and_status() {
        publishProfile("par_listed", "Listed", "ACTIVE", "ACTIVE", 1);
        await().until(() -> partners().find("par_listed").isPresent());
        for (int i = 0; i < 3; i++) {
            service().post("/api/referrals", referralOf("par_listed"));
        }
        String id = service()
                .post("/api/referrals", referralOf("par_listed"))
                .json()
                .path("id")
                .asString();
        service().post("/api/referrals/" + id + "/accept", "");

        JsonNode first = service()
                .get("/api/referrals?partnerId=par_listed&status=SUBMITTED&limit=2")
                .json();
        JsonNode rest = service()
                .get("/api/referrals?partnerId=par_listed&status=SUBMITTED&limit=2&cursor="
                        + first.path("next").asString())
                .json();
        assertThat(first.path("items")).hasSize(2);
        assertThat(rest.path("items")).hasSize(1);
        assertThat(rest.has("next")).isFalse();
        assertThat(service()
                        .get("/api/referrals?partnerId=par_listed&status=ACCEPTED")
                        .json()
                        .path("items"))
                .hasSize(1);
        assertThat(fields(service().get("/api/referrals?status=SLEEPING"))).containsExactly("status");
    }
}
