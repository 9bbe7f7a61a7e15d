package io.entente.commission.ledger.web;

import io.entente.commission.ledger.Account;
import io.entente.commission.ledger.Balances;
import io.entente.commission.ledger.Ledger;
import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.Page;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.security.Scope;
import io.entente.platform.web.access.Tenant;
import org.joda.money.CurrencyUnit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/balances}: a partner's balances, separate for each currency. */
@AllowedTo(
        roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.FINANCE},
        scopes = Scope.COMMISSION_READ)
@RestController
@RequestMapping("/api/balances")
class BalanceController {

    private final Ledger ledger;

    BalanceController(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Returns the balances of a partner, one for each currency. A partner that has never earned anything has no
     * balance.
     */
    @GetMapping("/{partnerId}")
    Page<BalanceView> get(@PathVariable String partnerId, Tenant tenant) {
        Balances balances = ledger.head(new PartnerId(partnerId)).balances();
        return new Page<>(
                balances.amounts().keySet().stream()
                        .map(currency -> BalanceView.of(balances, currency))
                        .toList(),
                null);
    }

    /**
     * Balances in one currency, as decimal text. The partner owes the amount in {@code clawbackDue}.
     *
     * @param vat that was paid on top of the commission
     * @param withheld tax that was kept back from it
     */
    record BalanceView(
            String currency,
            String accrued,
            String payable,
            String allocated,
            String paid,
            String clawbackDue,
            String vat,
            String withheld) {

        static BalanceView of(Balances balances, CurrencyUnit currency) {
            return new BalanceView(
                    currency.getCode(),
                    amount(balances, Account.ACCRUED, currency),
                    amount(balances, Account.PAYABLE, currency),
                    amount(balances, Account.ALLOCATED, currency),
                    amount(balances, Account.PAID, currency),
                    amount(balances, Account.CLAWBACK_DUE, currency),
                    amount(balances, Account.VAT, currency),
                    amount(balances, Account.WITHHELD, currency));
        }

        private static String amount(Balances balances, Account account, CurrencyUnit currency) {
            return balances.of(account, currency).getAmount().toPlainString();
        }
    }
}
