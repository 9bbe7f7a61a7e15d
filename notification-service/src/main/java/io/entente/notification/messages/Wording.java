package io.entente.notification.messages;

import io.entente.notification.recipients.Colleague;
import io.entente.notification.recipients.Recipient;
import io.entente.notification.recipients.Recipients;
import io.entente.notification.recipients.Team;
import io.entente.notification.templates.Facts;
import io.entente.notification.templates.TemplateName;
import io.entente.notification.templates.Templates;
import io.entente.notification.templates.Text;
import java.util.Objects;
import java.util.Optional;

/** Renders an announcement for each of its audiences. */
public final class Wording {

    /** The template for a team's copy of the message to a partner. Its facts are partner, subject and message. */
    private static final TemplateName COPY = TemplateName.of("team-copy");

    private final Templates templates;
    private final Recipients recipients;

    public Wording(Templates templates, Recipients recipients) {
        this.templates = templates;
        this.recipients = recipients;
    }

    /** The message to a partner. The announcement must have a template for partners. */
    Text toPartner(Announcement announcement, Recipient partner) {
        return templates.render(
                Objects.requireNonNull(announcement.templateFor(partner.partnerId())),
                announcement.facts(),
                templates.language(partner.locale()),
                partner.timeZone());
    }

    /** The message to a team, or a copy of the partner's message in the team's language; empty if there is neither. */
    Optional<Text> toTeam(Announcement announcement, Team team) {
        Facts facts = announcement.facts().with("partner", partnerName(announcement.partnerId()));
        if (announcement.teamTemplate() != null) {
            return Optional.of(render(announcement.teamTemplate(), facts, team));
        }
        if (announcement.partnerTemplate() == null || !announcement.isCopied()) {
            return Optional.empty();
        }
        Text copied = render(announcement.partnerTemplate(), facts, team);
        return Optional.of(render(COPY, facts.with("subject", copied.subject()).with("message", copied.body()), team));
    }

    /** The message to a person of the firm. */
    Text toPerson(Announcement announcement, TemplateName template, Colleague person) {
        return templates.render(
                template,
                announcement.facts().with("partner", partnerName(announcement.partnerId())),
                templates.language(person.language()),
                person.zone());
    }

    /** A team's message does not wait for a profile: if the profile is missing, the partner's id stands for its name. */
    private String partnerName(String partnerId) {
        return recipients.find(partnerId).map(Recipient::name).orElse(partnerId);
    }

    private Text render(TemplateName template, Facts facts, Team team) {
        return templates.render(template, facts, templates.language(team.locale()), team.timeZone());
    }
}
