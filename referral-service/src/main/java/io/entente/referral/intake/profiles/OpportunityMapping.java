package io.entente.referral.intake.profiles;

import io.entente.platform.domain.DerivedId;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.SpreadsheetText;
import io.entente.referral.deals.CloseDeal;
import io.entente.referral.intake.csv.UnreadableFileException;
import io.entente.referral.partners.KnownPartner;
import io.entente.referral.referral.facts.Client;
import io.entente.referral.referral.facts.Involvement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Applies a mapping profile to a file with a given header. It understands rows, or reports everything that prevents that. */
public final class OpportunityMapping {

    /** The bounds in the contracts for a service and for the name of an organisation. */
    private static final int MAX_SERVICE_CHARACTERS = 100;

    private static final int MAX_ORGANISATION_CHARACTERS = 200;
    private static final int MAX_ID_CHARACTERS = 100;
    private static final int MAX_REASON_CHARACTERS = 1_000;
    private static final String REASON_NOT_GIVEN = "Not given (imported)";

    private final ImportProfile profile;
    private final int width;
    private final Map<RowField, Integer> places = new EnumMap<>(RowField.class);
    private final Map<RowField, String> columns = new EnumMap<>(RowField.class);
    private final ValueForms forms;

    /** @throws UnreadableFileException if the header lacks a column or names one twice */
    public OpportunityMapping(ImportProfile profile, List<String> header) throws UnreadableFileException {
        this.profile = profile;
        this.width = header.size();
        this.forms = new ValueForms(profile);
        Map<String, List<Integer>> placesByName = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            placesByName
                    .computeIfAbsent(ImportProfile.normalised(header.get(i)), name -> new ArrayList<>())
                    .add(i);
        }
        for (RowField field : RowField.values()) {
            locate(field, placesByName, header);
        }
        requireColumns();
    }

    private void locate(RowField field, Map<String, List<Integer>> placesByName, List<String> header)
            throws UnreadableFileException {
        for (String name : profile.namesOf(field)) {
            List<Integer> found = placesByName.getOrDefault(ImportProfile.normalised(name), List.of());
            if (found.size() > 1) {
                throw new UnreadableFileException("The header names the column %s twice.".formatted(name));
            }
            if (found.size() == 1) {
                places.put(field, found.get(0));
                columns.put(field, header.get(found.get(0)).strip());
                return;
            }
        }
    }

    private void requireColumns() throws UnreadableFileException {
        List<String> missing = Stream.of(RowField.values())
                .filter(field -> !places.containsKey(field) && isNeeded(field))
                .map(field -> String.join(" or ", profile.namesOf(field)))
                .toList();
        if (!missing.isEmpty()) {
            throw new UnreadableFileException(
                    "The header has no column(s) %s, which the profile %s needs. Perhaps the file belongs to another profile, or its separator is not %s."
                            .formatted(String.join(", ", missing), profile.code(), profile.separator()));
        }
    }

    /** A column that the profile names can be missing only if there is a default value. */
    private boolean isNeeded(RowField field) {
        return !profile.namesOf(field).isEmpty()
                && switch (field) {
                    case SERVICE -> profile.defaults().service() == null;
                    case CURRENCY -> profile.currency() == null;
                    case DOMAIN, COUNTRY, INVOLVEMENT, LOSS_REASON -> false;
                    default -> true;
                };
    }

    /** The error in the form of a row whose columns can't be told apart. */
    public List<FieldError> faults(List<String> values) {
        return values.size() == width
                ? List.of()
                : List.of(new FieldError("row", "has %d values for %d columns".formatted(values.size(), width)));
    }

    /** The normalised id of the row; empty if it has none. */
    public String id(List<String> values) {
        return SourceIds.normalised(profile.source(), value(values, RowField.ID));
    }

    public String column(RowField field) {
        return columns.getOrDefault(field, field.key());
    }

    /** The date by which rows are sorted, as sortable text; null if the row has none. */
    public @Nullable String orderedBy(List<String> values) {
        LocalDate closed = forms.date(value(values, RowField.CLOSED_ON));
        return closed == null ? null : closed.toString();
    }

    /**
     * Understands a row, or reports everything that prevents it.
     *
     * @param partnersCalled the partners with the name in the row: at most two
     * @param latest the last date that isn't in the future
     */
    public Mapped map(List<String> values, Function<String, List<KnownPartner>> partnersCalled, LocalDate latest) {
        List<FieldError> errors = new ArrayList<>(faults(values));
        if (!errors.isEmpty()) {
            return new Mapped(null, errors);
        }
        String id = text(values, RowField.ID, MAX_ID_CHARACTERS, null, errors);
        KnownPartner partner = partner(value(values, RowField.PARTNER), partnersCalled, errors);
        String service = text(
                values,
                RowField.SERVICE,
                MAX_SERVICE_CHARACTERS,
                profile.defaults().service(),
                errors);
        Client client = client(values, errors);
        Involvement involvement = involvement(value(values, RowField.INVOLVEMENT), errors);
        Stage stage = stage(value(values, RowField.STAGE), errors);
        LocalDate submitted = date(values, RowField.SUBMITTED_ON, latest, errors);
        LocalDate closed = closeDate(values, stage, latest, errors);
        Money value = money(values, stage, errors);
        if (stage != null) {
            requireFor(stage, values, value, errors);
        }
        if (submitted != null && closed != null && closed.isBefore(submitted)) {
            errors.add(new FieldError(column(RowField.CLOSED_ON), "is before " + column(RowField.SUBMITTED_ON)));
        }
        if (!errors.isEmpty() || partner == null || stage == null) {
            return new Mapped(null, errors);
        }
        return new Mapped(
                new Opportunity(
                        profile.source(),
                        SourceIds.normalised(profile.source(), id),
                        partner.id(),
                        client,
                        service,
                        involvement,
                        stage,
                        submitted,
                        closed,
                        value,
                        stage == Stage.LOST ? lossReason(values) : null,
                        hash(values),
                        columns),
                List.of());
    }

    /** A row that was understood, or the reasons why not. */
    public record Mapped(@Nullable Opportunity opportunity, List<FieldError> errors) {}

    private void requireFor(Stage stage, List<String> values, @Nullable Money value, List<FieldError> errors) {
        if (stage != Stage.SUBMITTED) {
            require(
                    stage,
                    RowField.SUBMITTED_ON,
                    !value(values, RowField.SUBMITTED_ON).isEmpty(),
                    errors);
        }
        if (stage.isClosed()) {
            require(
                    stage,
                    RowField.CLOSED_ON,
                    !value(values, RowField.CLOSED_ON).isEmpty(),
                    errors);
        }
        if (stage == Stage.WON) {
            require(stage, RowField.AMOUNT, !value(values, RowField.AMOUNT).isEmpty(), errors);
            if (value != null && value.isZero()) {
                errors.add(new FieldError(column(RowField.AMOUNT), "must be more than zero if the stage is WON"));
            }
        }
    }

    private void require(Stage stage, RowField field, boolean given, List<FieldError> errors) {
        if (!given) {
            errors.add(new FieldError(column(field), "is required if the stage is " + stage));
        }
    }

    private @Nullable KnownPartner partner(
            String called, Function<String, List<KnownPartner>> partnersCalled, List<FieldError> errors) {
        String column = column(RowField.PARTNER);
        if (called.isEmpty()) {
            errors.add(new FieldError(column, "must not be blank"));
            return null;
        }
        List<KnownPartner> found = partnersCalled.apply(called);
        if (found.size() != 1) {
            String what = profile.partnerBy() == ImportProfile.PartnerBy.ID ? "id" : "name";
            errors.add(new FieldError(
                    column,
                    "is the %s of %s partner in the program"
                            .formatted(what, found.isEmpty() ? "no" : "more than one")));
            return null;
        }
        return found.get(0);
    }

    private Client client(List<String> values, List<FieldError> errors) {
        String organisation = text(values, RowField.ORGANISATION, MAX_ORGANISATION_CHARACTERS, null, errors);
        String domain = read(
                values,
                RowField.DOMAIN,
                forms::domain,
                "must be an Internet domain such as brightwater.example",
                errors);
        String country =
                read(values, RowField.COUNTRY, forms::country, "must be a country such as MY or Malaysia", errors);
        return new Client(
                organisation, domain, country == null ? profile.defaults().country() : country, null);
    }

    private @Nullable String read(
            List<String> values,
            RowField field,
            Function<String, @Nullable String> form,
            String otherwise,
            List<FieldError> errors) {
        String text = value(values, field);
        if (text.isEmpty()) {
            return null;
        }
        String read = form.apply(text);
        if (read == null) {
            errors.add(new FieldError(column(field), otherwise));
        }
        return read;
    }

    private String text(
            List<String> values,
            RowField field,
            int maxCharacters,
            @Nullable String otherwise,
            List<FieldError> errors) {
        String text = value(values, field);
        if (text.isEmpty() && otherwise != null) {
            return otherwise;
        }
        if (text.isEmpty()) {
            errors.add(new FieldError(column(field), "must not be blank"));
        } else if (text.length() > maxCharacters) {
            errors.add(new FieldError(column(field), "must have at most %d characters".formatted(maxCharacters)));
        }
        return text;
    }

    private Involvement involvement(String text, List<FieldError> errors) {
        for (Involvement involvement : Involvement.values()) {
            if (involvement.name().equalsIgnoreCase(text)) {
                return involvement;
            }
        }
        if (!text.isEmpty()) {
            errors.add(new FieldError(column(RowField.INVOLVEMENT), "must be PASSIVE, STANDARD or ACTIVE"));
        }
        Involvement otherwise = profile.defaults().involvement();
        return otherwise == null ? Involvement.STANDARD : otherwise;
    }

    private @Nullable Stage stage(String text, List<FieldError> errors) {
        Stage stage = profile.stageOf(text).orElse(null);
        if (stage == null) {
            errors.add(new FieldError(
                    column(RowField.STAGE),
                    "must be one of %s"
                            .formatted(String.join(
                                    ", ",
                                    profile.stages().keySet().stream().sorted().toList()))));
        }
        return stage;
    }

    /**
     * While a deal is open, CRMs store there when it is expected to close. This is not a fact, and it is often in the future.
     */
    private @Nullable LocalDate closeDate(
            List<String> values, @Nullable Stage stage, LocalDate latest, List<FieldError> errors) {
        return stage == null || !stage.isClosed() ? null : date(values, RowField.CLOSED_ON, latest, errors);
    }

    private @Nullable LocalDate date(List<String> values, RowField field, LocalDate latest, List<FieldError> errors) {
        String text = value(values, field);
        if (text.isEmpty()) {
            return null;
        }
        LocalDate date = forms.date(text);
        if (date == null) {
            errors.add(new FieldError(column(field), "must be a date such as " + forms.exampleDate()));
        } else if (date.isAfter(latest)) {
            errors.add(new FieldError(column(field), "must not be in the future"));
        } else if (date.isBefore(CloseDeal.EARLIEST)) {
            errors.add(new FieldError(column(field), "must not be before " + CloseDeal.EARLIEST));
        }
        return date;
    }

    /** While a deal is open, its amount is an expectation and is ignored. */
    private @Nullable Money money(List<String> values, @Nullable Stage stage, List<FieldError> errors) {
        String text = value(values, RowField.AMOUNT);
        if (text.isEmpty()) {
            return null;
        }
        CurrencyUnit currency = forms.currency(value(values, RowField.CURRENCY));
        if (currency == null) {
            if (stage == Stage.WON) {
                errors.add(new FieldError(column(RowField.CURRENCY), "must be an ISO 4217 code such as USD"));
            }
            return null;
        }
        Money money = forms.money(text, currency);
        if (money == null) {
            errors.add(new FieldError(
                    column(RowField.AMOUNT),
                    "must be an amount in %s such as %s".formatted(currency, forms.exampleAmount())));
        }
        return money;
    }

    private String lossReason(List<String> values) {
        String text = value(values, RowField.LOSS_REASON);
        if (!text.isEmpty()) {
            return text.substring(0, Math.min(text.length(), MAX_REASON_CHARACTERS));
        }
        String otherwise = profile.defaults().lossReason();
        return otherwise == null ? REASON_NOT_GIVEN : otherwise;
    }

    private String hash(List<String> values) {
        StringBuilder text = new StringBuilder();
        for (RowField field : RowField.values()) {
            String value = value(values, field);
            text.append(value.length()).append(':').append(value);
        }
        return DerivedId.sha256(text.toString());
    }

    private String value(List<String> values, RowField field) {
        int place = places.getOrDefault(field, Integer.MAX_VALUE);
        return place < values.size()
                ? SpreadsheetText.original(values.get(place)).strip()
                : "";
    }
}
