package io.entente.referral.referral.facts;

import io.entente.referral.partners.Direction;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Introduces a client.
 *
 * @param service the service that the client needs, by its name in the program
 * @param challenge the problem that the client wants to solve
 * @param context how the partner knows the client
 * @param promises what the partner has told the client to expect
 * @param consent what the client was told and agreed to; absent if unknown
 * @param answers to the qualification checklist, by the ids of the questions
 * @param checklistVersion the version of the checklist with these questions; absent if there was none
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

    /** Creates a submission without consent and answers, as imports need it. */
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

    /** Returns the same submission with more facts about the client. */
    public SubmitReferral withClient(Client described) {
        return new SubmitReferral(
                partnerId,
                direction,
                described,
                service,
                challenge,
                context,
                promises,
                involvement,
                expectedValue,
                consent,
                answers,
                checklistVersion);
    }

    /** Returns the same submission with the version of the checklist that it answers. */
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
