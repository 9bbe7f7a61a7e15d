package io.entente.referral.intake;

import io.entente.messaging.ids.DerivedId;
import io.entente.messaging.rest.FieldError;
import io.entente.referral.intake.Opportunity.Stage;
import io.entente.referral.partners.KnownPartner;
import io.entente.referral.submission.Client;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The mapping profile {@code crm-opportunities}: one sales opportunity a row, as CRMs export them. The sales agent is the
 * partner, the account the client, the product the service; amounts are in US dollars.
 */
public final class CrmOpportunities {

    public static final String PROFILE = "crm-opportunities";

    static final String ID = "opportunity_id";
    static final String AGENT = "sales_agent";
    static final String PRODUCT = "product";
    static final String ACCOUNT = "account";
    static final String STAGE = "deal_stage";
    static final String ENGAGED = "engage_date";
    static final String CLOSED = "close_date";
    static final String VALUE = "close_value";
    static final List<String> COLUMNS = List.of(ID, AGENT, PRODUCT, ACCOUNT, STAGE, ENGAGED, CLOSED, VALUE);

    /** The contracts' bounds of a service and of an organisation's name. */
    private static final int MAX_PRODUCT_CHARACTERS = 100;

    private static final int MAX_ACCOUNT_CHARACTERS = 200;
    private static final int MAX_ID_CHARACTERS = 100;
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,15}(\\.\\d{1,2})?");

    private final List<String> header;
    private final Map<String, Integer> places;

    /** @throws UnreadableFileException where the header lacks a column, or names one twice */
    CrmOpportunities(List<String> header) throws UnreadableFileException {
        this.header = List.copyOf(header);
        this.places = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            String column = header.get(i).strip().toLowerCase(Locale.ROOT);
            if (places.put(column, i) != null && COLUMNS.contains(column)) {
                throw new UnreadableFileException("The header names the column %s twice.".formatted(column));
            }
        }
        List<String> missing =
                COLUMNS.stream().filter(column -> !places.containsKey(column)).toList();
        if (!missing.isEmpty()) {
            throw new UnreadableFileException(
                    "The header lacks the column(s) %s.".formatted(String.join(", ", missing)));
        }
    }

    /** What is wrong with a row's form: such a row's columns can't be told apart. */
    List<FieldError> faults(List<String> values) {
        return values.size() == header.size()
                ? List.of()
                : List.of(
                        new FieldError("row", "has %d values for %d columns".formatted(values.size(), header.size())));
    }

    String id(List<String> values) {
        return value(values, ID);
    }

    /** The date that a row is worked off by, as text that sorts; null where it has none. */
    @Nullable
    String orderedBy(List<String> values) {
        LocalDate closed = date(value(values, CLOSED));
        return closed == null ? null : closed.toString();
    }

    /**
     * Understands a row, or says everything that keeps it from being understood.
     *
     * @param partnersNamed by name, at most two
     * @param latest the last date that isn't in the future
     */
    Mapped map(List<String> values, Function<String, List<KnownPartner>> partnersNamed, LocalDate latest) {
        List<FieldError> errors = new ArrayList<>(faults(values));
        if (!errors.isEmpty()) {
            return new Mapped(null, errors);
        }
        String id = text(values, ID, MAX_ID_CHARACTERS, errors);
        KnownPartner partner = partner(value(values, AGENT), partnersNamed, errors);
        String product = text(values, PRODUCT, MAX_PRODUCT_CHARACTERS, errors);
        String account = text(values, ACCOUNT, MAX_ACCOUNT_CHARACTERS, errors);
        Stage stage = stage(value(values, STAGE), errors);
        LocalDate engaged = date(values, ENGAGED, latest, errors);
        LocalDate closed = closeDate(values, stage, latest, errors);
        Money value = money(value(values, VALUE), errors);
        if (stage != null) {
            requireFor(stage, values, value, errors);
        }
        if (engaged != null && closed != null && closed.isBefore(engaged)) {
            errors.add(new FieldError(CLOSED, "is before " + ENGAGED));
        }
        if (!errors.isEmpty() || partner == null || stage == null) {
            return new Mapped(null, errors);
        }
        Client client = new Client(account, null, null, null);
        return new Mapped(
                new Opportunity(id, partner.id(), client, product, stage, engaged, closed, value, hash(values)),
                List.of());
    }

    /** A row understood, or why it can't be. */
    record Mapped(@Nullable Opportunity opportunity, List<FieldError> errors) {}

    private static void requireFor(Stage stage, List<FieldError> errors, boolean given, String column) {
        if (!given && errors.stream().noneMatch(error -> error.field().equals(column))) {
            errors.add(new FieldError(column, "is needed where the stage is " + stage));
        }
    }

    private void requireFor(Stage stage, List<String> values, @Nullable Money value, List<FieldError> errors) {
        if (stage != Stage.PROSPECTING) {
            requireFor(stage, errors, !value(values, ENGAGED).isEmpty(), ENGAGED);
        }
        if (stage.isClosed()) {
            requireFor(stage, errors, !value(values, CLOSED).isEmpty(), CLOSED);
        }
        if (stage == Stage.WON) {
            requireFor(stage, errors, value != null, VALUE);
            if (value != null && value.isZero()) {
                errors.add(new FieldError(VALUE, "must be more than zero where the stage is WON"));
            }
        }
    }

    private static @Nullable KnownPartner partner(
            String name, Function<String, List<KnownPartner>> partnersNamed, List<FieldError> errors) {
        if (name.isEmpty()) {
            errors.add(new FieldError(AGENT, "is blank"));
            return null;
        }
        List<KnownPartner> found = partnersNamed.apply(name);
        if (found.size() != 1) {
            errors.add(new FieldError(
                    AGENT,
                    found.isEmpty()
                            ? "is the name of no partner in the program"
                            : "is the name of more than one partner in the program"));
            return null;
        }
        return found.get(0);
    }

    private String text(List<String> values, String column, int maxCharacters, List<FieldError> errors) {
        String text = value(values, column);
        if (text.isEmpty()) {
            errors.add(new FieldError(column, "is blank"));
        } else if (text.length() > maxCharacters) {
            errors.add(new FieldError(column, "has more than %d characters".formatted(maxCharacters)));
        }
        return text;
    }

    private static @Nullable Stage stage(String text, List<FieldError> errors) {
        for (Stage stage : Stage.values()) {
            if (stage.name().equalsIgnoreCase(text)) {
                return stage;
            }
        }
        errors.add(new FieldError(STAGE, "must be Prospecting, Engaging, Won or Lost"));
        return null;
    }

    /** While a deal is open, CRMs keep there when it is expected to close: no fact, and often in the future. */
    private @Nullable LocalDate closeDate(
            List<String> values, @Nullable Stage stage, LocalDate latest, List<FieldError> errors) {
        return stage == null || !stage.isClosed() ? null : date(values, CLOSED, latest, errors);
    }

    private @Nullable LocalDate date(List<String> values, String column, LocalDate latest, List<FieldError> errors) {
        String text = value(values, column);
        if (text.isEmpty()) {
            return null;
        }
        LocalDate date = date(text);
        if (date == null) {
            errors.add(new FieldError(column, "must be a date, like 2026-03-31"));
        } else if (date.isAfter(latest)) {
            errors.add(new FieldError(column, "is in the future"));
        }
        return date;
    }

    private static @Nullable LocalDate date(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            return date.getYear() < 1900 || date.getYear() > 9999 ? null : date;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static @Nullable Money money(String text, List<FieldError> errors) {
        if (text.isEmpty()) {
            return null;
        }
        if (!AMOUNT.matcher(text).matches()) {
            errors.add(new FieldError(VALUE, "must be an amount in US dollars, like 1054.00"));
            return null;
        }
        return Money.of(CurrencyUnit.USD, new BigDecimal(text));
    }

    private String hash(List<String> values) {
        StringBuilder text = new StringBuilder();
        for (String column : COLUMNS) {
            String value = value(values, column);
            text.append(value.length()).append(':').append(value);
        }
        return DerivedId.sha256(text.toString());
    }

    private String value(List<String> values, String column) {
        int place = places.getOrDefault(column, Integer.MAX_VALUE);
        return place < values.size() ? values.get(place).strip() : "";
    }
}
