package io.entente.referral.referral;

import static io.entente.referral.referral.RunningReferrals.getAs;
import static io.entente.referral.referral.RunningReferrals.publishProfile;
import static io.entente.referral.referral.RunningReferrals.referralOf;
import static io.entente.referral.referral.RunningReferrals.service;
import static io.entente.referral.referral.RunningReferrals.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.testkit.Answer;
import io.entente.testkit.security.Callers;
import io.entente.testkit.security.TestTokens;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A partner with members: what each sees and may do, and how fast a change applies. */
@ExtendWith(RunningReferrals.class)
class OwnReferralsIT {

    private static final String PARTNER = "par_members";
    private static final String ALL = "\"SEE_ALL_REFERRALS\",\"SUBMIT_REFERRALS\"";

    private static String anas;
    private static String bens;

    @BeforeAll
    static void two_members_have_each_submitted_a_referral() {
        publishProfile(PARTNER, "Members", "ACTIVE", "ACTIVE", 1);
        await().until(() -> RunningReferrals.partners().find(PARTNER).isPresent());
        publishMembers(PARTNER, 1, member("ana", ALL), member("ben", "\"SUBMIT_REFERRALS\""), member("eve", ""));
        await().until(() -> submit("eve").status() == 403);
        anas = submit("ana").json().path("id").asString();
        bens = submit("ben").json().path("id").asString();
    }

    @Test
    void a_member_who_sees_all_sees_both() {
        assertThat(texts(getAs(as("ana"), "/api/referrals").json().path("items"), "id"))
                .contains(anas, bens);
        assertThat(getAs(as("ana"), "/api/referrals/" + bens).status()).isEqualTo(200);
        assertThat(getAs(as("ana"), "/api/sla/record").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/timeline", "/notes", "/deals", "/deals/deal_1"})
    void another_ones_referral_is_not_found(String more) {
        Answer refused = getAs(as("ben"), "/api/referrals/" + anas + more);

        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.body().replace(anas, "ref_x"))
                .isEqualTo(getAs(as("ben"), "/api/referrals/ref_x" + more).body());
        assertThat(getAs(as("ben"), "/api/referrals/" + bens + more).status())
                .isEqualTo(more.contains("deal_1") ? 404 : 200);
    }

    @Test
    void lists_exports_and_clocks_have_the_members_own() {
        assertThat(texts(getAs(as("ben"), "/api/referrals").json().path("items"), "id"))
                .contains(bens)
                .doesNotContain(anas);
        assertThat(getAs(as("ben"), "/api/referrals?status=SUBMITTED&status=UNDER_REVIEW&q=brightwater")
                        .body())
                .doesNotContain(anas);
        assertThat(getAs(as("ben"), "/api/referrals/export").body())
                .contains(bens)
                .doesNotContain(anas);
        assertThat(texts(getAs(as("ben"), "/api/sla/clocks").json().path("items"), "referralId"))
                .contains(bens)
                .doesNotContain(anas);
        assertThat(getAs(as("ben"), "/api/sla/clocks?state=CANCELLED").body()).doesNotContain(anas);
        assertThat(getAs(as("ben"), "/api/sla/clocks/export").body())
                .contains(bens)
                .doesNotContain(anas);
    }

    @Test
    void a_client_that_a_colleague_has_introduced_is_refused_without_naming_the_referral() {
        String anasOther = submit("ana", 770_005).json().path("id").asString();
        String bensOther = submit("ben", 770_006).json().path("id").asString();

        Answer refused = submit("ben", 770_005);
        Answer preview = service().post("/api/referrals/preview", referralOf(PARTNER, 770_005), as("ben"));

        assertThat(refused.status()).isEqualTo(422);
        for (Answer answer : List.of(refused, preview)) {
            assertThat(answer.body())
                    .contains("was already introduced by this partner. Somebody who sees all")
                    .doesNotContain(anasOther)
                    .doesNotContain("SUBMITTED");
        }
        assertThat(submit("ben", 770_006).body()).as("its own").contains(bensOther);
        assertThat(submit("ana", 770_006).body()).as("who sees all").contains(bensOther);
    }

    @Test
    void commands_on_another_ones_referral_find_nothing() {
        assertThat(command("ben", anas, "withdraw")).isEqualTo(404);
        assertThat(command("eve", anas, "withdraw")).isEqualTo(403);
        assertThat(getAs(as("ana"), "/api/referrals/" + anas).body()).doesNotContain("WITHDRAWN");
    }

    @Test
    void conflicts_are_those_of_the_members_own_referrals() {
        assertThat(submit("ana", 770_001).status()).isEqualTo(201);
        assertThat(submit("ben", 770_002).status()).isEqualTo(201);
        for (int client : new int[] {770_001, 770_002}) {
            service().post("/api/referrals", referralOf("par_active", client));
        }
        await().until(() -> conflicts("ana").size() == 2);

        List<String> own = conflicts("ben");

        assertThat(own).hasSize(1);
        List<String> others = new ArrayList<>(conflicts("ana"));
        others.removeAll(own);
        assertThat(getAs(as("ben"), "/api/conflicts?q=brightwater").body()).doesNotContain(others.get(0));
        assertThat(getAs(as("ben"), "/api/conflicts/export").body())
                .contains(own.get(0))
                .doesNotContain(others.get(0));
        assertThat(getAs(as("ben"), "/api/conflicts/" + own.get(0)).status()).isEqualTo(200);
        assertThat(getAs(as("ben"), "/api/conflicts/" + others.get(0)).status()).isEqualTo(404);
        assertThat(appeal("ben", others.get(0))).isEqualTo(404);
        assertThat(appeal("ben", own.get(0))).as("not decided yet").isEqualTo(409);
        assertThat(appeal("eve", own.get(0))).isEqualTo(403);
        JsonNode first = getAs(as("ben"), "/api/conflicts?limit=1").json();
        JsonNode second = getAs(
                        as("ben"),
                        "/api/conflicts?limit=1&cursor=" + first.path("next").asString())
                .json();
        assertThat(first.path("items").size() + second.path("items").size()).isEqualTo(1);
    }

    @Test
    void client_checks_are_those_that_the_member_has_asked() {
        String anasCheck = check("ana", "Heronbrook");
        String bensCheck = check("ben", "Kittiwake");

        assertThat(texts(getAs(as("ben"), "/api/client-checks").json().path("items"), "id"))
                .containsExactly(bensCheck);
        assertThat(texts(getAs(as("ana"), "/api/client-checks").json().path("items"), "id"))
                .containsExactlyInAnyOrder(anasCheck, bensCheck);
        assertThat(getAs(as("ben"), "/api/client-checks/export").body())
                .contains("Kittiwake")
                .doesNotContain("Heronbrook");
        assertThat(getAs(as("ben"), "/api/client-checks/" + anasCheck).status()).isEqualTo(404);
        assertThat(getAs(as("ben"), "/api/client-checks/" + bensCheck).status()).isEqualTo(200);
        assertThat(getAs(as("ben"), "/api/client-checks?cursor=" + anasCheck).body())
                .doesNotContain("Heronbrook");
    }

    @Test
    void early_deals_and_the_record_of_promises_are_about_the_members_own_referrals() {
        String anasOther = submit("ana", 770_003).json().path("id").asString();
        String bensOther = submit("ben", 770_004).json().path("id").asString();
        for (String id : new String[] {anasOther, bensOther}) {
            RunningReferrals.post(id, "accept", "");
            assertThat(RunningReferrals.close(
                                    id,
                                    "{\"dealId\":\"early-%s\",\"amount\":{\"amount\":\"10.00\",\"currency\":\"USD\"},\"closedOn\":\"2020-02-03\"}"
                                            .formatted(id))
                            .status())
                    .isEqualTo(201);
        }

        String path = "/api/deals/closed-before-submission";
        assertThat(texts(getAs(as("ben"), path).json().path("items"), "referralId"))
                .containsExactly(bensOther);
        assertThat(getAs(as("ana"), path).body()).contains(anasOther, bensOther);
        assertThat(getAs(as("ben"), path + "/export").body())
                .contains(bensOther)
                .doesNotContain(anasOther);
        assertThat(met("ben")).isPositive().isLessThan(met("ana"));
        assertThat(getAs(as("eve"), "/api/sla/record").status()).isEqualTo(200);
        assertThat(met("eve")).isZero();
    }

    @Test
    void what_is_the_same_for_everybody_needs_no_right_and_a_stranger_gets_nothing() {
        assertThat(getAs(as("eve"), "/api/qualification-checklist").status()).isEqualTo(200);
        assertThat(getAs(as("zoe"), "/api/qualification-checklist").status()).isEqualTo(403);
        assertThat(getAs(as("zoe"), "/api/referrals").status()).isEqualTo(403);
    }

    @Test
    void a_member_who_is_revoked_is_refused_within_seconds_and_older_records_change_nothing() {
        String partner = "par_revoking";
        String caller = Callers.with(TestTokens.shared().partner(partner, "ana"));
        assertThat(getAs(caller, "/api/referrals").status())
                .as("a partner without members")
                .isEqualTo(200);
        publishMembers(partner, 4);
        await().until(() -> getAs(caller, "/api/referrals").status() == 403);

        publishMembers(partner, 5, "{\"actor\":\"partner:%s/ana\",\"rights\":[]}".formatted(partner));
        await().until(() -> getAs(caller, "/api/referrals").status() == 200);
        publishMembers(partner, 6);

        await().until(() -> getAs(caller, "/api/referrals").status() == 403);
    }

    private static List<String> conflicts(String person) {
        return texts(getAs(as(person), "/api/conflicts?limit=200").json().path("items"), "id");
    }

    private static int appeal(String person, String conflict) {
        return service()
                .post("/api/conflicts/" + conflict + "/appeal", "{\"reason\":\"We were first.\"}", as(person))
                .status();
    }

    private static String check(String person, String organisation) {
        Answer asked =
                service().post("/api/client-checks", "{\"organisation\":\"%s\"}".formatted(organisation), as(person));
        assertThat(asked.status()).as(asked.body()).isEqualTo(201);
        return asked.json().path("id").asString();
    }

    private static int met(String person) {
        return getAs(as(person), "/api/sla/record").json().path("met").asInt();
    }

    private static Answer submit(String person, int client) {
        return service().post("/api/referrals", referralOf(PARTNER, client), as(person));
    }

    private static Answer submit(String person) {
        return service().post("/api/referrals", referralOf(PARTNER), as(person));
    }

    private static int command(String person, String id, String command) {
        return service()
                .post("/api/referrals/" + id + "/" + command, "{\"reason\":\"OTHER\"}", as(person))
                .status();
    }

    private static String as(String person) {
        return Callers.with(TestTokens.shared().partner(PARTNER, person));
    }

    private static String member(String person, String rights) {
        return "{\"actor\":\"partner:%s/%s\",\"rights\":[%s]}".formatted(PARTNER, person, rights);
    }

    private static void publishMembers(String partner, long version, String... members) {
        service()
                .publish(
                        "partner.members",
                        "partner.members.v1",
                        partner,
                        version,
                        partner,
                        """
                        {"partnerId":"%s","members":[%s],"version":%d,"updatedAt":"2026-02-02T01:00:00Z"}"""
                                .formatted(partner, String.join(",", members), version));
    }
}
