package io.entente.referral.sla.web;

import io.entente.platform.domain.FieldError;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.NeedsRight;
import io.entente.platform.security.Role;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.access.Tenant;
import io.entente.referral.partners.KnownPartners;
import io.entente.referral.sla.promises.PromiseRecords;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/sla/record}: shows a partner how the firm kept its promises. */
@AllowedTo(roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.OPS, Role.ADMIN})
@NeedsRight(ownSuffices = true)
@RestController
@RequestMapping("/api/sla/record")
class SlaRecordController {

    private static final Duration DEFAULT_PERIOD = Duration.ofDays(90);
    private static final Duration LONGEST_PERIOD = Duration.ofDays(366);

    private final PromiseRecords records;
    private final KnownPartners partners;
    private final Clock clock;

    SlaRecordController(PromiseRecords records, KnownPartners partners, Clock clock) {
        this.records = records;
        this.partners = partners;
        this.clock = clock;
    }

    /**
     * Returns how the firm kept its promises to a partner on inbound referrals. A promise counts as met in the period in which it was
     * kept, and as breached in the period of its due date, whether it was kept later or not. A promise that was no longer owed
     * before its due date doesn't count, nor does one that isn't due yet. A partner gets its own record. A member who sees its own referrals only
     * gets the record of the promises on those.
     *
     * @param from the start of the period; 90 days before its end if it is missing
     * @param to the end of the period, exclusive; now if it is missing
     */
    @GetMapping
    RecordView record(
            Tenant tenant,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to) {
        String partner = readable(tenant);
        Instant end = to == null ? clock.instant() : to;
        Instant start = from == null ? end.minus(DEFAULT_PERIOD) : from;
        if (!start.isBefore(end) || Duration.between(start, end).compareTo(LONGEST_PERIOD) > 0) {
            throw refused("must be before to, by at most %d days".formatted(LONGEST_PERIOD.toDays()));
        }
        return records.of(partner, tenant.author(), start, end)
                .map(record -> RecordView.of(partner, start, end, record))
                .orElseThrow(() -> refused("must be later, because the period has more than %d referrals"
                        .formatted(PromiseRecords.MAX_REFERRALS)));
    }

    /** The record of another partner is not found. A partner knows that it exists, also if its profile is still on its way. */
    private String readable(Tenant tenant) {
        String partner = tenant.partnerId();
        if (partner == null) {
            throw InvalidInputException.malformed(List.of(new FieldError("partnerId", "must be the id of a partner")));
        }
        if (!tenant.byPartner() && partners.find(partner).isEmpty()) {
            throw new NotFoundException("partner", partner);
        }
        return partner;
    }

    private static InvalidInputException refused(String message) {
        return InvalidInputException.malformed(List.of(new FieldError("from", message)));
    }
}
