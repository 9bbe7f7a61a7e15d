package io.entente.commission.deals;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.inputs.Credit;
import io.entente.commission.plans.inputs.Direction;
import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.inputs.Involvement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;

/** Deals for tests. */
public final class DealMother {

    public static final Client BRIGHTWATER = new Client("brightwater.example", "Brightwater");

    private DealMother() {}

    /** A deal of one partner. */
    public static Deal deal(String id, String partner, String amount) {
        return deal(id, amount, List.of(credit(partner, "1.00")));
    }

    /** A deal of a client that the firm referred to the partner. */
    public static Deal outbound(String id, String partner, String amount) {
        return new Deal(
                id,
                "ref_" + id,
                BRIGHTWATER,
                Money.parse(amount),
                LocalDate.parse("2026-04-02"),
                List.of(credit(partner, "1.00")),
                Direction.OUTBOUND,
                Involvement.STANDARD,
                null,
                null,
                Origin.LIVE);
    }

    /** A co-sold deal. */
    public static Deal deal(String id, String amount, List<Credit> credit) {
        return deal(id, amount, LocalDate.parse("2026-04-02"), credit);
    }

    /** A deal of a certain day. */
    public static Deal deal(String id, String amount, LocalDate closedOn, List<Credit> credit) {
        return new Deal(
                id,
                "ref_" + id,
                BRIGHTWATER,
                Money.parse(amount),
                closedOn,
                credit,
                Direction.INBOUND,
                Involvement.STANDARD,
                null,
                null,
                Origin.LIVE);
    }

    public static Credit credit(String partner, String share) {
        return credit(partner, new BigDecimal(share));
    }

    public static Credit credit(String partner, BigDecimal share) {
        return new Credit(new PartnerId(partner), "ORIGINATOR", new Fraction(share));
    }
}
