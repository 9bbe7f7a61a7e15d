package io.entente.commission.payouts;

import io.entente.commission.partners.PartnerId;
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
    private final @Nullable Standing standing;

    public BookedMoney() {
        this(null);
    }

    /** @param standing of every partner; null if nobody asks for it */
    public BookedMoney(@Nullable Standing standing) {
        this.standing = standing;
    }

    /** What was booked, such as {@code paid}, in order. */
    public List<String> booked() {
        return booked;
    }

    @Override
    public Standing standing(PartnerId partner, CurrencyUnit currency, LocalDate cutOff) {
        return Objects.requireNonNull(standing, "nobody asks for a standing");
    }

    @Override
    public Optional<Allocation> allocate(
            PayoutId payout, PartnerId partner, CurrencyUnit currency, LocalDate cutOff, String actor) {
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
    public String returned(PayoutId payout, String reason, String actor) {
        return book("returned");
    }

    private String book(String what) {
        booked.add(what);
        return "ltx_" + booked.size();
    }
}
