package io.entente.referral.referral;

import static io.entente.referral.referral.RunningReferrals.partners;
import static io.entente.referral.referral.RunningReferrals.service;
import static io.entente.testkit.security.Callers.asPartner;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.referral.partners.KnownPartner;
import io.entente.referral.partners.Tier;
import io.entente.testkit.Answer;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The rule for text in bodies and parameters, and the commands that partners give. */
@ExtendWith(RunningReferrals.class)
class TextAndAccessIT {

    private static final String PARTNER = asPartner("par_text");

    @BeforeAll
    static void addPartner() {
        partners().keep(new KnownPartner("par_text", "Partner", "ACTIVE", Tier.ACTIVE, "REFERRAL", "MY", 1));
    }

    @Test
    void a_name_is_stored_composed_and_without_white_space_at_its_ends() {
        Answer submitted = submit("\u00A0Ko\u0308ln Logistik\u3000", "Data platform");

        assertThat(submitted.status()).as(submitted.body()).isEqualTo(201);
        assertThat(submitted.json().path("client").path("organisation").asString())
                .isEqualTo("K\u00F6ln Logistik");
    }

    @Test
    void faulty_texts_are_refused_and_all_of_them_named() {
        Answer refused = submit("Acme\\u202Egnp", "\\u200B\\u200B");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(fields(refused)).containsExactlyInAnyOrder("client.organisation", "service");
        assertThat(refused.body())
                .contains("must not override the direction of writing (U+202E)", "must contain a visible character");
        assertThat(submit("Acme\\u0000", "Data platform").body()).contains("the control character U+0000");
        assertThat(submit("Acme\\uD83D", "Data platform").body()).contains("the lone surrogate U+D83D");
        assertThat(submit("Acme\\nInc", "Data platform").body()).contains("must not contain line breaks or tabs");
    }

    @Test
    void the_name_of_a_file_follows_the_same_rule() {
        Answer refused = service().postFile("/api/imports?profile=generic-deals", "a\u202Evsc", new byte[] {'a'});

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("has a name that must not override the direction of writing (U+202E)");
    }

    @Test
    void a_query_parameter_follows_the_same_rule() {
        String control = URLEncoder.encode("par_\u0007text", UTF_8);

        Answer refused = service().get("/api/referrals?partnerId=" + control);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(fields(refused)).containsExactly("partnerId");
        submit("Trimmed Parameter", "Data platform");
        assertThat(service()
                        .get("/api/referrals?limit=200&partnerId=" + URLEncoder.encode("\u00A0par_text ", UTF_8))
                        .body())
                .contains("Trimmed Parameter");
    }

    @Test
    void a_partner_gives_the_commands_that_are_its_own() {
        Answer submitted = submit("Own Client", "Data platform", PARTNER);

        assertThat(submitted.status()).isEqualTo(201);
        Answer withdrawn = service()
                .post(
                        "/api/referrals/%s/withdraw"
                                .formatted(submitted.json().path("id").asString()),
                        "{}",
                        PARTNER);
        assertThat(withdrawn.status()).as(withdrawn.body()).isEqualTo(200);
    }

    private static Answer submit(String organisation, String wanted, String... headers) {
        return service()
                .post(
                        "/api/referrals",
                        """
                {"partnerId":"par_text","client":{"organisation":"%s","contactName":"Mia Lang",
                 "contactEmail":"mia@client.example"},"service":"%s"}"""
                                .formatted(organisation, wanted),
                        headers);
    }

    private static List<String> fields(Answer answer) {
        List<String> fields = new ArrayList<>();
        answer.json()
                .path("errors")
                .forEach(error -> fields.add(error.path("field").asString()));
        return fields;
    }
}
