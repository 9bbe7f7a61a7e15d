package io.entente.referral.referral.web;

import io.entente.platform.domain.MoneyJson;
import io.entente.platform.web.constraints.CountryCode;
import io.entente.platform.web.constraints.InternetDomain;
import io.entente.platform.web.constraints.PositiveMoney;
import io.entente.referral.partners.Direction;
import io.entente.referral.referral.facts.Client;
import io.entente.referral.referral.facts.Involvement;
import io.entente.referral.referral.facts.SubmitReferral;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/referrals}. */
record ReferralRequest(
        @NotBlank @Size(max = 128) String partnerId,
        @Nullable Direction direction,
        @NotNull @Valid ClientRequest client,
        @NotBlank @Size(max = 100) String service,
        @Nullable @Size(max = 4000) String challenge,
        @Nullable @Size(max = 4000) String context,
        @Nullable @Size(max = 4000) String promises,
        @Nullable Involvement involvement,
        @Nullable @Valid @PositiveMoney MoneyJson expectedValue,
        @Nullable @Valid ConsentRequest consent,
        @Nullable @Size(max = 100) Map<String, @Nullable String> answers) {

    @Reachable
    record ClientRequest(
            @NotBlank @Size(max = 200) String organisation,
            @Nullable @InternetDomain String domain,
            @Nullable @CountryCode String country,
            @NotBlank @Size(max = 200) String contactName,
            @Nullable @Email @Size(max = 254) String contactEmail,
            @Nullable @Size(max = 50) String contactPhone) {

        Client toClient() {
            return new Client(
                    organisation.strip(),
                    domain == null ? null : domain.toLowerCase(Locale.ROOT),
                    country,
                    new Client.Contact(contactName.strip(), contactEmail, contactPhone));
        }

        @Override
        public String toString() {
            return "ClientRequest[withheld]";
        }
    }

    SubmitReferral toCommand() {
        return new SubmitReferral(
                partnerId,
                direction == null ? Direction.INBOUND : direction,
                client.toClient(),
                service.strip(),
                challenge,
                context,
                promises,
                involvement == null ? Involvement.STANDARD : involvement,
                expectedValue == null ? null : expectedValue.toMoney(),
                consent == null ? null : consent.toConsent(),
                givenAnswers(),
                null);
    }

    /** Leaves out answers that are null or blank. */
    Map<String, String> givenAnswers() {
        Map<String, String> given = new LinkedHashMap<>();
        if (answers != null) {
            answers.forEach((question, answer) -> {
                if (answer != null && !answer.isBlank()) {
                    given.put(question, answer.strip());
                }
            });
        }
        return given;
    }
}
