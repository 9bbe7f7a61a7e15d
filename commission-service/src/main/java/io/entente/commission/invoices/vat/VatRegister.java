package io.entente.commission.invoices.vat;

import java.util.Optional;

/** Asks a tax administration whether a VAT id exists. */
public interface VatRegister {

    /**
     * The register's answer.
     *
     * @param vatId of a member state of the European Union, in its plain form
     * @return empty if no register is configured
     */
    Optional<VatIdCheck> check(String vatId);
}
