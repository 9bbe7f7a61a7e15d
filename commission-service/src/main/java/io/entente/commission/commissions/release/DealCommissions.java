package io.entente.commission.commissions.release;

import io.entente.commission.commissions.CommissionId;
import io.entente.commission.deals.CreditedDeals;
import io.entente.commission.deals.CreditedDeals.Credited;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFiles;
import io.entente.commission.partners.PartnerId;
import java.util.List;
import java.util.stream.Stream;

/** Finds the commissions that partners may have from a deal: that of its closing, and those of a retainer's payments. */
public final class DealCommissions {

    private final CreditedDeals deals;
    private final DealFiles files;

    public DealCommissions(CreditedDeals deals, DealFiles files) {
        this.deals = deals;
        this.files = files;
    }

    /** Returns the ids of one partner's commissions. */
    public Stream<CommissionId> of(String dealId, PartnerId partner) {
        return deals.ofDeal(dealId).stream()
                .filter(part -> part.partnerId().equals(partner))
                .flatMap(this::of);
    }

    /** Returns the ids of the commissions that a partner has or once had, even if a correction has taken its credit away. */
    public Stream<CommissionId> ever(String dealId, PartnerId partner) {
        return Stream.concat(Stream.of(CommissionId.of(dealId, partner)), payments(dealId, partner));
    }

    private Stream<CommissionId> payments(String dealId, PartnerId partner) {
        return files.find(List.of(dealId)).stream()
                .flatMap(file -> file.facts().stream())
                .filter(fact -> fact.kind() == DealFact.Kind.PAYMENT)
                .map(fact -> CommissionId.of(dealId, partner, fact.id()));
    }

    Stream<CommissionId> of(Credited part) {
        Stream<CommissionId> payments =
                part.deal().retainer() ? payments(part.dealId(), part.partnerId()) : Stream.empty();
        // The flat fee of a retainer is earned at its closing, so that commission is included.
        return Stream.concat(Stream.of(CommissionId.of(part)), payments);
    }
}
