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
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
                .containsExactlyInAnyOrder(anas, bens);
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
                .containsExactly(bens);
        assertThat(getAs(as("ben"), "/api/referrals?status=SUBMITTED&status=UNDER_REVIEW&q=brightwater")
                        .body())
                .doesNotContain(anas);
        assertThat(getAs(as("ben"), "/api/referrals/export").body())
                .contains(bens)
                .doesNotContain(anas);
        assertThat(Set.copyOf(texts(getAs(as("ben"), "/api/sla/clocks").json().path("items"), "referralId")))
                .containsExactly(bens);
        assertThat(getAs(as("ben"), "/api/sla/clocks?state=CANCELLED").body()).doesNotContain(anas);
        assertThat(getAs(as("ben"), "/api/sla/clocks/export").body())
                .contains(bens)
                .doesNotContain(anas);
    }

    @Test
    void commands_on_another_ones_referral_find_nothing() {
        assertThat(command("ben", anas, "withdraw")).isEqualTo(404);
        assertThat(command("eve", anas, "withdraw")).isEqualTo(403);
        assertThat(getAs(as("ana"), "/api/referrals/" + anas).body()).doesNotContain("WITHDRAWN");
    }

    /** What can't be limited to a person is for those who see everything. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/conflicts",
                "/api/conflicts/export",
                "/api/client-checks",
                "/api/client-checks/export",
                "/api/deals/closed-before-submission",
                "/api/sla/record"
            })
    void what_is_about_the_whole_partner_needs_the_right(String path) {
        assertThat(getAs(as("ben"), path).status()).isEqualTo(403);
        assertThat(getAs(as("ben"), path).body()).contains("SEE_ALL_REFERRALS");
        assertThat(getAs(as("ana"), path).status()).isEqualTo(200);
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
