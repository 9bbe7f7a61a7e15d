package io.entente.partner.partnership.mongo;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.PartnerEvent;
import io.entente.partner.partnership.PartnerEvent.ContactEvent;
import io.entente.partner.partnership.PartnerEvent.PartnerContactDeparted;
import io.entente.partner.partnership.PartnerEvent.PartnerRecordChanged;
import io.entente.partner.partnership.details.ContactLevel;
import io.entente.partner.partnership.details.PartnerRisk;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The data of the events about the record of a partner and about its contacts. It has no name or address of a person, because events are
 * kept.
 *
 * @param fields what was changed of the record; absent in events about contacts
 * @param contacts how many contacts the partner has now
 * @param owner of a departure, the person of the firm who is responsible for the partnership
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ContactJson(
        String partnerId,
        String name,
        @Nullable List<String> fields,
        @Nullable String contactId,
        @Nullable ContactLevel level,
        @Nullable Integer contacts,
        @Nullable List<PartnerRisk> risks,
        @Nullable String owner,
        Instant occurredAt,
        String actor,
        String origin) {

    static ContactJson of(Partner partner, PartnerEvent event, Instant now) {
        ContactEvent contact = event instanceof ContactEvent one ? one : null;
        return new ContactJson(
                partner.id().value(),
                partner.application().name(),
                event instanceof PartnerRecordChanged changed ? changed.fields() : null,
                contact == null ? null : contact.contactId(),
                contact == null ? null : contact.level(),
                contact == null ? null : partner.application().contacts().size(),
                contact == null ? null : partner.risks(),
                event instanceof PartnerContactDeparted ? partner.owner().orElse(null) : null,
                now,
                event.actor().value(),
                "LIVE");
    }
}
