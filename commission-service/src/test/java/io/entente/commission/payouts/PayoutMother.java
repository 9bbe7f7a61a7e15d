package io.entente.commission.payouts;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.payees.BankAccount;
import io.entente.commission.payees.Payee;
import io.entente.commission.payees.PayeePolicy;
import io.entente.commission.payees.PostalAddress;
import io.entente.commission.payees.TaxForm;
import io.entente.commission.payouts.PayableMoney.Allocation;
import io.entente.commission.payouts.policy.PayoutPolicy;
import io.entente.platform.domain.policy.PolicyVersions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Payouts for tests. */
public final class PayoutMother {

    public static final Instant NOW = Instant.parse("2026-07-16T03:00:00Z");
    public static final LocalDate TODAY = LocalDate.parse("2026-07-16");

    /** Euros between Germany and Switzerland are in the euro payments' area. */
    public static final PolicyVersions<PayoutPolicy> POLICIES = new PolicyVersions<>(
            "terms for payouts",
            List.of(new PayoutPolicy(1, LocalDate.parse("2000-01-01"), Map.of(), Set.of("DE", "CH"))));

    /** Nothing is paid to North Korea, and accounts are new for 30 days. */
    public static final PayeePolicy PAYEE_POLICY = new PayeePolicy(1, LocalDate.parse("2000-01-01"), Set.of("KP"), 30);

    private PayoutMother() {}

    /** Paid in euros to a German account. */
    public static Payee payee(String partner) {
        return new Payee(
                new PartnerId(partner),
                "Studio Nord GmbH & Co. <KG>",
                new BankAccount("DE89370400440532013000", null, null, "COBADEFFXXX"),
                "DE",
                null,
                CurrencyUnit.EUR,
                null,
                null,
                null,
                1);
    }

    /** Paid in euros to a German account, under a name. */
    public static Payee named(String partner, String holder, @Nullable PostalAddress address) {
        Payee nord = payee(partner);
        return new Payee(
                nord.partnerId(), holder, nord.account(), "DE", address, CurrencyUnit.EUR, null, null, null, 1);
    }

    /** Paid in dollars to an American account without IBAN. */
    public static Payee american(String partner) {
        return american(partner, "12-3456789");
    }

    /** Paid in dollars to an American account, with a taxpayer number. */
    public static Payee american(String partner, String taxId) {
        return new Payee(
                new PartnerId(partner),
                "=Pine LLC",
                new BankAccount(null, "000123456789", "021000021", null),
                "US",
                null,
                CurrencyUnit.USD,
                new TaxForm(TaxForm.Type.W9, LocalDate.parse("2026-01-05")),
                taxId,
                null,
                1);
    }

    public static PayoutBatch batch() {
        TreeMap<CurrencyUnit, Money> minimums = new TreeMap<>();
        minimums.put(CurrencyUnit.EUR, Money.parse("EUR 50.00"));
        minimums.put(CurrencyUnit.USD, Money.parse("USD 50.00"));
        return PayoutBatch.plan("pob_1", TODAY, minimums, LocalDate.parse("2026-07-17"), "finance:u-1", NOW);
    }

    public static Payout planned(Payee payee, String amount) {
        Money net = Money.parse(amount);
        return Payout.planned(
                PayoutId.of("pob_1", payee.partnerId(), net.getCurrencyUnit()),
                "pob_1",
                payee.partnerId(),
                new Allocation(net, Money.zero(net.getCurrencyUnit()), 2),
                payee,
                NOW);
    }

    public static Payout submitted() {
        return planned(payee("par_nord"), "EUR 100.00")
                .approve(null, "finance:u-2", NOW)
                .state()
                .submit(true, null)
                .state();
    }
}
