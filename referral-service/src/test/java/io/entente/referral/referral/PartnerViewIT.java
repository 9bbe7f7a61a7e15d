package io.entente.referral.referral;

import static io.entente.referral.referral.RunningReferrals.AS_FIRM;
import static io.entente.referral.referral.RunningReferrals.AS_PARTNER;
import static io.entente.referral.referral.RunningReferrals.DEAL_WITH_SHARE;
import static io.entente.referral.referral.RunningReferrals.getAs;
import static io.entente.referral.referral.RunningReferrals.post;
import static io.entente.referral.referral.RunningReferrals.service;
import static io.entente.referral.referral.RunningReferrals.submitted;
import static io.entente.referral.referral.RunningReferrals.texts;
import static io.entente.testkit.security.Callers.asPartner;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A referral as the firm and as partners see it. */
@ExtendWith(RunningReferrals.class)
class PartnerViewIT {

    @Test
    void the_timeline_shows_past_events_and_upcoming_deadlines() {
        String id = submitted("INBOUND", "");
        post(id, "notes", "{\"text\":\"Their board meets on Friday\"}", AS_FIRM);
        post(id, "notes", "{\"text\":\"Call after lunch\",\"visibility\":\"SHARED\"}", AS_FIRM);
        post(id, "accept", "", AS_FIRM);

        JsonNode whole = service().get("/api/referrals/" + id + "/timeline").json();
        assertThat(texts(whole.path("items"), "what"))
                .containsExactly("referral-submitted", "note-added", "note-shared", "referral-accepted");
        assertThat(texts(whole.path("items"), "actor"))
                .containsExactly("user:test", "user:u-17", "user:u-17", "user:u-17");
        assertThat(texts(whole.path("upcoming"), "what")).contains("contact", "protection-ends");
        assertThat(whole.path("upcoming").get(0).path("dueAt").asString()).isNotBlank();
        assertThat(whole.path("items")
                        .get(3)
                        .path("details")
                        .path("protectedUntil")
                        .asString())
                .isEqualTo(service()
                        .get("/api/referrals/" + id)
                        .json()
                        .path("protectedUntil")
                        .asString());

        JsonNode partners =
                getAs(AS_PARTNER, "/api/referrals/" + id + "/timeline?limit=2").json();
        assertThat(texts(partners.path("items"), "what")).containsExactly("referral-submitted", "note-shared");
        assertThat(texts(partners.path("items"), "actor")).containsExactly("firm", "firm");
        assertThat(partners.path("items").get(1).path("note").asString()).isEqualTo("Call after lunch");
        JsonNode rest = getAs(
                        AS_PARTNER,
                        "/api/referrals/%s/timeline?limit=2&cursor=%s"
                                .formatted(id, partners.path("next").asString()))
                .json();
        assertThat(texts(rest.path("items"), "what")).containsExactly("referral-accepted");
    }

    @Test
    void a_partner_sees_only_its_own_referrals_and_no_internal_notes() {
        String id = submitted("INBOUND", "");
        String notes = "/api/referrals/" + id + "/notes";
        Answer noted = post(id, "notes", "{\"text\":\"Slow payer\"}", AS_FIRM, "Idempotency-Key: n1");
        assertThat(noted.status()).isEqualTo(201);
        assertThat(post(id, "notes", "{\"text\":\"Slow payer\"}", AS_FIRM, "Idempotency-Key: n1")
                        .header("Idempotency-Replayed"))
                .contains("true");
        assertThat(post(id, "notes", "{\"text\":\"Quick payer\"}", AS_FIRM, "Idempotency-Key: n1")
                        .status())
                .isEqualTo(422);
        assertThat(post(id, "notes", "{\"text\":\"x\",\"visibility\":\"INTERNAL\"}", AS_PARTNER)
                        .status())
                .isEqualTo(422);
        assertThat(post(id, "notes", "{\"text\":\"She prefers e-mail\"}", AS_PARTNER)
                        .json()
                        .path("visibility")
                        .asString())
                .isEqualTo("SHARED");
        assertThat(post(id, "notes", "{\"text\":\"Late\"}", AS_FIRM, "If-Match: \"1\"")
                        .status())
                .as("the version before the first note")
                .isEqualTo(412);
        assertThat(post(id, "notes", "{\"text\":\"Slow payer\"}", AS_FIRM, "Idempotency-Key: n1", "If-Match: \"1\"")
                        .header("Idempotency-Replayed"))
                .as("a repeated request changed the version itself")
                .contains("true");

        assertThat(texts(service().get(notes).json().path("items"), "text"))
                .containsExactly("Slow payer", "She prefers e-mail");
        assertThat(texts(getAs(AS_PARTNER, notes).json().path("items"), "text")).containsExactly("She prefers e-mail");
        JsonNode first = service().get(notes + "?limit=1").json();
        assertThat(texts(
                        service()
                                .get(notes + "?limit=1&cursor="
                                        + first.path("next").asString())
                                .json()
                                .path("items"),
                        "text"))
                .containsExactly("She prefers e-mail");
        String other = asPartner("par_b");
        for (String path : new String[] {"", "/timeline", "/notes"}) {
            assertThat(getAs(other, "/api/referrals/" + id + path).status()).isEqualTo(404);
        }
        assertThat(post(id, "withdraw", "", other).status()).isEqualTo(404);
        assertThat(post(id, "deals", DEAL_WITH_SHARE.formatted("foreign-" + id), other)
                        .status())
                .isEqualTo(404);
        for (String list : new String[] {
            "referrals",
            "referrals/export",
            "sla/clocks",
            "sla/clocks/export",
            "sla/record",
            "conflicts",
            "conflicts/export",
            "client-checks",
            "client-checks/export",
            "deals/closed-before-submission",
            "deals/closed-before-submission/export"
        }) {
            assertThat(getAs(other, "/api/%s?partnerId=par_a".formatted(list)).status())
                    .as(list)
                    .isEqualTo(404);
            assertThat(getAs(other, "/api/%s?partnerId=par_b".formatted(list)).status())
                    .as(list)
                    .isEqualTo(200);
        }
    }
}
