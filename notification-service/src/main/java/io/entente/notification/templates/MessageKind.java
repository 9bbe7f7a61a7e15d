package io.entente.notification.templates;

import java.util.List;
import java.util.stream.Stream;

/**
 * The kinds of message there are, as a table: a code, under which the bundles have the texts, and the paragraphs in their
 * order. A paragraph {@code news} is the text {@code <code>.news}; one with a dot is a text that several kinds share. One
 * marked {@code ?} is left out where a fact that it names is not known. The facts of a kind are its texts' placeholders.
 */
public enum MessageKind {
    // The partner refers a client to the firm.
    REFERRAL_RECEIVED("referral-received", "thanks shared.answer? next"),
    INFORMATION_REQUESTED("information-requested", "news due? next"),
    INFORMATION_PROVIDED("information-provided", "thanks shared.answer?"),
    REFERRAL_ACCEPTED("referral-accepted", "news protection? shared.update? thanks"),
    REFERRAL_DECLINED("referral-declined", "news " + Layouts.WHY + " alternative? thanks"),
    REFERRAL_WITHDRAWN("referral-withdrawn", "receipt " + Layouts.WHY + " next"),
    CLIENT_CONTACTED("client-contacted", "news shared.update? thanks"),
    MEETING_HELD("meeting-held", "news next shared.update?"),
    PROPOSAL_SENT("proposal-sent", "news next shared.update?"),
    DEAL_WON("deal-won", "news next"),
    REFERRAL_LOST("referral-lost", "news " + Layouts.WHY + " thanks"),

    // The firm refers a client to the partner, which tells how it goes.
    REFERRAL_INTRODUCED("referral-introduced", "offer due? next"),
    QUESTIONS_RECEIVED("questions-received", "receipt next"),
    QUESTIONS_ANSWERED("questions-answered", "news referral-introduced.due?"),
    REFERRAL_TAKEN_ON("referral-taken-on", "news next update?"),
    REFERRAL_TURNED_DOWN("referral-turned-down", "news " + Layouts.WHY + " thanks"),
    REFERRAL_RECALLED("referral-recalled", "news " + Layouts.WHY + " thanks"),
    PROGRESS_NOTED("progress-noted", "receipt referral-taken-on.update?"),
    DEAL_NOTED("deal-noted", "news next"),
    LOSS_NOTED("loss-noted", "receipt " + Layouts.WHY + " thanks"),
    FOLLOW_UP_DUE("follow-up-due", "news next"),
    FOLLOW_UP_OVERDUE("follow-up-overdue", "news next"),

    // In both directions.
    PROTECTION_EXPIRING("protection-expiring", "news next"),
    REFERRAL_EXPIRED("referral-expired", "news until? next"),
    REFERRAL_REOPENED("referral-reopened", "news " + Layouts.WHY + " shared.answer?"),
    EXTENSION_REQUESTED("extension-requested", "receipt next"),
    EXTENSION_REFUSED("extension-refused", "news until? " + Layouts.WHY),
    PROTECTION_EXTENDED("protection-extended", "news " + Layouts.WHY),
    NOTE_SHARED("note-shared", "news next"),
    SATISFACTION_RATED("satisfaction-rated", "news thanks"),
    DEAL_REVERSED("deal-reversed", "news " + Layouts.WHY + " next"),

    // Two partners, one client.
    CONFLICT_DETECTED("conflict-detected", "news next shared.answer?"),
    CONFLICT_WON("conflict-won", "news shared.rule " + Layouts.WHY),
    CONFLICT_LOST("conflict-lost", "news shared.rule " + Layouts.WHY + " next"),
    CONFLICT_SHARED("conflict-shared", "news share? shared.rule " + Layouts.WHY),
    CONFLICT_DECIDED("conflict-decided", "news shared.rule " + Layouts.WHY),

    // Money.
    COMMISSION_ACCRUED("commission-accrued", "news rate? share? plan shared.calculation"),
    NO_COMMISSION_DUE("no-commission-due", "news reason where"),
    COMMISSION_RELEASED("commission-released", "news next shared.calculation"),
    COMMISSION_FREED("commission-freed", "news shared.calculation"),
    COMMISSION_HELD("commission-held", "news " + Layouts.WHY + " next"),
    COMMISSION_ADJUSTED("commission-adjusted", "news total? " + Layouts.WHY + " shared.calculation"),
    COMMISSION_CLAWED_BACK("commission-clawed-back", "news " + Layouts.WHY + " next shared.calculation"),
    COMMISSION_VOIDED("commission-voided", "news " + Layouts.WHY + " shared.calculation"),
    STATEMENT_ISSUED("statement-issued", "news shared.figures shared.carried? next"),
    STATEMENT_FINALIZED("statement-finalized", "news shared.figures shared.carried? next"),
    PAYOUT_APPROVED("payout-approved", "news when?"),
    PAYOUT_PAID("payout-paid", "news reference? thanks"),
    PAYOUT_FAILED("payout-failed", "news " + Layouts.WHY + " next"),
    PAYOUT_RETURNED("payout-returned", "news " + Layouts.WHY + " payout-failed.next"),

    // To the firm's own teams.
    TEAM_SLA_REMINDER("team-sla-reminder", "news shared.referral"),
    TEAM_SLA_BREACHED("team-sla-breached", "news shared.referral"),
    TEAM_SLA_ESCALATED("team-sla-escalated", "news shared.referral"),
    TEAM_EXTENSION_REQUESTED("team-extension-requested", "news shared.referral"),
    TEAM_COMMISSION_HELD("team-commission-held", "news " + Layouts.WHY),
    TEAM_PAYOUT_FAILED("team-payout-failed", "news " + Layouts.WHY),
    TEAM_PAYOUT_RETURNED("team-payout-returned", "news " + Layouts.WHY),
    /** Of whatever a team has no words of its own for: the partner's message. Facts: partner, subject, message. */
    TEAM_COPY("team-copy", "news");

    private final String code;
    private final String layout;

    MessageKind(String code, String layout) {
        this.code = code;
        this.layout = layout;
    }

    /** The subject's key. */
    String subject() {
        return code + ".subject";
    }

    /** The body's paragraphs, in order. */
    List<Paragraph> body() {
        return Stream.of(layout.split(" ")).map(this::paragraph).toList();
    }

    private Paragraph paragraph(String mark) {
        String name = mark.replace("?", "");
        return new Paragraph(name.contains(".") ? name : code + "." + name, mark.endsWith("?"));
    }

    record Paragraph(String key, boolean optional) {}

    /** An enum's constants can't see its own static fields. */
    private static final class Layouts {

        /** By a word of the list, or in somebody's words, or both: see {@link Facts#withReason}. */
        static final String WHY = "shared.because? shared.reason? shared.note?";
    }
}
