package io.entente.commission.payees.web;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.payees.BankAccount;
import io.entente.commission.payees.Payee;
import io.entente.commission.payees.Payees;
import io.entente.commission.payees.PostalAddress;
import io.entente.commission.payees.TaxForm;
import io.entente.commission.payees.bankform.BankForm;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.OptimisticRetry;
import io.entente.platform.web.Identified;
import io.entente.platform.web.IfMatch;
import io.entente.platform.web.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/payees}: the payment details of partners. Responses mask accounts and tax ids. */
@RestController
@RequestMapping("/api/payees")
class PayeeController {

    private static final Logger LOG = LoggerFactory.getLogger(PayeeController.class);

    private final Payees payees;

    PayeeController(Payees payees) {
        this.payees = payees;
    }

    /**
     * Stores how a partner is paid: accounts, payment details and tax forms. The request replaces everything that was
     * stored. Account and tax numbers are masked in every answer.
     */
    @PutMapping("/{partnerId}")
    PayeeView put(
            @PathVariable String partnerId,
            @RequestBody PayeeRequest request,
            IfMatch ifMatch,
            @Identified Actor actor) {
        String by = actor.value();
        return OptimisticRetry.retryOnConflict(() -> {
            Payee before = payees.find(new PartnerId(partnerId)).orElse(null);
            long version = before == null ? 0 : before.version();
            ifMatch.check(version);
            Payee wanted = request.toPayee(new PartnerId(partnerId), version);
            if (wanted.equals(before)) {
                return PayeeView.of(wanted);
            }
            Payee stored = wanted.withVersion(version + 1);
            payees.put(stored);
            LOG.info("Payment details of {} were stored as version {} by {}", partnerId, stored.version(), by);
            return PayeeView.of(stored);
        });
    }

    /** Returns how a partner is paid, with masked numbers. */
    @GetMapping("/{partnerId}")
    PayeeView get(@PathVariable String partnerId) {
        return payees.find(new PartnerId(partnerId))
                .map(PayeeView::of)
                .orElseThrow(() -> new NotFoundException("payee", partnerId));
    }

    /**
     * A payee as the API shows it.
     *
     * @param bankForm the name and the address in the form in which payment files contain them
     */
    record PayeeView(
            String partnerId,
            String holder,
            String account,
            @Nullable String bic,
            String country,
            @Nullable PostalAddress address,
            BankForm bankForm,
            String currency,
            @Nullable TaxForm taxForm,
            @Nullable String taxId,
            @Nullable String hold,
            long version) {

        static PayeeView of(Payee payee) {
            String taxId = payee.taxId();
            return new PayeeView(
                    payee.partnerId().value(),
                    payee.holder(),
                    payee.account().masked(),
                    payee.account().bic(),
                    payee.country(),
                    payee.address(),
                    BankForm.of(payee),
                    payee.currency().getCode(),
                    payee.taxForm(),
                    taxId == null ? null : BankAccount.masked(taxId),
                    payee.hold(),
                    payee.version());
        }
    }
}
