package io.entente.referral.referral;

import static io.entente.referral.referral.RunningReferrals.fields;
import static io.entente.referral.referral.RunningReferrals.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.Answer;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists refuse filters that select nothing on purpose. */
@ExtendWith(RunningReferrals.class)
class ListParametersIT {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/referrals?q=*                    | q",
                "/api/referrals?q=%F0%9F%99%82         | q",
                "/api/referrals?q=                     | q",
                "/api/referrals?q=a+b+c+d+e+f+g+h+i    | q",
                "/api/referrals?status=                | status",
                "/api/referrals?status=WON,            | status",
                "/api/referrals?partnerId=             | partnerId",
                "/api/referrals?owner=                 | owner",
                "/api/referrals?owner=user:            | owner",
                "/api/referrals?owner=boss:anna        | owner",
                "/api/referrals?service=%20            | service",
                "/api/referrals?from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z | from",
                "/api/referrals/export?q=.*            | q",
                "/api/sla/clocks?owner=role:           | owner",
                "/api/sla/clocks?state=&kind=          | state kind",
                "/api/conflicts?q=%21&status=          | q status",
            })
    void a_filter_that_selects_nothing_on_purpose_is_refused(String path, String bad) {
        Answer refused = service().get(path);

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(fields(refused)).containsExactly(bad.split(" "));
    }
}
