package io.entente.commission.tax;

import io.entente.commission.payees.BankAccount;
import io.entente.commission.payees.Payee;
import io.entente.commission.payees.TaxForm;
import io.entente.commission.payees.TaxNumbers;
import io.entente.commission.payouts.Payout;
import io.entente.commission.payouts.Payouts;
import io.entente.platform.csv.SafeCsv;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Summarizes the payments to US persons in a tax year, for form 1099-NEC. A payment counts on the day on which it was paid
 * (cash basis); payments that came back don't count. Payments in other currencies than US dollars are listed without an
 * amount to report, because nothing is converted here. Payments to several partners with the same taxpayer number are added up,
 * because the form is filed per recipient. The recipient is the payee as the payout froze it, whoever is the partner's payee today. VAT is no compensation, and tax that was withheld from it is a part of it.
 *
 * <p>Memory holds one sum for each recipient that was paid in the year.
 *
 * @see <a href="https://www.irs.gov/forms-pubs/about-form-1099-nec">Form 1099-NEC</a>
 */
public final class NecSummary {

    private static final String US = "US";
    private static final List<String> COLUMNS = List.of(
            "tax_year",
            "partner_id",
            "recipient",
            "tax_form",
            "tin",
            "country",
            "currency",
            "payments",
            "nonemployee_compensation",
            "threshold",
            "report");

    private final Payouts payouts;
    private final TaxThresholds thresholds;

    public NecSummary(Payouts payouts, TaxThresholds thresholds) {
        this.payouts = payouts;
        this.thresholds = thresholds;
    }

    /** @param wholeTin whether taxpayer identification numbers are written in full, for filing, or masked */
    public void write(int year, boolean wholeTin, Appendable out) {
        Money threshold = thresholds.of(TaxThresholds.NEC, year);
        SortedMap<Recipient, Paid> sums = sums(year);
        SafeCsv csv = new SafeCsv(out, COLUMNS);
        sums.forEach((recipient, paid) -> {
            Payee payee = paid.payee();
            csv.row(
                    year,
                    String.join(" ", paid.partners()),
                    payee.holder(),
                    form(payee),
                    tin(payee, wholeTin),
                    payee.country(),
                    recipient.currency().getCode(),
                    paid.count(),
                    paid.sum(),
                    threshold,
                    reported(paid.sum(), threshold));
        });
        csv.flush();
    }

    private SortedMap<Recipient, Paid> sums(int year) {
        SortedMap<Recipient, Paid> sums = new TreeMap<>();
        payouts.paidBetween(null, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), payout -> {
            if (isReportable(payout.payee())) {
                sums.merge(Recipient.of(payout), Paid.of(payout), Paid::plus);
            }
        });
        return sums;
    }

    /**
     * A W-9 declares a US person, wherever it lives, and a W-8 declares that the partner is none. A partner in the United States without
     * a form counts as a US person.
     */
    private static boolean isReportable(Payee payee) {
        TaxForm form = payee.taxForm();
        return form == null ? payee.country().equals(US) : form.type() == TaxForm.Type.W9;
    }

    private static String reported(Money sum, Money threshold) {
        if (!sum.getCurrencyUnit().equals(CurrencyUnit.USD)) {
            return "CONVERT_FIRST";
        }
        return sum.isLessThan(threshold) ? "NO" : "YES";
    }

    private static @Nullable String form(Payee payee) {
        TaxForm form = payee.taxForm();
        return form == null ? null : form.type().name();
    }

    private static @Nullable String tin(Payee payee, boolean whole) {
        String tin = payee.taxId();
        return tin == null || whole ? tin : BankAccount.masked(tin);
    }

    /** @param key a partner's id, or what identifies the recipient of the form */
    private record Recipient(String key, CurrencyUnit currency) implements Comparable<Recipient> {

        /** Adds up by taxpayer. A partner without a number is a recipient of its own. */
        static Recipient of(Payout payout) {
            String number = payout.payee().taxId();
            String key = number == null ? "partner/" + payout.partnerId() : "tin/" + TaxNumbers.taxpayer(number);
            return new Recipient(key, payout.amount().getCurrencyUnit());
        }

        @Override
        public int compareTo(Recipient other) {
            int byKey = key.compareTo(other.key);
            return byKey != 0 ? byKey : currency.compareTo(other.currency);
        }
    }

    private record Paid(Payee payee, List<String> partners, long count, Money sum) {
        static Paid of(Payout payout) {
            return new Paid(
                    payout.payee(),
                    List.of(payout.partnerId().value()),
                    1,
                    payout.allocation().net());
        }

        Paid plus(Paid other) {
            List<String> all = Stream.concat(partners.stream(), other.partners.stream())
                    .distinct()
                    .sorted()
                    .toList();
            return new Paid(other.payee, all, count + other.count, sum.plus(other.sum));
        }
    }
}
