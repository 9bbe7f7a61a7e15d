package io.entente.partner.partnership;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.partner.partnership.commands.MergePartners;
import io.entente.partner.partnership.tier.Tier;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Receipt;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergePartnersTest {

    private static final Actor MANAGER = new Actor("user:pm-21");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-10-05T08:00:00Z"), ZoneOffset.UTC);

    private final InMemoryPartners partners = new InMemoryPartners();
    private final MergePartners merge = new MergePartners(partners, CLOCK);
    private final PartnerId first = registered("par_21");
    private final PartnerId second = registered("par_22");
    private final PartnerId third = registered("par_23");

    @Test
    void a_merged_record_leads_over_several_merges_to_the_one_with_which_the_company_goes_on() {
        merge(first, second);
        merge(second, third);

        assertThat(merge.resolve(first).map(Partner::id)).hasValue(third);
        assertThat(merge.resolve(third).map(Partner::id)).hasValue(third);
        assertThat(merge.resolve(new PartnerId("par_none"))).isEmpty();
    }

    @Test
    void records_that_were_merged_into_each_other_at_the_same_moment_end_the_search() {
        merge(first, second);
        merge(second, first);

        assertThat(merge.resolve(first)).isPresent();
    }

    @Test
    void nothing_is_merged_into_itself_into_nothing_or_into_a_record_that_has_ended_like_this() {
        merge(second, third);

        assertThat(merge.objection(first, first)).hasValue("must be another partner");
        assertThat(merge.objection(first, new PartnerId("par_none"))).hasValue("must be a partner");
        assertThat(merge.objection(first, second))
                .hasValue("must be a partner that isn't merged itself; it is merged into par_23");
        assertThat(merge.objection(first, third)).isEmpty();
    }

    private void merge(PartnerId duplicate, PartnerId into) {
        merge.merge(duplicate, into, "One company.", MANAGER, partner -> {})
                .orElseThrow()
                .orElseThrow();
    }

    private PartnerId registered(String text) {
        PartnerId id = new PartnerId(text);
        RegisterPartner application = new RegisterPartner(
                "Kelp Audit " + text,
                PartnershipModel.REFERRAL,
                Tier.ACTIVE,
                "PT",
                ZoneId.of("Europe/Lisbon"),
                "pt",
                List.of(new Contact("Rui", "rui@kelp.example", "Sócio")));
        partners.add(Partner.apply(id, application, MANAGER, CLOCK.instant()), new Receipt(text, "{}"));
        return id;
    }
}
