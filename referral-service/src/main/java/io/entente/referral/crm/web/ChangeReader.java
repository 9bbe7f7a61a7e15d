package io.entente.referral.crm.web;

import io.entente.platform.domain.PlainText;
import io.entente.referral.crm.Crm;
import io.entente.referral.crm.DealChange;
import io.entente.referral.crm.DealFact;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads the changes of deals in a CRM's request. Everything else in the request, or what can't be read, is ignored. */
public interface ChangeReader {

    int MAX_TEXT_CHARACTERS = 1_000;
    /** The maximum number of decimal places, and of zeros at the end, with which a number is written out. */
    int MAX_SCALE = 100;
    /** The earliest time of a change. No CRM with webhooks is older. */
    Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    /** How far the clock of a CRM can be ahead of ours. */
    Duration MAX_AHEAD = Duration.ofMinutes(5);

    Pattern DEAL_ID = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

    /** The reader for requests of a CRM. */
    static ChangeReader of(Crm crm) {
        return switch (crm) {
            case HUBSPOT -> new HubSpotChanges();
            case SALESFORCE -> new SalesforceChanges();
            case GENERIC -> new GenericChanges();
        };
    }

    Read read(JsonNode body, Source source);

    /**
     * What is known of a request besides its body.
     *
     * @param messageId the id of the request; null if the CRM sends none
     * @param referralField the field of the CRM's deal that contains the referral's id
     * @param accounts the accounts of the CRM whose events are accepted
     */
    record Source(@Nullable String messageId, String referralField, Set<String> accounts) {

        public Source {
            accounts = Set.copyOf(accounts);
        }
    }

    /**
     * The result of reading a body.
     *
     * @param ignored the number of parts that contain no change of a deal
     * @param refused the number of parts that belong to another account of the CRM
     */
    record Read(List<DealChange> changes, int ignored, int refused) {

        public Read {
            changes = List.copyOf(changes);
        }
    }

    /** The parts of a body, which are the elements of an array or a single object. */
    static List<JsonNode> parts(JsonNode body) {
        return body.isArray() ? body.valueStream().toList() : List.of(body);
    }

    /**
     * Reads parts.
     *
     * @param reader gets a part and its position in the body
     */
    static Read each(List<JsonNode> parts, BiFunction<JsonNode, Integer, List<DealChange>> reader) {
        List<DealChange> changes = new ArrayList<>();
        int ignored = 0;
        for (int i = 0; i < parts.size(); i++) {
            List<DealChange> read = reader.apply(parts.get(i), i);
            changes.addAll(read);
            ignored += read.isEmpty() ? 1 : 0;
        }
        return new Read(changes, ignored, 0);
    }

    /** A text or number as text; empty if it is blank or too long, or if the rule for text refuses it. */
    static Optional<String> text(JsonNode node) {
        if (!node.isString() && !node.isNumber()) {
            return Optional.empty();
        }
        return node.isNumber() ? number(node) : text(node.asString());
    }

    /** A number without an exponent, unless it is so large or so small that nobody can mean it. */
    private static Optional<String> number(JsonNode node) {
        try {
            BigDecimal value = node.decimalValue();
            boolean isUsual = Math.abs((long) value.scale()) <= MAX_SCALE;
            return text(isUsual ? value.toPlainString() : value.toString());
        } catch (JacksonException infinite) {
            return Optional.empty();
        }
    }

    /**
     * The value of a fact. An empty text means that the CRM has cleared the fact: it sends null or a blank text. Empty if the CRM
     * doesn't report the fact, or if the value can't be read.
     */
    static Optional<String> fact(JsonNode node) {
        boolean isCleared = node.isNull() || (node.isString() && node.asString().isBlank());
        return isCleared ? Optional.of("") : text(node);
    }

    static Optional<String> text(@Nullable String value) {
        String text = value == null ? "" : PlainText.of(value);
        boolean isReadable = !text.isEmpty()
                && text.length() <= MAX_TEXT_CHARACTERS
                && PlainText.fault(text, true).isEmpty();
        return isReadable ? Optional.of(text) : Optional.empty();
    }

    /**
     * Takes out the changes with a time before any CRM. A change with a time in the future counts as having happened now, because
     * otherwise all later changes would look like old ones.
     */
    static Read plausible(Read read, Instant now) {
        Instant latest = now.plus(MAX_AHEAD);
        List<DealChange> plausible = read.changes().stream()
                .filter(change -> !change.at().isBefore(EARLIEST))
                .map(change -> change.at().isAfter(latest)
                        ? change.movedTo(
                                now,
                                "the CRM reported it with the time %s, which is in the future, so it counts from its arrival"
                                        .formatted(change.at()))
                        : change)
                .toList();
        int implausible = read.changes().size() - plausible.size();
        return new Read(plausible, read.ignored() + implausible, read.refused());
    }

    /**
     * A reason of loss, which partners read. Unlike other values, it is used even if it isn't quite readable: what can't be
     * shown is left out, and a long text is cut.
     */
    static Optional<String> words(JsonNode node) {
        if (!node.isString()) {
            return fact(node);
        }
        String shown = PlainText.of(node.asString()
                .codePoints()
                .filter(c -> isShown(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString());
        int end = shown.length() <= MAX_TEXT_CHARACTERS
                ? shown.length()
                : MAX_TEXT_CHARACTERS - (Character.isHighSurrogate(shown.charAt(MAX_TEXT_CHARACTERS - 1)) ? 1 : 0);
        String cut = shown.substring(0, end).strip();
        return cut.isEmpty() || PlainText.fault(cut, true).isEmpty() ? Optional.of(cut) : Optional.empty();
    }

    private static boolean isShown(int character) {
        int type = Character.getType(character);
        boolean isBreak = character == '\n' || character == '\t' || character == '\r';
        return isBreak || (type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE);
    }

    /** Says that a reason of loss is used otherwise than the CRM reported it; null if it isn't. */
    static @Nullable String remark(JsonNode reported, Map<DealFact, String> facts) {
        String used = facts.get(DealFact.LOSS_REASON);
        boolean isSame = used == null || !reported.isString() || used.equals(PlainText.of(reported.asString()));
        return isSame
                ? null
                : "the reason of loss was cut to %d characters, or characters that can't be shown were left out"
                        .formatted(MAX_TEXT_CHARACTERS);
    }

    static Optional<String> dealId(JsonNode node) {
        return text(node).filter(id -> DEAL_ID.matcher(id).matches());
    }
}
