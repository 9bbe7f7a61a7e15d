package io.entente.notification.messages;

import io.entente.notification.recipients.Recipient;
import io.entente.notification.recipients.Recipients;
import io.entente.notification.recipients.Team;
import io.entente.notification.templates.Facts;
import io.entente.notification.templates.Language;
import io.entente.notification.templates.MessageKind;
import io.entente.notification.templates.Templates;
import io.entente.notification.templates.Text;
import java.util.Objects;
import java.util.Optional;

/** Puts news into the words of who is told. */
public final class Wording {

    private final Templates templates;
    private final Recipients recipients;

    public Wording(Templates templates, Recipients recipients) {
        this.templates = templates;
        this.recipients = recipients;
    }

    /** Of news that is told to partners. */
    Text toPartner(News news, Recipient partner) {
        return templates.render(
                Objects.requireNonNull(news.toPartner()),
                news.facts(),
                Language.of(partner.locale()),
                partner.timeZone());
    }

    /** A team's own words or, where there are none, a copy of the partner's message in the team's language. */
    Optional<Text> toTeam(News news, Team team) {
        Facts facts = news.facts().with("partner", partnerName(news.partnerId()));
        if (news.toTeam() != null) {
            return Optional.of(render(news.toTeam(), facts, team));
        }
        if (news.toPartner() == null) {
            return Optional.empty();
        }
        Text copied = render(news.toPartner(), facts, team);
        return Optional.of(render(
                MessageKind.TEAM_COPY, facts.with("subject", copied.subject()).with("message", copied.body()), team));
    }

    /** A team isn't kept waiting for the name of a partner whose profile hasn't arrived or was erased. */
    private String partnerName(String partnerId) {
        return recipients.find(partnerId).map(Recipient::name).orElse(partnerId);
    }

    private Text render(MessageKind kind, Facts facts, Team team) {
        return templates.render(kind, facts, Language.of(team.locale()), team.timeZone());
    }
}
