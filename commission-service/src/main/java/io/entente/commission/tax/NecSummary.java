package io.entente.commission.tax;

import io.entente.commission.payees.BankAccount;
import io.entente.commission.payees.Payee;
import io.entente.commission.payees.TaxForm;
import io.entente.commission.payees.TaxNumbers;
import io.entente.commission.payouts.Payout;
import io.entente.commission.payouts.Payouts;
import io.entente.platform.csv.SafeCsv;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Summarizes the payments to US persons in a tax year, for form 1099-NEC. A payment counts on the day on which it was paid
 * (cash basis); payments that came back don't count. Payments in other currencies than US dollars are listed without an
 * amount to report, because nothing is converted here. If a recipient has such payments and its dollars alone don't reach the threshold,
 * somebody has to convert them first.
 *
 * <p>Payments to several partners with the same taxpayer number are added up,
 * because the form is filed per recipient. The recipient is the payee as the payout froze it, whoever is the partner's payee today; its
 * name is that of the latest payment. Payments to a partner from before its number was known belong to the recipient with the
 * number, if the partner has only one in the year. VAT is no compensation, and tax that was withheld from it is a part of it. A recipient from
 * whom tax was withheld is reported whatever it was paid.
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
            "report",
            "tax_withheld");

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
        Set<String> converting = sums.keySet().stream()
                .filter(recipient -> !recipient.currency().equals(CurrencyUnit.USD))
                .map(Recipient::key)
                .collect(Collectors.toSet());
        SafeCsv csv = new SafeCsv(out, COLUMNS);
        sums.forEach((recipient, paid) -> {
            Payee payee = paid.latest().payee();
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
                    reported(paid, threshold, converting.contains(recipient.key())),
                    paid.withheld());
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
        return withNumbers(sums);
    }

    /** Adds the payments from before a partner's number was known to those with the number. */
    private static SortedMap<Recipient, Paid> withNumbers(SortedMap<Recipient, Paid> sums) {
        Map<String, Set<String>> numbers = new HashMap<>();
        sums.forEach((recipient, paid) -> {
            if (recipient.hasNumber()) {
                paid.partners().forEach(partner -> numbers.computeIfAbsent(partner, any -> new TreeSet<>())
                        .add(recipient.key()));
            }
        });
        SortedMap<Recipient, Paid> together = new TreeMap<>();
        sums.forEach((recipient, paid) -> {
            Set<String> known = numbers.getOrDefault(paid.partners().get(0), Set.of());
            boolean isKnown = !recipient.hasNumber() && known.size() == 1;
            Recipient of = isKnown ? new Recipient(known.iterator().next(), recipient.currency()) : recipient;
            together.merge(of, paid, Paid::plus);
        });
        return together;
    }

    /**
     * A W-9 declares a US person, wherever it lives, and a W-8 declares that the partner is none. A partner in the United States without
     * a form counts as a US person.
     */
    private static boolean isReportable(Payee payee) {
        TaxForm form = payee.taxForm();
        return form == null ? payee.country().equals(US) : form.type() == TaxForm.Type.W9;
    }

    /** @param converts whether the recipient has payments in other currencies */
    private static String reported(Paid paid, Money threshold, boolean converts) {
        if (!paid.sum().getCurrencyUnit().equals(CurrencyUnit.USD)) {
            return "CONVERT_FIRST";
        }
        if (!paid.sum().isLessThan(threshold) || paid.withheld().isPositive()) {
            return "YES";
        }
        return converts ? "CONVERT_FIRST" : "NO";
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

        private static final String NUMBER = "tin/";

        /** Adds up by taxpayer. A partner without a number is a recipient of its own. */
        static Recipient of(Payout payout) {
            String number = payout.payee().taxId();
            String key = number == null ? "partner/" + payout.partnerId() : NUMBER + TaxNumbers.taxpayer(number);
            return new Recipient(key, payout.amount().getCurrencyUnit());
        }

        boolean hasNumber() {
            return key.startsWith(NUMBER);
        }

        @Override
        public int compareTo(Recipient other) {
            int byKey = key.compareTo(other.key);
            return byKey != 0 ? byKey : currency.compareTo(other.currency);
        }
    }

    /** @param latest the latest payment, whose payee is named */
    private record Paid(Payout latest, List<String> partners, long count, Money sum, Money withheld) {

        private static final Comparator<Payout> BY_DAY = Comparator.comparing(Payout::paidOn)
                .thenComparing(payout -> payout.id().value());

        static Paid of(Payout payout) {
            return new Paid(
                    payout,
                    List.of(payout.partnerId().value()),
                    1,
                    payout.allocation().net(),
                    payout.allocation().tax().withheld());
        }

        Paid plus(Paid other) {
            List<String> all = Stream.concat(partners.stream(), other.partners.stream())
                    .distinct()
                    .sorted()
                    .toList();
            return new Paid(
                    BinaryOperator.maxBy(BY_DAY).apply(latest, other.latest),
                    all,
                    count + other.count,
                    sum.plus(other.sum),
                    withheld.plus(other.withheld));
        }
    }
}
