package io.entente.commission.partners.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.github.benmanes.caffeine.cache.Ticker;
import io.entente.commission.partners.Addressee;
import io.entente.commission.partners.PartnerDirectory;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.partners.PartnerNames;
import io.entente.commission.partners.PartnerProfile;
import io.entente.commission.partners.PartnerProfiles;
import io.entente.commission.partners.PartnershipModel;
import io.entente.commission.partners.Tier;
import io.entente.commission.partners.TierHistory;
import io.entente.commission.partners.TierHistory.TierPeriod;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.lists.ListEntry;
import io.entente.platform.domain.lists.ListQuery;
import io.entente.platform.domain.lists.SearchTerms;
import io.entente.platform.domain.lists.SearchText;
import io.entente.platform.domain.lists.SortKey;
import io.entente.platform.domain.lists.SortOrder;
import io.entente.platform.events.consume.Handled;
import io.entente.platform.events.replica.ReplicaTable;
import io.entente.platform.runtime.lists.IndexedList;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Stores profiles in the collection {@code partner_profiles}, a local copy of the topic {@code partner.profiles}. */
@Repository
class MongoPartnerProfiles implements PartnerProfiles, PartnerDirectory, PartnerNames {

    static final String COLLECTION = "partner_profiles";

    /**
     * How long an instance may use a cached profile that another instance has replaced. Profiles and deals come from
     * different topics, so their order is not guaranteed anyway. When this was one second, with a thousand active
     * partners, the look-ups took a third of the consumers' time.
     */
    static final Duration FRESH_FOR = Duration.ofSeconds(10);

    static final List<String> ORDERS = List.of("name");

    /** Raised by one if entries of the list are made in another way. */
    static final int FORM_OF_LIST = 1;

    private static final int MAX_WORDS = 12;

    private final MongoOperations mongo;
    private final IndexedList list;
    private final ReplicaTable<ProfileDocument, PartnerProfile> table;

    MongoPartnerProfiles(MongoOperations mongo, Ticker ticker, Clock clock) {
        this.mongo = mongo;
        this.list = new IndexedList(mongo, COLLECTION, ORDERS, clock);
        this.table = new ReplicaTable<>(mongo, ProfileDocument.FORM, FRESH_FOR, ticker);
    }

    @Override
    public Optional<PartnerProfile> find(PartnerId id) {
        return table.find(id.value());
    }

    @Override
    public void prefetch(Collection<PartnerId> ids) {
        table.prefetch(ids.stream().map(PartnerId::value).toList());
    }

    @Override
    public boolean learn(PartnerProfile profile) {
        return table.apply(profile) == Handled.APPLIED;
    }

    @Override
    public List<PartnerId> ids(@Nullable String after, int count) {
        Query page = after == null ? new Query() : query(where("_id").gt(after));
        page.fields().include("_id");
        return mongo.find(page.with(Sort.by("_id")).limit(count), Document.class, COLLECTION).stream()
                .map(document -> new PartnerId(document.getString("_id")))
                .toList();
    }

    /** Reads the store each time. An erased name is therefore never used again, whichever instance erased it. */
    @Override
    public Optional<Addressee> addressee(PartnerId id) {
        return Optional.ofNullable(mongo.findById(id.value(), ProfileDocument.class, COLLECTION))
                .map(ProfileDocument::toProfile)
                .map(PartnerProfile::addressee);
    }

    @Override
    public List<PartnerId> named(SearchText text) {
        ListQuery query = new ListQuery(List.of(), text, null, null, new SortOrder(ORDERS.get(0), false));
        return list.page(query, new PageRequest(MOST, null)).items().stream()
                .map(PartnerId::new)
                .toList();
    }

    @Override
    public void erase(PartnerId id) {
        Handled unused = table.erase(id.value());
    }

    /**
     * The document of a profile. A tombstone removes only the name, the words by which it is found, and the domains, because tiers and
     * model still price the partner's
     * deals.
     *
     * @param tier the only tier, if the document is from before histories were kept; otherwise null
     * @param tiers the oldest first
     */
    record ProfileDocument(
            @Id String id,
            @Nullable Tier tier,
            @Nullable List<PeriodDocument> tiers,
            PartnershipModel model,
            long version,
            @Nullable String name,
            @Nullable String locale,
            @Nullable List<String> domains,
            @Nullable ListEntry list) {

        static final ReplicaTable.Form<ProfileDocument, PartnerProfile> FORM = new ReplicaTable.Form<>(
                COLLECTION,
                ProfileDocument.class,
                ProfileDocument::toProfile,
                ProfileDocument::of,
                profile -> profile.id().value(),
                PartnerProfile::version,
                List.of("name", "domains", IndexedList.FIELD));

        static ProfileDocument of(PartnerProfile profile) {
            Addressee addressee = profile.addressee();
            return new ProfileDocument(
                    profile.id().value(),
                    null,
                    profile.tiers().periods().stream().map(PeriodDocument::of).toList(),
                    profile.model(),
                    profile.version(),
                    addressee == null ? null : addressee.name(),
                    addressee == null ? null : addressee.locale().toLanguageTag(),
                    profile.domains().stream().sorted().toList(),
                    addressee == null ? null : entry(profile.id().value(), addressee.name()));
        }

        /** The entry by which a partner is found; one without words if its name is unknown or erased. */
        ListEntry entry() {
            return name == null ? ListEntry.of(List.of(), SearchTerms.of(0), Map.of()) : entry(id, name);
        }

        private static ListEntry entry(String id, String name) {
            return ListEntry.of(
                    List.of(), SearchTerms.of(MAX_WORDS, name), Map.of(ORDERS.get(0), SortKey.of(name, id)));
        }

        PartnerProfile toProfile() {
            Addressee addressee =
                    name == null || locale == null ? null : new Addressee(name, Locale.forLanguageTag(locale));
            return new PartnerProfile(
                    new PartnerId(id),
                    history(),
                    model,
                    version,
                    addressee,
                    domains == null ? Set.of() : Set.copyOf(domains));
        }

        private TierHistory history() {
            return tiers == null
                    ? TierHistory.always(Objects.requireNonNull(tier, "tier"))
                    : new TierHistory(
                            tiers.stream().map(PeriodDocument::toPeriod).toList());
        }

        /** The stored form of a tier. The day is text, so that no time zone can move it. */
        record PeriodDocument(Tier tier, @Nullable String effectiveOn) {

            static PeriodDocument of(TierPeriod period) {
                LocalDate day = period.effectiveOn();
                return new PeriodDocument(period.tier(), day == null ? null : day.toString());
            }

            TierPeriod toPeriod() {
                return new TierPeriod(tier, effectiveOn == null ? null : LocalDate.parse(effectiveOn));
            }
        }
    }
}
