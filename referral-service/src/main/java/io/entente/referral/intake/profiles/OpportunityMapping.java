package io.entente.referral.intake.profiles;

import io.entente.platform.domain.DerivedId;
import io.entente.platform.domain.FieldError;
import io.entente.referral.deals.CloseDeal;
import io.entente.referral.intake.csv.UnreadableFileException;
import io.entente.referral.intake.values.AmountReading;
import io.entente.referral.intake.values.CountryNames;
import io.entente.referral.intake.values.DateFormats;
import io.entente.referral.intake.values.DateOrder;
import io.entente.referral.intake.values.DateReading;
import io.entente.referral.partners.KnownPartner;
import io.entente.referral.referral.facts.Client;
import io.entente.referral.referral.facts.Involvement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Applies a mapping profile to a file with a given header. It understands rows, or reports everything that prevents that. */
public final class OpportunityMapping {

    /** The bounds in the contracts for a service and for the name of an organisation. */
    private static final int MAX_SERVICE_CHARACTERS = 100;

    private static final int MAX_ORGANISATION_CHARACTERS = 200;
    private static final int MAX_ID_CHARACTERS = 100;
    private static final int MAX_REASON_CHARACTERS = 1_000;
    private static final char UNREADABLE = '\uFFFD';
    private static final String REASON_NOT_GIVEN = "Not given (imported)";

    private final ImportProfile profile;
    private final RowColumns columns;
    private final DateFormats dates;
    private final DateReading dateReading;
    private final MoneyForm amounts;

    /**
     * @param reading how the file is read; what is open in it is read as the profile says
     * @throws UnreadableFileException if the header lacks a column or names one twice
     */
    public OpportunityMapping(ImportProfile profile, List<String> header, FileReading reading)
            throws UnreadableFileException {
        this.profile = profile;
        this.columns = new RowColumns(profile, header);
        this.dates = new DateFormats(profile.dateFormats(), profile.rules().zone());
        this.dateReading = reading.dates() == null ? dates.assumed() : reading.dates();
        this.amounts = new MoneyForm(
                profile,
                reading.amounts() == null ? new AmountReading(profile.decimalMark(), true) : reading.amounts());
    }

    /** The error in the form of a row whose columns can't be told apart. */
    public List<FieldError> faults(List<String> values) {
        return values.size() == columns.width()
                ? List.of()
                : List.of(new FieldError(
                        "row", "has %d values for %d columns".formatted(values.size(), columns.width())));
    }

    /** The normalised id of the row; empty if it has none. */
    public String id(List<String> values) {
        return SourceIds.normalised(profile.source(), value(values, RowField.ID));
    }

    public String column(RowField field) {
        return columns.name(field);
    }

    /** The columns from which a field can get its value. */
    public Set<String> columns(RowField field) {
        return columns.sources(field);
    }

    /** The column that has a row's value of a field. Without a value, it is the field's own column. */
    public String column(List<String> values, RowField field) {
        return columns.name(values, field);
    }

    /** The date by which rows are sorted, as sortable text; null if the row has none. */
    public @Nullable String orderedBy(List<String> values) {
        LocalDate closed = dates.parse(value(values, RowField.CLOSED_ON), dateReading);
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
        List<FieldError> warnings = new ArrayList<>();
        if (!errors.isEmpty()) {
            return Mapped.rejected(errors);
        }
        String id = text(values, RowField.ID, MAX_ID_CHARACTERS, null, errors);
        KnownPartner partner = partner(values, partnersCalled, errors);
        String service = text(
                values,
                RowField.SERVICE,
                MAX_SERVICE_CHARACTERS,
                profile.defaults().service(),
                errors);
        Client client = client(values, errors, warnings);
        Involvement involvement = involvement(values, warnings);
        Stage stage = stage(values, errors);
        LocalDate submitted = date(values, RowField.SUBMITTED_ON, latest, stage == Stage.SUBMITTED ? warnings : errors);
        LocalDate closed = closeDate(values, stage, latest, errors);
        Money value = money(values, stage, errors);
        if (stage != null) {
            requireFor(stage, values, value, errors);
        }
        // A deal that closed before its submission is accepted, and flagged for the manager.
        if (stage != Stage.WON && submitted != null && closed != null && closed.isBefore(submitted)) {
            errors.add(new FieldError(
                    column(values, RowField.CLOSED_ON), "is before " + column(values, RowField.SUBMITTED_ON)));
        }
        if (!errors.isEmpty() || partner == null || stage == null) {
            return Mapped.rejected(errors);
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
                        stage == Stage.LOST ? lossReason(values, warnings) : null,
                        hash(values),
                        columns.names()),
                List.of(),
                warnings);
    }

    /**
     * A row that was understood, or the reasons why not.
     *
     * @param warnings the facts without which the row is imported, because they can't be read and are optional
     */
    public record Mapped(@Nullable Opportunity opportunity, List<FieldError> errors, List<FieldError> warnings) {

        static Mapped rejected(List<FieldError> errors) {
            return new Mapped(null, errors, List.of());
        }
    }

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
                errors.add(
                        new FieldError(column(values, RowField.AMOUNT), "must be more than zero if the stage is WON"));
            }
        }
    }

    private void require(Stage stage, RowField field, boolean given, List<FieldError> errors) {
        if (!given) {
            errors.add(new FieldError(column(field), "is required if the stage is " + stage));
        }
    }

    private @Nullable KnownPartner partner(
            List<String> values, Function<String, List<KnownPartner>> partnersCalled, List<FieldError> errors) {
        String column = column(values, RowField.PARTNER);
        String called = value(values, RowField.PARTNER);
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

    private Client client(List<String> values, List<FieldError> errors, List<FieldError> warnings) {
        String organisation = text(values, RowField.ORGANISATION, MAX_ORGANISATION_CHARACTERS, null, errors);
        String domain = read(
                values,
                RowField.DOMAIN,
                DomainForm::read,
                "must be an Internet domain such as brightwater.example",
                warnings);
        boolean namesCountry = !value(values, RowField.COUNTRY).isEmpty();
        String country = read(
                values, RowField.COUNTRY, CountryNames::find, "must be a country such as MY or Malaysia", warnings);
        return new Client(
                organisation,
                domain,
                namesCountry ? country : profile.defaults().country(),
                null);
    }

    private @Nullable String read(
            List<String> values,
            RowField field,
            Function<String, @Nullable String> form,
            String otherwise,
            List<FieldError> warnings) {
        String text = value(values, field);
        if (text.isEmpty()) {
            return null;
        }
        String read = form.apply(text);
        if (read == null) {
            warnings.add(new FieldError(column(values, field), otherwise));
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
            errors.add(new FieldError(column(values, field), "must not be blank"));
        } else if (text.indexOf(UNREADABLE) >= 0) {
            errors.add(
                    new FieldError(column(values, field), "contains a character that is not in the file's encoding"));
        } else if (text.length() > maxCharacters) {
            errors.add(
                    new FieldError(column(values, field), "must have at most %d characters".formatted(maxCharacters)));
        }
        return text;
    }

    private Involvement involvement(List<String> values, List<FieldError> warnings) {
        String text = value(values, RowField.INVOLVEMENT);
        for (Involvement involvement : Involvement.values()) {
            if (involvement.name().equalsIgnoreCase(text)) {
                return involvement;
            }
        }
        if (!text.isEmpty()) {
            warnings.add(new FieldError(column(values, RowField.INVOLVEMENT), "must be PASSIVE, STANDARD or ACTIVE"));
        }
        Involvement otherwise = profile.defaults().involvement();
        return otherwise == null ? Involvement.STANDARD : otherwise;
    }

    private @Nullable Stage stage(List<String> values, List<FieldError> errors) {
        Stage stage = profile.stageOf(value(values, RowField.STAGE)).orElse(null);
        if (stage == null) {
            errors.add(new FieldError(
                    column(values, RowField.STAGE),
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

    /** Reads a date. One that can't be read, or is too early or too late, is null and has an error. */
    private @Nullable LocalDate date(List<String> values, RowField field, LocalDate latest, List<FieldError> errors) {
        String text = value(values, field);
        if (text.isEmpty()) {
            return null;
        }
        LocalDate date = dates.parse(text, dateReading);
        String error = date == null ? unreadable(text) : null;
        if (date != null && date.isAfter(latest)) {
            error = "must not be in the future";
        } else if (date != null && date.isBefore(CloseDeal.EARLIEST)) {
            error = "must not be before " + CloseDeal.EARLIEST;
        }
        if (error == null) {
            return date;
        }
        errors.add(new FieldError(column(values, field), error));
        return null;
    }

    private String unreadable(String text) {
        Map<DateOrder, LocalDate> readings = dates.readings(text);
        if (readings.size() == 2) {
            return "can be read as %s or as %s, and the file shows both orders of day and month"
                    .formatted(readings.get(DateOrder.DAY_FIRST), readings.get(DateOrder.MONTH_FIRST));
        }
        return readings.isEmpty() || dateReading.order() == null
                ? "must be a date such as " + dates.example()
                : "must be a date in the order of the file's other dates, which is " + dateReading.order();
    }

    /** While a deal is open, its amount is an expectation and is ignored. If it was lost, nobody pays it. */
    private @Nullable Money money(List<String> values, @Nullable Stage stage, List<FieldError> errors) {
        String text = value(values, RowField.AMOUNT);
        if (text.isEmpty() || (stage != null && stage != Stage.WON)) {
            return null;
        }
        MoneyForm.Result result = amounts.read(text, value(values, RowField.CURRENCY));
        if (result.field() != null && result.error() != null) {
            errors.add(new FieldError(column(values, result.field()), result.error()));
        }
        return result.money();
    }

    private String lossReason(List<String> values, List<FieldError> warnings) {
        String text = value(values, RowField.LOSS_REASON);
        if (text.length() > MAX_REASON_CHARACTERS) {
            warnings.add(new FieldError(
                    column(values, RowField.LOSS_REASON), "was cut to %d characters".formatted(MAX_REASON_CHARACTERS)));
            return text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, MAX_REASON_CHARACTERS)));
        }
        if (!text.isEmpty()) {
            return text;
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
        return columns.value(values, field);
    }
}
