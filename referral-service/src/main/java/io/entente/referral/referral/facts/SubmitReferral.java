package io.entente.referral.referral.facts;

import io.entente.referral.partners.Direction;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The introduction of a client.
 *
 * @param service what the client needs, as named in the program
 * @param challenge what the client struggles with
 * @param context how the partner knows the client
 * @param promises what the partner has told the client to expect
 * @param consent what the client was told and agreed to; absent where nobody said
 * @param answers to the qualification checklist, by the questions' ids
 * @param checklistVersion which version of it asked them; absent where none did
 */
public record SubmitReferral(
        String partnerId,
        Direction direction,
        Client client,
        String service,
        @Nullable String challenge,
        @Nullable String context,
        @Nullable String promises,
        Involvement involvement,
        @Nullable Money expectedValue,
        @Nullable Consent consent,
        Map<String, String> answers,
        @Nullable Long checklistVersion) {

    public SubmitReferral {
        answers = Map.copyOf(answers);
    }

    /** Without consent and answers, as history comes. */
    public SubmitReferral(
            String partnerId,
            Direction direction,
            Client client,
            String service,
            @Nullable String challenge,
            @Nullable String context,
            @Nullable String promises,
            Involvement involvement,
            @Nullable Money expectedValue) {
        this(
                partnerId,
                direction,
                client,
                service,
                challenge,
                context,
                promises,
                involvement,
                expectedValue,
                null,
                Map.of(),
                null);
    }

    /** The same, with the version of the checklist that it answers. */
    public SubmitReferral answering(long version) {
        return new SubmitReferral(
                partnerId,
                direction,
                client,
                service,
                challenge,
                context,
                promises,
                involvement,
                expectedValue,
                consent,
                answers,
                version);
    }
}
