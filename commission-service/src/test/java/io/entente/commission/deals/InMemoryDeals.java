package io.entente.commission.deals;

import io.entente.commission.partners.PartnerId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** What is known of deals and referrals, without a store. */
public final class InMemoryDeals implements CreditedDeals, DealFiles, ReferralFiles, SubmittedReferrals {

    private final Map<String, Credited> credited = new LinkedHashMap<>();
    private final Map<String, DealFact> facts = new LinkedHashMap<>();
    private final Map<String, ReferralFile> referrals = new LinkedHashMap<>();
    private final Map<String, Submitted> submitted = new LinkedHashMap<>();
    private Runnable beforeLook = () -> {};

    /** Runs before the credits of a deal are looked up, like a process that gets its turn between two steps of another. */
    public void beforeLook(Runnable action) {
        beforeLook = action;
    }

    @Override
    public void add(Collection<Credited> deals) {
        deals.forEach(deal -> credited.putIfAbsent(deal.dealId() + "/" + deal.index(), deal));
    }

    @Override
    public void replace(Collection<Credited> now, Collection<Credited> left) {
        left.forEach(deal -> credited.values().removeIf(known -> isSame(known, deal)));
        now.forEach(deal -> credited.values().removeIf(known -> isSame(known, deal)));
        now.forEach(deal -> credited.put(deal.dealId() + "/" + deal.partnerId(), deal));
    }

    private static boolean isSame(Credited one, Credited other) {
        return one.dealId().equals(other.dealId()) && one.partnerId().equals(other.partnerId());
    }

    @Override
    public List<Credited> ofDeal(String dealId) {
        beforeLook.run();
        return credited.values().stream()
                .filter(deal -> deal.dealId().equals(dealId))
                .toList();
    }

    @Override
    public List<Credited> registered(Collection<CreditedDeal> deals) {
        return deals.stream()
                .flatMap(deal -> ofDeal(deal.dealId()).stream()
                        .filter(known -> known.partnerId().equals(deal.partnerId())))
                .distinct()
                .toList();
    }

    @Override
    public boolean hasDeal(PartnerId partner, String clientKey, String referralId) {
        return ofPartner(partner, clientKey)
                .anyMatch(deal -> deal.counts() && deal.referralId().equals(referralId));
    }

    @Override
    public Stream<Credited> ofPartner(PartnerId partner, @Nullable String clientKey) {
        return new ArrayList<>(credited.values())
                .stream()
                        .filter(deal -> deal.partnerId().equals(partner)
                                && (clientKey == null || deal.clientKey().equals(clientKey)))
                        .sorted(Comparator.comparing(Credited::dealId));
    }

    @Override
    public Filed file(DealFact fact, @Nullable Predicate<DealFile> check, @Nullable Instant unmatchedSince) {
        if (check != null && !facts.containsKey(fact.key()) && !check.test(fileOf(fact.dealId()))) {
            return Filed.REFUSED;
        }
        DealFact known = facts.putIfAbsent(fact.key(), fact);
        if (known == null) {
            return Filed.NEW;
        }
        return known.isSameAs(fact) ? Filed.SAME : Filed.OTHER;
    }

    @Override
    public Optional<DealFact> find(DealFact.Kind kind, String id) {
        return Optional.ofNullable(facts.get(DealFact.keyOf(kind, id)));
    }

    @Override
    public List<DealFile> find(Collection<String> dealIds) {
        return dealIds.stream()
                .distinct()
                .map(this::fileOf)
                .filter(file -> !file.facts().isEmpty())
                .toList();
    }

    @Override
    public void match(String dealId, CurrencyUnit currency) {
        // Lists need a store.
    }

    @Override
    public void unlist(DealFact fact) {
        // Lists need a store.
    }

    @Override
    public void settled(DealFact fact) {
        // A sweep needs a store.
    }

    private DealFile fileOf(String dealId) {
        return new DealFile(
                dealId,
                facts.values().stream()
                        .filter(fact -> fact.dealId().equals(dealId))
                        .toList());
    }

    @Override
    public void addDeal(String referralId, String dealId) {
        referrals.merge(referralId, new ReferralFile(null, List.of(dealId)), (known, more) -> {
            List<String> deals = new ArrayList<>(known.deals());
            if (!deals.contains(dealId)) {
                deals.add(dealId);
            }
            return new ReferralFile(known.consent(), deals);
        });
    }

    @Override
    public void record(String referralId, Consent consent, long sequence) {
        referrals.merge(
                referralId,
                new ReferralFile(consent, List.of()),
                (known, more) -> new ReferralFile(consent, known.deals()));
    }

    @Override
    public Optional<ReferralFile> find(String referralId) {
        return Optional.ofNullable(referrals.get(referralId));
    }

    @Override
    public void add(PartnerId partner, Submitted referral) {
        submitted.put(partner + "/" + referral.referralId(), referral);
    }

    @Override
    public List<Submitted> within(PartnerId partner, LocalDate from, LocalDate to) {
        return submitted.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(partner + "/"))
                .map(Map.Entry::getValue)
                .filter(referral ->
                        !referral.on().isBefore(from) && !referral.on().isAfter(to))
                .toList();
    }

    @Override
    public void won(Collection<Credited> deals) {
        // Known from the deals themselves.
    }

    @Override
    public void recount(Collection<Credited> changed) {
        // Known from the deals themselves.
    }

    @Override
    public Counted count(PartnerId partner, LocalDate from, LocalDate to) {
        List<Submitted> submittedWithin = within(partner, from, to);
        return new Counted(
                submittedWithin.size(),
                submittedWithin.stream()
                        .filter(referral -> hasDeal(partner, referral.clientKey(), referral.referralId()))
                        .count());
    }

    @Override
    public List<Known> find(PartnerId partner, Collection<String> referralIds) {
        return referralIds.stream()
                .map(id -> submitted.get(partner + "/" + id))
                .filter(Objects::nonNull)
                .map(referral -> new Known(
                        referral.referralId(),
                        referral.on(),
                        !hasDeal(partner, referral.clientKey(), referral.referralId())))
                .toList();
    }
}
