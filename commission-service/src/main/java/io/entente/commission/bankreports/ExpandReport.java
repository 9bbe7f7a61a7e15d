package io.entente.commission.bankreports;

import io.entente.commission.bankreports.ReportedPayment.Scope;
import io.entente.commission.payouts.Payout;
import io.entente.commission.payouts.PayoutBatch;
import io.entente.commission.payouts.PayoutBatches;
import io.entente.commission.payouts.Payouts;
import io.entente.platform.domain.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Replaces what a report says about a whole batch, or about one currency of it, by one item for each payout that the report
 * doesn't name itself: a file that was refused as a whole, or a batch that was booked in one sum.
 */
public final class ExpandReport {

    private static final int CURRENCY_CHARACTERS = 3;

    private final PayoutBatches batches;
    private final Payouts payouts;

    public ExpandReport(PayoutBatches batches, Payouts payouts) {
        this.batches = batches;
        this.payouts = payouts;
    }

    ReportFile expand(ReportFile file) {
        Set<String> named = new HashSet<>();
        for (ReportedPayment payment : file.payments()) {
            if (payment.scope() != Scope.MESSAGE && payment.reference() != null) {
                named.add(payment.reference());
            }
        }
        List<ReportedPayment> expanded = new ArrayList<>();
        Set<String> booked = new HashSet<>();
        file.payments().forEach(payment -> expand(bookedOnce(file, payment, booked), named, expanded));
        return file.with(expanded);
    }

    /** A debit that a notification has twice would look as if the payment was confirmed, although the money left the account twice. */
    private static ReportedPayment bookedOnce(ReportFile file, ReportedPayment payment, Set<String> booked) {
        boolean isDebit = file.kind() == ReportFile.Kind.CAMT_054
                && payment.scope() == Scope.PAYMENT
                && payment.meaning() == Meaning.PAID;
        boolean isAgain = isDebit && payment.reference() != null && !booked.add(payment.reference());
        return isAgain ? payment.as(Meaning.UNCLEAR, "The report books this payment more than once.") : payment;
    }

    private void expand(ReportedPayment payment, Set<String> named, List<ReportedPayment> expanded) {
        Optional<PayoutBatch> batch = payment.meaning() == Meaning.NOT_FINAL ? Optional.empty() : batch(payment);
        if (batch.isEmpty()) {
            expanded.add(payment);
        } else if (payment.meaning() == Meaning.PAID || payment.meaning() == Meaning.FAILED) {
            expanded.addAll(each(payment, batch.get(), named));
        } else {
            expanded.add(payment.as(Meaning.UNCLEAR, "Payments of a batch came back in one sum."));
        }
    }

    private Optional<PayoutBatch> batch(ReportedPayment payment) {
        String reference = payment.reference();
        if (payment.scope() == Scope.PAYMENT || reference == null) {
            return Optional.empty();
        }
        if (payment.scope() == Scope.MESSAGE) {
            return batches.findBySubmissionKey(reference)
                    .filter(found -> found.submissionKey().equals(reference));
        }
        return reference.length() <= CURRENCY_CHARACTERS
                ? Optional.empty()
                : batches.findBySubmissionKey(reference.substring(0, reference.length() - CURRENCY_CHARACTERS))
                        .filter(found -> found.isInstruction(reference));
    }

    private List<ReportedPayment> each(ReportedPayment payment, PayoutBatch batch, Set<String> named) {
        List<Payout> meant = new ArrayList<>();
        payouts.forEach(batch.id(), payout -> {
            if (isMeant(payment, batch, payout, named)) {
                meant.add(payout);
            }
        });
        if (!payment.amounts().isEmpty() && !isSum(payment, meant)) {
            return List.of(payment.as(
                    Meaning.UNCLEAR,
                    "%s was booked for the batch, which has %s of another sum."
                            .formatted(payment.amounts().get(0), Quantity.of(meant.size(), "payout"))));
        }
        return meant.stream()
                .map(payout -> payment.about(payout.id().endToEndId()))
                .toList();
    }

    private static boolean isMeant(ReportedPayment payment, PayoutBatch batch, Payout payout, Set<String> named) {
        String instruction = batch.instructionId(payout.amount().getCurrencyUnit());
        boolean inScope = payment.scope() == Scope.INSTRUCTION
                ? instruction.equals(payment.reference())
                : !named.contains(instruction);
        return inScope && !payout.isTakenOut() && !named.contains(payout.id().endToEndId());
    }

    /** Whether an entry is the sum of these payouts, and as many as it says. */
    private static boolean isSum(ReportedPayment payment, List<Payout> meant) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Payout payout : meant) {
            if (!payment.amounts().get(0).isInCurrencyOf(payout.amount())) {
                return false;
            }
            sum = sum.add(payout.amount().getAmount());
        }
        boolean asMany = payment.count() == null || payment.count() == meant.size();
        return asMany && payment.amounts().get(0).value().compareTo(sum) == 0;
    }
}
