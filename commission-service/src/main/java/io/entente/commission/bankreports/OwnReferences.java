package io.entente.commission.bankreports;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells references that the program could have given from those of others, because an account can be used for other payments, too.
 * Banks write references in capitals, cut them off or divide them, so a part of a reference is enough.
 *
 * @see io.entente.commission.payouts.PayoutId#endToEndId()
 * @see io.entente.commission.payouts.PayoutBatch#submissionKey()
 */
final class OwnReferences {

    /** So many digits of a reference make an accident unlikely: others have them in one of 10^14 references. */
    private static final int DIGITS = 12;

    private static final Pattern OF_PAYOUT = Pattern.compile("E[0-9A-F]{%d}".formatted(DIGITS));
    private static final Pattern OF_BATCH = Pattern.compile("P[0-9A-F]{%d}".formatted(DIGITS));

    private OwnReferences() {}

    /** Whether the program could have given the reference of a payment, an instruction or a message. */
    static boolean has(ReportedPayment.Scope scope, String reference) {
        String digits = reference.replaceAll("[^0-9A-Za-z]", "").toUpperCase(Locale.ROOT);
        Pattern own = scope == ReportedPayment.Scope.PAYMENT ? OF_PAYOUT : OF_BATCH;
        return own.matcher(digits).find();
    }
}
