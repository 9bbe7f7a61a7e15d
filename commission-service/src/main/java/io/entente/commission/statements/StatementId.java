package io.entente.commission.statements;

import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.DerivedId;
import org.joda.money.CurrencyUnit;

/** A statement's id. It follows from partner, currency and quarter, so issuing a statement twice violates the primary key. */
public record StatementId(String value) {

    private static final String PREFIX = "stm";

    public static StatementId of(PartnerId partner, CurrencyUnit currency, Quarter quarter) {
        return new StatementId(DerivedId.of(PREFIX, partner.value(), currency.getCode(), quarter.toString()));
    }

    @Override
    public String toString() {
        return value;
    }
}
