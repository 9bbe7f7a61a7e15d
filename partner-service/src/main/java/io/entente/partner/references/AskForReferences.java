package io.entente.partner.references;

import io.entente.partner.outside.OutsideMessage;
import io.entente.partner.outside.OutsideMessageKind;
import io.entente.partner.outside.OutsideMessageWriter;
import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.PartnerId;
import io.entente.partner.partnership.PartnerStatus;
import io.entente.partner.partnership.Partners;
import io.entente.partner.partnership.TextsAboutPartners;
import io.entente.partner.qualification.QualifyPartner;
import io.entente.partner.qualification.Reference;
import io.entente.partner.references.policy.ReferencePolicy;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.DerivedId;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.Receipt;
import io.entente.platform.domain.links.OneTimeLink;
import io.entente.platform.domain.policy.PolicyVersions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Asks people outside how a partner works, reminds them once, and adds what they answer to the partner's qualification. */
public final class AskForReferences implements TextsAboutPartners {

    /** A partner has at most this many requests, answered or not. */
    public static final int MAX_PER_PARTNER = 50;

    private static final int MAX_AT_ONCE = 100;

    private final ReferenceRequests requests;
    private final Partners partners;
    private final QualifyPartner qualify;
    private final OutsideMessageWriter messages;
    private final PolicyVersions<ReferencePolicy> policies;
    private final String linkPrefix;
    private final SecureRandom random;
    private final ZoneId zone;
    private final Clock clock;

    /**
     * @param linkPrefix the page that takes a link, up to the link itself
     * @param zone of the program's days
     */
    public AskForReferences(
            ReferenceRequests requests,
            Partners partners,
            QualifyPartner qualify,
            OutsideMessageWriter messages,
            PolicyVersions<ReferencePolicy> policies,
            String linkPrefix,
            SecureRandom random,
            ZoneId zone,
            Clock clock) {
        this.requests = requests;
        this.partners = partners;
        this.qualify = qualify;
        this.messages = messages;
        this.policies = policies;
        this.linkPrefix = linkPrefix;
        this.random = random;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * The result of a request.
     *
     * @param before the receipt of the first one if it is repeated; null if this is the first
     */
    public record Asked(ReferenceRequest request, @Nullable Receipt before) {}

    /**
     * Asks a referee.
     *
     * @param id the same for a repeated request
     * @param receipt creates the receipt that is stored with a new request
     * @return empty if there is no such partner
     */
    public Optional<Decision<Asked>> ask(
            String id, PartnerId partner, Referee referee, Actor by, Function<ReferenceRequest, Receipt> receipt) {
        return partners.find(partner).map(known -> {
            if (known.status() == PartnerStatus.ERASED) {
                return Decision.rejected("The personal data of this partner is erased.");
            }
            if (requests.count(partner) >= MAX_PER_PARTNER && requests.find(id).isEmpty()) {
                return Decision.rejected(
                        "%d references were asked for, which is the maximum.".formatted(MAX_PER_PARTNER));
            }
            return Decision.allowed(asked(id, known, referee, by, receipt));
        });
    }

    private Asked asked(
            String id, Partner partner, Referee referee, Actor by, Function<ReferenceRequest, Receipt> receipt) {
        Instant now = clock.instant();
        ReferencePolicy policy = policies.on(LocalDate.ofInstant(now, zone));
        OneTimeLink link = OneTimeLink.to(id, random);
        Instant until = now.plus(Duration.ofDays(policy.validDays()));
        Change<ReferenceRequest, ReferenceEvent> asked = ReferenceRequest.ask(
                partner.id(),
                partner.application().name(),
                referee,
                link,
                message(OutsideMessageKind.REFERENCE_REQUEST, referee, link, until),
                now.plus(Duration.ofDays(policy.remindAfterDays())),
                by,
                now);
        boolean isNew = requests.add(asked, receipt.apply(asked.state()));
        return new Asked(
                isNew ? asked.state() : requests.find(id).orElseThrow(),
                isNew ? null : requests.receipt(id).orElseThrow());
    }

    private OutsideMessage message(OutsideMessageKind kind, Referee referee, OneTimeLink link, Instant until) {
        return messages.write(
                DerivedId.of("oms", link.resource(), kind.name()),
                kind,
                referee.locale(),
                referee.email(),
                linkPrefix + link.text(),
                until);
    }

    /** The request that a link opens. Looking changes nothing. */
    public Optional<ReferenceRequest> find(OneTimeLink link) {
        return requests.find(link.resource()).filter(request -> request.opensWith(link, clock.instant()));
    }

    /** Takes the answer of a referee; empty if the link takes none. */
    public Optional<Decision<ReferenceRequest>> answer(OneTimeLink link, Ratings ratings) {
        return find(link)
                .flatMap(opened -> requests.change(opened.id(), request -> request.answer(ratings, clock.instant())));
    }

    /** Takes no answer any more; empty if there is no such request. */
    public Optional<Decision<ReferenceRequest>> withdraw(String id, Actor by) {
        return requests.change(id, request -> request.withdraw(by, clock.instant()));
    }

    /**
     * Adds an answer to the qualification of the partner. The two are different documents, so this follows the event of the answer, and
     * changes nothing if it comes again.
     *
     * @return false if there is nothing to add
     */
    public boolean count(String id) {
        ReferenceRequest request = requests.find(id).orElse(null);
        Ratings ratings = request == null ? null : request.ratings();
        Instant at = request == null ? null : request.endedAt();
        if (request == null || ratings == null || at == null) {
            return false;
        }
        Reference reference = new Reference(
                DerivedId.of("rfc", id),
                request.referee().source(),
                ratings.responsiveness(),
                ratings.quality(),
                ratings.collaboration(),
                ratings.followThrough(),
                ratings.comment(),
                at,
                request.askedBy().value());
        return qualify.addReference(request.partner(), reference, Actor.SYSTEM, known -> {})
                .filter(Decision::isAllowed)
                .isPresent();
    }

    /** Reminds referees who haven't answered, and ends requests whose time is over. A run costs what is due. */
    public void remindAndExpire() {
        Instant now = clock.instant();
        List<ReferenceRequest> due;
        do {
            due = requests.due(now, MAX_AT_ONCE);
            due.forEach(request -> remindOrExpire(request, now));
        } while (due.size() == MAX_AT_ONCE);
    }

    private void remindOrExpire(ReferenceRequest due, Instant now) {
        OneTimeLink link = due.link();
        if (link == null || !now.isBefore(due.until())) {
            requests.change(due.id(), request -> Decision.allowed(request.expire(now)));
            return;
        }
        String name = partners.find(due.partner()).orElseThrow().application().name();
        OutsideMessage reminder = message(OutsideMessageKind.REFERENCE_REMINDER, due.referee(), link, due.until());
        requests.change(due.id(), request -> Decision.allowed(request.remind(reminder, name, now)));
    }

    /** Withdraws what is open and erases what names a referee of a partner. */
    @Override
    public void eraseTexts(PartnerId partner) {
        requests.of(partner, PageRequest.first()).items().stream()
                .filter(request -> request.status() == RequestStatus.ASKED)
                .forEach(request -> withdraw(request.id(), Actor.SYSTEM));
        requests.erase(partner);
    }

    @Override
    public void redactTexts(PartnerId partner, UnaryOperator<String> withoutPerson) {
        requests.of(partner, PageRequest.first())
                .items()
                .forEach(request -> requests.change(
                        request.id(), known -> Decision.allowed(Change.nothing(known.redacted(withoutPerson)))));
    }
}
