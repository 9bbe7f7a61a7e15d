package io.entente.referral.referral.web;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.MoneyJson;
import io.entente.platform.web.body.CheckedBody;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/referrals}.
 *
 * @param partnerId the partner whose referral it is; it may be left out if the partner itself sends the request
 */
record ReferralRequest(
        @Nullable @Size(max = 128) String partnerId,
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

    /** @param partnerId the partner whose referral it is */
    SubmitReferral toCommand(String partnerId) {
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

    /**
     * A submission with the partner whose referral it is: the one that the body names, or else the partner that sends it.
     *
     * @param partnerId null if neither is known, or if the body's value is wrong
     * @param errors one entry for every bad field
     */
    record OwnSubmission(@Nullable String partnerId, List<FieldError> errors) {

        private static final String PARTNER_ID = "partnerId";

        static OwnSubmission of(CheckedBody<ReferralRequest> body, Actor actor) {
            if (!body.isGood(PARTNER_ID)) {
                return new OwnSubmission(null, body.errors());
            }
            String named = body.request().partnerId();
            String partnerId = named == null ? actor.partnerId().orElse("") : named;
            if (!partnerId.isBlank()) {
                return new OwnSubmission(partnerId, body.errors());
            }
            List<FieldError> errors = new ArrayList<>();
            errors.add(new FieldError(PARTNER_ID, "must not be blank"));
            errors.addAll(body.errors());
            return new OwnSubmission(null, errors);
        }
    }
}
