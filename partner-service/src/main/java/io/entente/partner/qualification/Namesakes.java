package io.entente.partner.qualification;

import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.PartnerFilter;
import io.entente.partner.partnership.PartnerStatus;
import io.entente.partner.partnership.Partners;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.lists.FoldedWords;
import io.entente.platform.domain.lists.SearchText;
import io.entente.platform.domain.lists.SortOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds records that are probably of the same company: with the same domain, or with the same name. */
public final class Namesakes {

    /** These first words of a name are searched; all of its words are compared afterwards. */
    private static final int SEARCHED_WORDS = 4;

    private static final SortOrder OLDEST_FIRST = new SortOrder(PartnerFilter.APPLIED, false);

    private final Partners partners;

    public Namesakes(Partners partners) {
        this.partners = partners;
    }

    /**
     * A record that is probably of the same company.
     *
     * @param hasSameDomain whether it has the same domain; if not, it has the same name without regard to case and accents
     */
    public record Namesake(Partner partner, boolean hasSameDomain) {}

    /**
     * The other records of a partner's company. Of more than a page with the same name or domain, those are found that applied first. Erased
     * records have neither.
     */
    public List<Namesake> of(Partner partner) {
        Map<String, Namesake> found = new LinkedHashMap<>();
        String domain = partner.application().details().domain();
        if (domain != null) {
            find(null, Map.of(PartnerFilter.DOMAIN, domain))
                    .forEach(other -> found.put(other.id().value(), new Namesake(other, true)));
        }
        List<String> name = FoldedWords.of(partner.application().name());
        String searched = name.stream().limit(SEARCHED_WORDS).collect(Collectors.joining(" "));
        SearchText.of(searched).ifPresent(text -> find(text, Map.of()).stream()
                .filter(other -> FoldedWords.of(other.application().name()).equals(name))
                .forEach(other -> found.putIfAbsent(other.id().value(), new Namesake(other, false))));
        found.remove(partner.id().value());
        return new ArrayList<>(found.values());
    }

    private List<Partner> find(@Nullable SearchText text, Map<String, String> details) {
        PartnerFilter filter = new PartnerFilter(text, List.of(), null, null, null, null, details, OLDEST_FIRST);
        return partners.list(filter, PageRequest.first()).items().stream()
                .filter(partner -> partner.status() != PartnerStatus.ERASED)
                .toList();
    }
}
