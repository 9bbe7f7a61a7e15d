package io.entente.partner.partnership.commands;

import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.PartnerCommand;
import io.entente.partner.partnership.PartnerEvent;
import io.entente.partner.partnership.PartnerEvent.PartnerRecordChanged;
import io.entente.partner.partnership.RegisterPartner;
import io.entente.partner.partnership.details.PartnerDetails;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Changes what is known of a partner. Its model and tier are decided elsewhere, and its people have commands of their own. */
public record EditPartner(String name, String country, ZoneId timeZone, String locale, PartnerDetails details)
        implements PartnerCommand {

    @Override
    public Decision<Change<Partner, PartnerEvent>> applyTo(Partner partner, Actor actor, Instant now) {
        RegisterPartner before = partner.application();
        RegisterPartner changed = new RegisterPartner(
                name,
                before.model(),
                before.tier(),
                country,
                timeZone,
                locale,
                before.contacts(),
                before.team(),
                details);
        return partner.record(changed, new PartnerRecordChanged(actor, changed(before)));
    }

    private List<String> changed(RegisterPartner before) {
        PartnerDetails known = before.details();
        List<String> fields = new ArrayList<>();
        addIfOther(fields, "name", before.name(), name);
        addIfOther(fields, "country", before.country(), country);
        addIfOther(fields, "timeZone", before.timeZone(), timeZone);
        addIfOther(fields, "locale", before.locale(), locale);
        addIfOther(fields, "domain", known.domain(), details.domain());
        addIfOther(fields, "website", known.website(), details.website());
        addIfOther(fields, "territory", known.territory(), details.territory());
        addIfOther(fields, "industries", known.industries(), details.industries());
        addIfOther(fields, "services", known.services(), details.services());
        addIfOther(fields, "idealClient", known.idealClient(), details.idealClient());
        addIfOther(fields, "positioning", known.positioning(), details.positioning());
        addIfOther(fields, "languages", known.languages(), details.languages());
        addIfOther(fields, "owner", known.owner(), details.owner());
        return fields;
    }

    private static void addIfOther(List<String> fields, String name, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            fields.add(name);
        }
    }
}
