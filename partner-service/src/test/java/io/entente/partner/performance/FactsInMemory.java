package io.entente.partner.performance;

import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Facts in a map. It counts how many facts are read. */
public final class FactsInMemory implements PartnerFacts {

    private static final Comparator<PartnerFact> BY_DAY =
            Comparator.comparing(PartnerFact::day).thenComparing(PartnerFact::id);

    private final Map<String, PartnerFact> stored = new TreeMap<>();
    private final Map<String, Set<YearMonth>> unsettled = new TreeMap<>();
    private final Map<String, Long> versions = new HashMap<>();
    private int reads;

    @Override
    public boolean change(String id, Function<Optional<PartnerFact>, Optional<PartnerFact>> decide) {
        Optional<PartnerFact> before = Optional.ofNullable(stored.get(id));
        Optional<PartnerFact> after = decide.apply(before);
        if (after.isEmpty() || after.equals(before)) {
            return false;
        }
        stored.put(id, after.get());
        versions.merge(id, 1L, Long::sum);
        Set<YearMonth> months = unsettled.computeIfAbsent(id, fact -> new LinkedHashSet<>());
        Stream.concat(before.stream(), after.stream()).forEach(fact -> months.add(YearMonth.from(fact.day())));
        return true;
    }

    @Override
    public List<PartnerFact> between(String partnerId, LocalDate from, LocalDate to) {
        List<PartnerFact> found = of(partnerId)
                .filter(fact -> !fact.day().isBefore(from) && !fact.day().isAfter(to))
                .toList();
        reads += found.size();
        return found;
    }

    @Override
    public Page<PartnerFact> list(Selection of, PageRequest page) {
        List<PartnerFact> found = between(of.partnerId(), of.from(), of.to()).stream()
                .filter(fact -> of.kinds().contains(fact.kind()) && of.flows().contains(fact.flow()))
                .filter(fact -> page.after() == null || key(fact).compareTo(page.after()) > 0)
                .limit(page.fetch())
                .toList();
        return Page.of(found, page, FactsInMemory::key);
    }

    @Override
    public List<PartnerFact> latestReferrals(String partnerId, Flow flow, int limit) {
        List<PartnerFact> found = of(partnerId)
                .filter(fact -> fact.kind() == PartnerFact.Kind.REFERRED && fact.flow() == flow)
                .sorted(BY_DAY.reversed())
                .limit(limit)
                .toList();
        reads += found.size();
        return found;
    }

    @Override
    public Optional<LocalDate> lastActivity(String partnerId) {
        return of(partnerId)
                .filter(fact -> PartnerFact.ACTIVITIES.contains(fact.kind()))
                .map(PartnerFact::day)
                .max(Comparator.naturalOrder());
    }

    @Override
    public List<Changed> changed(int limit) {
        return unsettled.entrySet().stream()
                .map(fact -> new Changed(
                        fact.getKey(),
                        versions.get(fact.getKey()),
                        stored.get(fact.getKey()).partnerId(),
                        fact.getValue()))
                .sorted(Comparator.comparing(Changed::partnerId))
                .limit(limit)
                .toList();
    }

    @Override
    public void settle(List<Changed> facts) {
        facts.stream()
                .filter(fact -> versions.get(fact.id()) == fact.version())
                .forEach(fact -> unsettled.remove(fact.id()));
    }

    /** All facts that count. */
    public Set<PartnerFact> all() {
        Set<PartnerFact> all = new TreeSet<>(Comparator.comparing(PartnerFact::id));
        all.addAll(stored.values());
        return all;
    }

    /** How many facts were read since the last call. */
    public int reads() {
        int count = reads;
        reads = 0;
        return count;
    }

    private Stream<PartnerFact> of(String partnerId) {
        return stored.values().stream()
                .filter(fact -> fact.partnerId().equals(partnerId) && fact.kind() != PartnerFact.Kind.GONE)
                .sorted(BY_DAY);
    }

    private static String key(PartnerFact fact) {
        return fact.day() + "|" + fact.id();
    }
}
