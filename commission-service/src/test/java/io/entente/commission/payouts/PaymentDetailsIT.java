package io.entente.commission.payouts;

import static io.entente.commission.payouts.RunningPayouts.MAKER;
import static io.entente.commission.payouts.RunningPayouts.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The payment details of partners over HTTP. */
@ExtendWith(RunningPayouts.class)
class PaymentDetailsIT {

    @Test
    void the_answer_shows_the_name_and_address_as_the_bank_will_read_them() {
        Answer stored = service()
                .request(
                        "PUT",
                        "/api/payees/par_bank_form",
                        """
                {"holder":"Müller & Söhne 😀","iban":"DE89370400440532013000","country":"DE","currency":"EUR",
                 "address":{"town":"Köln","country":"DE"}}
                """,
                        MAKER);

        assertThat(stored.status()).as(stored.body()).isEqualTo(200);
        assertThat(stored.json().path("holder").asString()).isEqualTo("Müller & Söhne 😀");
        assertThat(stored.json().at("/bankForm/name").asString()).isEqualTo("Mueller + Soehne");
        assertThat(stored.json().at("/bankForm/address/town").asString()).isEqualTo("Koeln");

        Answer refused = service()
                .request(
                        "PUT",
                        "/api/payees/par_bank_form",
                        """
                {"holder":"😀","iban":"DE89370400440532013000","bic":"BNPAFRPP","country":"DE","currency":"DEM",
                 "address":{"town":"🏠","country":"DE"}}
                """,
                        MAKER);
        assertThat(refused.json().path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("holder", "bic", "currency", "address.town");
    }

    @Test
    void payment_details_are_stored_whole_and_shown_masked() {
        Answer stored = service()
                .request(
                        "PUT",
                        "/api/payees/par_masked",
                        """
                {"holder":"Studio Nord","iban":"DE89 3704 0044 0532 0130 00","bic":"COBADEFFXXX","country":"DE","currency":"EUR"}
                """,
                        MAKER);
        assertThat(stored.status()).as(stored.body()).isEqualTo(200);
        assertThat(service().get("/api/payees/par_masked").body())
                .contains("****3000")
                .doesNotContain("DE89");

        Answer refused = service()
                .request(
                        "PUT",
                        "/api/payees/par_masked",
                        """
                {"holder":"Studio Nord","iban":"DE88370400440532013000","bic":"NOBIC","country":"DE","currency":"XXY"}
                """,
                        MAKER);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("iban", "bic", "currency");
        assertThat(refused.body()).doesNotContain("370400440532013000");
    }
}
