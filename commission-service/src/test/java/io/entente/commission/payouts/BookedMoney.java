package io.entente.commission.payouts;

import io.entente.commission.commissions.payables.PortionTaxes;
import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.Decision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** A ledger that notes what is booked. */
public final class BookedMoney implements PayableMoney {

    private final List<String> booked = new ArrayList<>();
    private final @Nullable PayableBalance balance;
    private @Nullable String obstacle;

    public BookedMoney() {
        this(null);
    }

    /** @param balance of every partner; null if nobody asks for it */
    public BookedMoney(@Nullable PayableBalance balance) {
        this.balance = balance;
    }

    /** What was booked, such as {@code paid}, in order. */
    public List<String> booked() {
        return booked;
    }

    @Override
    public PayableBalance balance(PartnerId partner, CurrencyUnit currency, LocalDate cutOff) {
        return Objects.requireNonNull(balance, "nobody asks for a balance");
    }

    @Override
    public PayableBalance balance(PayoutId payout, PartnerId partner, CurrencyUnit currency, LocalDate cutOff) {
        return balance(partner, currency, cutOff);
    }

    @Override
    public Optional<Allocation> allocate(
            PayoutId payout,
            PartnerId partner,
            CurrencyUnit currency,
            LocalDate cutOff,
            PortionTaxes taxes,
            String actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Allocation> find(PayoutId payout) {
        return Optional.empty();
    }

    @Override
    public String paid(PayoutId payout, String actor) {
        return book("paid");
    }

    @Override
    public String failed(PayoutId payout, String reason, String actor) {
        return book("failed");
    }

    @Override
    public String takenOut(PayoutId payout, String reason, String actor) {
        return book("taken out");
    }

    @Override
    public String cancelled(PayoutId payout, String reason, String actor) {
        return book("cancelled");
    }

    @Override
    public String notPlanned(PayoutId payout, String reason, String actor) {
        return book("not planned");
    }

    @Override
    public String returned(PayoutId payout, int round, String reason, String actor) {
        return book("returned");
    }

    @Override
    public Optional<String> obstacleToPaid(PayoutId payout, int round) {
        return Optional.ofNullable(obstacle);
    }

    @Override
    public Decision<String> correctedToPaid(PayoutId payout, int round, String why, String by, String actor) {
        return obstacle == null ? Decision.allowed(book("corrected to paid " + round)) : Decision.rejected(obstacle);
    }

    @Override
    public String correctedToFailed(PayoutId payout, int round, String why, String by, String actor) {
        return book("corrected to failed " + round);
    }

    /** Refuses to book a payout as paid after all. */
    public void spend(String why) {
        obstacle = why;
    }

    private String book(String what) {
        booked.add(what);
        return "ltx_" + booked.size();
    }
}
