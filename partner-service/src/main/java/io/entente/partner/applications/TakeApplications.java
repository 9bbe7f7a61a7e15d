package io.entente.partner.applications;

import io.entente.partner.applications.policy.ApplicationPolicy;
import io.entente.partner.outside.OutsideMessage;
import io.entente.partner.outside.OutsideMessageKind;
import io.entente.partner.outside.OutsideMessageWriter;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.DerivedId;
import io.entente.platform.domain.Receipt;
import io.entente.platform.domain.links.OneTimeLink;
import io.entente.platform.domain.policy.PolicyVersions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes applications from anybody, confirms their addresses by a link, and ends those that nobody confirms. */
public final class TakeApplications {

    private static final int MAX_AT_ONCE = 100;

    private final Applications applications;
    private final OutsideMessageWriter messages;
    private final PolicyVersions<ApplicationPolicy> policies;
    private final String linkPrefix;
    private final SecureRandom random;
    private final ZoneId zone;
    private final Clock clock;

    /**
     * @param linkPrefix the page that takes a link, up to the link itself
     * @param zone of the program's days
     */
    public TakeApplications(
            Applications applications,
            OutsideMessageWriter messages,
            PolicyVersions<ApplicationPolicy> policies,
            String linkPrefix,
            SecureRandom random,
            ZoneId zone,
            Clock clock) {
        this.applications = applications;
        this.messages = messages;
        this.policies = policies;
        this.linkPrefix = linkPrefix;
        this.random = random;
        this.zone = zone;
        this.clock = clock;
    }

    /** The policy that is in force today. */
    public ApplicationPolicy policy() {
        return policies.on(LocalDate.ofInstant(clock.instant(), zone));
    }

    /** The receipt of an application that was submitted before. */
    public Optional<Receipt> receipt(String id) {
        return applications.receipt(id);
    }

    /**
     * Takes an application and asks the applicant to confirm its address. The mail says nothing that the applicant has entered, because
     * the address may be somebody else's.
     *
     * @param receipt creates the receipt that is stored with a new application
     */
    public Submission submit(String id, ApplicationForm form, Function<PartnerApplication, Receipt> receipt) {
        Instant now = clock.instant();
        ApplicationPolicy policy = policy();
        OneTimeLink link = OneTimeLink.to(id, random);
        OutsideMessage confirmation = messages.write(
                DerivedId.of("oms", id),
                OutsideMessageKind.APPLICATION_CONFIRMATION,
                form.partner().locale(),
                form.applicant().email(),
                linkPrefix + link.text(),
                now.plus(policy.confirmWithin()));
        Consent consent = new Consent(policy.version(), form.partner().locale(), now);
        Change<PartnerApplication, ApplicationEvent> submitted =
                PartnerApplication.submit(id, form, consent, link, confirmation, now);
        boolean isNew = applications.add(submitted, receipt.apply(submitted.state()));
        return new Submission(
                submitted.state(), isNew ? null : applications.receipt(id).orElseThrow());
    }

    /**
     * The result of a submission.
     *
     * @param before the receipt of the first request if the application was submitted at the same time; null if this is the first
     */
    public record Submission(PartnerApplication application, @Nullable Receipt before) {}

    /** The application that a link opens. Looking changes nothing. */
    public Optional<PartnerApplication> find(OneTimeLink link) {
        return applications.find(link.resource()).filter(application -> application.opensWith(link, clock.instant()));
    }

    /** Confirms the address of an application; empty if the link opens none. */
    public Optional<Decision<PartnerApplication>> confirm(OneTimeLink link) {
        Instant now = clock.instant();
        Instant linkUntil = now.plus(policy().linkValid());
        return find(link)
                .flatMap(
                        opened -> applications.change(opened.id(), application -> application.confirm(linkUntil, now)));
    }

    /** Ends applications that nobody confirmed in time, and forgets those whose links have ended. A run costs what is due. */
    public void endDue() {
        Instant now = clock.instant();
        List<PartnerApplication> due;
        do {
            due = applications.due(now, MAX_AT_ONCE);
            due.forEach(application -> end(application, now));
        } while (due.size() == MAX_AT_ONCE);
    }

    private void end(PartnerApplication application, Instant now) {
        if (application.state() == ApplicationState.UNCONFIRMED) {
            Instant forgetAt = now.plus(policy().endedKept());
            applications.change(application.id(), known -> Decision.allowed(known.end(forgetAt, now)));
        } else {
            applications.forget(application.id(), now);
        }
    }
}
