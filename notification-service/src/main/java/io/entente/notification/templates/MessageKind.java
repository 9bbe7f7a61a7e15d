package io.entente.notification.templates;

import java.util.List;
import java.util.stream.Stream;

/**
 * The kinds of message there are. A kind has a subject and paragraphs, each a text of the bundles under
 * {@code <code>.<paragraph>}. A paragraph marked {@code ?} is left out where a fact that it names is not known.
 */
public enum MessageKind {
    /** A referral from the partner came in. Facts: client, service, due (optional). */
    REFERRAL_RECEIVED("referral-received", "thanks due? next"),
    /** The firm refers a client to the partner. Facts: client, service, due (optional). */
    REFERRAL_INTRODUCED("referral-introduced", "offer due? next"),
    /** Facts: client, service, protectedUntil (optional), nextUpdate (optional). */
    REFERRAL_ACCEPTED("referral-accepted", "news protection? update? thanks"),
    /** Facts: client, service, reason, alternative (optional). */
    REFERRAL_DECLINED("referral-declined", "news reason alternative? thanks"),
    /** Facts: client, service, amount, closedOn. */
    DEAL_WON("deal-won", "news next"),
    /** Facts: client, amount, dealAmount, closedOn, plan, planVersion, rate (optional), share (optional), commissionId. */
    COMMISSION_ACCRUED("commission-accrued", "news rate? share? plan where"),
    /** Facts: client, dealAmount, reason, commissionId. */
    NO_COMMISSION_DUE("no-commission-due", "news reason where");

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
        return Stream.of(layout.split(" "))
                .map(mark -> new Paragraph(code + "." + mark.replace("?", ""), mark.endsWith("?")))
                .toList();
    }

    record Paragraph(String key, boolean optional) {}
}
