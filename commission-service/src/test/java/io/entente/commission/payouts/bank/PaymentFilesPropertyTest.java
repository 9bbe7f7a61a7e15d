package io.entente.commission.payouts.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.payees.BankAccount;
import io.entente.commission.payees.Payee;
import io.entente.commission.payees.PostalAddress;
import io.entente.commission.payees.bankform.BankText;
import io.entente.commission.payouts.ListedPayouts;
import io.entente.commission.payouts.Payout;
import io.entente.commission.payouts.PayoutBatch;
import io.entente.commission.payouts.PayoutMother;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Every payment file follows the rules of the EPC and the schema of the standard, whoever is paid. */
class PaymentFilesPropertyTest {

    private static final Clock CLOCK = Clock.fixed(PayoutMother.NOW, ZoneOffset.UTC);

    private static final Debtor DEBTOR = new Debtor(
            "Zürcher & Partner AG",
            "CH9300762011623852957",
            "",
            new Debtor.Address("Bahnhofstraße 1", "8001", "Zürich", "CH"),
            Map.of("usd", new Debtor.Account(null, "000987654321", "026009593", "BOFAUS3N")));
    private static final PayoutBatch BATCH = PayoutMother.batch()
            .planned()
            .approve("finance:u-2", PayoutMother.NOW)
            .orElseThrow();

    /** A payee that can be entered: something of its name and town is left in the characters of the bank. */
    record Paid(String holder, @Nullable String town, @Nullable String street, boolean american, BigDecimal amount) {

        Payout toPayout(int number) {
            CurrencyUnit currency = american ? CurrencyUnit.USD : CurrencyUnit.EUR;
            Payee payee = new Payee(
                    new PartnerId("par_" + number),
                    holder,
                    american
                            ? new BankAccount(null, "000123456789", "021000021", null)
                            : new BankAccount("DE89370400440532013000", null, null, "COBADEFFXXX"),
                    american ? "US" : "DE",
                    town == null ? null : new PostalAddress(street, null, town, american ? "US" : "DE"),
                    currency,
                    null,
                    null,
                    null,
                    1);
            return PayoutMother.planned(payee, Money.of(currency, amount).toString());
        }
    }

    @Property(tries = 150)
    void every_file_that_is_handed_out_follows_the_epc_rules_and_the_schema(
            @ForAll("payees") @Size(min = 1, max = 8) List<Paid> payees) throws Exception {
        List<Payout> payouts = new ArrayList<>();
        payees.forEach(payee -> payouts.add(payee.toPayout(payouts.size())));
        PaymentFiles files = new PaymentFiles(
                new Pain001(new ListedPayouts(payouts), DEBTOR, PayoutMother.POLICIES, ZoneOffset.UTC, CLOCK));

        assertThat(files.missing(BATCH)).isEmpty();
        Pain001Schema.validate(files.use(BATCH, Files::readAllBytes));
    }

    @Provide
    Arbitrary<List<Paid>> payees() {
        Arbitrary<BigDecimal> amounts = Arbitraries.bigDecimals()
                .between(new BigDecimal("0.01"), new BigDecimal("999999999.99"))
                .ofScale(2);
        return Combinators.combine(
                        writable(140),
                        writable(70).injectNull(0.3),
                        Arbitraries.strings().ofMaxLength(70).injectNull(0.3),
                        Arbitraries.of(true, false),
                        amounts)
                .as(Paid::new)
                .list();
    }

    private static Arbitrary<String> writable(int most) {
        Arbitrary<String> anything = Arbitraries.strings().ofMinLength(1).ofMaxLength(most);
        Arbitrary<String> names = Arbitraries.strings()
                .withChars("ÄÖÜäöüßéñøłŻžАБвгΑΩ株式会社김ไทยمكة /\\-'&.,;:()\"<>\r\n\t+_0123456789abcXYZ")
                .ofMinLength(1)
                .ofMaxLength(most);
        return Arbitraries.oneOf(anything, names).filter(BankText::isWritable);
    }
}
