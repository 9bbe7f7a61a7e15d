package io.entente.commission.payouts.taxes;

import io.entente.commission.commissions.payables.PortionTaxes;
import io.entente.commission.commissions.payables.TaxTerms;
import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.Decision;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;

/** Says how payouts are taxed. */
public interface PayoutTaxes {

    /**
     * The terms by the time at which commission was earned: {@link TaxTerms#NONE} unless the program pays what invoices show. A refusal
     * says what is missing on a day, and the partner isn't paid until it is there.
     */
    Decision<PortionTaxes> of(PartnerId partner, CurrencyUnit currency, LocalDate day);
}
