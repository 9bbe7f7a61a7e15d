package io.entente.referral.submission;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The introduction of a client.
 *
 * @param service what the client needs, as named in the program
 * @param challenge what the client struggles with
 * @param context how the partner knows the client
 * @param promises what the partner has told the client to expect
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
        @Nullable Money expectedValue) {}
