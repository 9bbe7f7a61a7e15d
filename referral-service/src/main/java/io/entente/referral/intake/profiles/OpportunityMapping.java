package io.entente.referral.intake.profiles;

import io.entente.platform.domain.DerivedId;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.PlainText;
import io.entente.platform.domain.Quantity;
import io.entente.referral.attribution.matching.DomainForm;
import io.entente.referral.intake.csv.UnreadableFileException;
import io.entente.referral.intake.values.AmountReading;
import io.entente.referral.intake.values.CountryNames;
import io.entente.referral.partners.KnownPartner;
import io.entente.referral.referral.facts.Client;
import io.entente.referral.referral.facts.Involvement;
import java.time.LocalDate;
import java.util.List;
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
    private static final String REASON_NOT_GIVEN = "Not given (imported)";

    /** Sorts after every date. */
    private static final String AFTER_DATES = "~";

    private final ImportProfile profile;
    private final RowColumns columns;
    private final RowDates dates;
    private final MoneyForm amounts;

    /**
     * @param reading how the file is read; what is open in it is read as the profile says
     * @throws UnreadableFileException if the header lacks a column or names one twice
     */
    public OpportunityMapping(ImportProfile profile, List<String> header, FileReading reading)
            throws UnreadableFileException {
        this.profile = profile;
        this.columns = new RowColumns(profile, header);
        this.dates = new RowDates(profile, reading.dates());
        this.amounts = new MoneyForm(
                profile,
                reading.amounts() == null ? new AmountReading(profile.decimalMark(), true) : reading.amounts());
    }

    /** The error in the form of a row whose columns can't be told apart. */
    public List<FieldError> faults(List<String> values) {
        return values.size() == columns.width()
                ? List.of()
                : List.of(new FieldError(
                        "row",
                        "has %s for %s"
                                .formatted(
                                        Quantity.of(values.size(), "value"), Quantity.of(columns.width(), "column"))));
    }

    /** The normalised id of the row; empty if it has none. */
    public String id(List<String> values) {
        return SourceIds.normalised(profile.source(), columns.value(values, RowField.ID));
    }

    /** The error in a row whose id an earlier row of the file has. */
    public FieldError repeated(long firstLine) {
        return new FieldError(
                column(RowField.ID), "must be unique in the file, but is also on line %d".formatted(firstLine));
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

    /**
     * Sortable text by which rows are sorted. Deals that were won or lost come first, by the day on which they closed. Open ones
     * follow by the day of their introduction, so that the first introduction of a client gets it.
     */
    public String orderedBy(List<String> values) {
        Stage stage = profile.stageOf(columns.value(values, RowField.STAGE)).orElse(null);
        return stage == null || stage.isClosed()
                ? sortable(RowField.CLOSED_ON, values)
                : AFTER_DATES + sortable(RowField.SUBMITTED_ON, values);
    }

    private String sortable(RowField field, List<String> values) {
        LocalDate date = dates.read(columns.value(values, field));
        return date == null ? AFTER_DATES : date.toString();
    }

    /**
     * Understands a row, or reports everything that prevents it.
     *
     * @param partnersCalled the partners with the name in the row: at most two
     * @param latest the last date that isn't in the future
     */
    public Mapped map(List<String> values, Function<String, List<KnownPartner>> partnersCalled, LocalDate latest) {
        List<FieldError> faults = faults(values);
        if (!faults.isEmpty()) {
            return Mapped.rejected(faults);
        }
        RowValues row = new RowValues(columns, values);
        String id = row.text(RowField.ID, MAX_ID_CHARACTERS, null);
        KnownPartner partner = partner(row, partnersCalled);
        String service = row.text(
                RowField.SERVICE, MAX_SERVICE_CHARACTERS, profile.defaults().service());
        Client client = client(row);
        Involvement involvement = involvement(row);
        Stage stage = stage(row);
        LocalDate submitted = submissionDate(row, stage, latest);
        LocalDate closed = closeDate(row, stage, latest);
        LocalDate expected = expectedDate(row, stage);
        Money value = money(row, stage);
        if (stage != null) {
            requireFor(stage, row, value);
        }
        // A deal that closed before its submission is accepted, and flagged for the manager.
        if (stage == Stage.LOST && submitted != null && closed != null && closed.isBefore(submitted)) {
            row.warn(
                    RowField.CLOSED_ON,
                    "is before %s, so the time of the import is used".formatted(row.column(RowField.SUBMITTED_ON)));
            closed = null;
        }
        if (!row.errors().isEmpty() || partner == null || stage == null) {
            return Mapped.rejected(row.errors());
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
                        expected,
                        value,
                        stage == Stage.LOST ? lossReason(row) : null,
                        hash(row),
                        columns.names()),
                List.of(),
                row.warnings());
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

    private void requireFor(Stage stage, RowValues row, @Nullable Money value) {
        if (stage != Stage.SUBMITTED) {
            require(stage, RowField.SUBMITTED_ON, row);
        }
        if (stage == Stage.WON) {
            require(stage, RowField.CLOSED_ON, row);
            require(stage, RowField.AMOUNT, row);
            if (value != null && value.isZero()) {
                row.error(RowField.AMOUNT, "must be more than zero if the stage is WON");
            }
        }
    }

    private static void require(Stage stage, RowField field, RowValues row) {
        if (!row.has(field)) {
            row.error(field, "is required if the stage is " + stage);
        }
    }

    private @Nullable KnownPartner partner(RowValues row, Function<String, List<KnownPartner>> partnersCalled) {
        if (!row.has(RowField.PARTNER)) {
            row.error(RowField.PARTNER, "must not be blank");
            return null;
        }
        List<KnownPartner> found = partnersCalled.apply(row.value(RowField.PARTNER));
        if (found.size() != 1) {
            row.error(
                    RowField.PARTNER,
                    "is the %s of %s partner in the program"
                            .formatted(
                                    profile.partnerBy() == ImportProfile.PartnerBy.ID ? "id" : "name",
                                    found.isEmpty() ? "no" : "more than one"));
            return null;
        }
        return found.get(0);
    }

    private Client client(RowValues row) {
        String organisation = row.text(RowField.ORGANISATION, MAX_ORGANISATION_CHARACTERS, null);
        String domain = row.optional(
                RowField.DOMAIN,
                DomainForm::read,
                "must be an Internet domain such as brightwater.example, the address of a page or an e-mail address");
        String country = row.optional(RowField.COUNTRY, CountryNames::find, "must be a country such as MY or Malaysia");
        return new Client(
                organisation,
                domain,
                row.has(RowField.COUNTRY) ? country : profile.defaults().country(),
                null);
    }

    private Involvement involvement(RowValues row) {
        String text = row.value(RowField.INVOLVEMENT);
        for (Involvement involvement : Involvement.values()) {
            if (involvement.name().equalsIgnoreCase(text)) {
                return involvement;
            }
        }
        if (!text.isEmpty()) {
            row.warn(RowField.INVOLVEMENT, "must be PASSIVE, STANDARD or ACTIVE");
        }
        Involvement otherwise = profile.defaults().involvement();
        return otherwise == null ? Involvement.STANDARD : otherwise;
    }

    private @Nullable Stage stage(RowValues row) {
        Stage stage = profile.stageOf(row.value(RowField.STAGE)).orElse(null);
        if (stage == null) {
            String known = String.join(
                    ", ", profile.stages().keySet().stream().sorted().toList());
            row.error(RowField.STAGE, "must be one of " + known);
        }
        return stage;
    }

    /** An open referral that was just submitted can do without its date. */
    private @Nullable LocalDate submissionDate(RowValues row, @Nullable Stage stage, LocalDate latest) {
        if (stage == Stage.SUBMITTED && !row.has(RowField.SUBMITTED_ON)) {
            row.warn(RowField.SUBMITTED_ON, "is missing, so the time of the import is used");
        }
        return dates.read(row.value(RowField.SUBMITTED_ON), latest, fault -> {
            if (stage == Stage.SUBMITTED) {
                row.warn(RowField.SUBMITTED_ON, fault);
            } else {
                row.error(RowField.SUBMITTED_ON, fault);
            }
        });
    }

    /** Commission depends on the date of a deal that was won. One that was lost can do without. */
    private @Nullable LocalDate closeDate(RowValues row, @Nullable Stage stage, LocalDate latest) {
        if (stage == null || !stage.isClosed()) {
            return null;
        }
        if (stage == Stage.LOST && !row.has(RowField.CLOSED_ON)) {
            row.warn(RowField.CLOSED_ON, "is missing, so the time of the import is used");
        }
        return dates.read(row.value(RowField.CLOSED_ON), latest, fault -> {
            if (stage == Stage.LOST) {
                row.warn(RowField.CLOSED_ON, fault);
            } else {
                row.error(RowField.CLOSED_ON, fault);
            }
        });
    }

    /**
     * While a deal is open, CRMs store there when it is expected to close, so the date can be in the future. It is kept because a
     * webhook that reports the end of the deal doesn't repeat a date that stays the same.
     */
    private @Nullable LocalDate expectedDate(RowValues row, @Nullable Stage stage) {
        return stage == null || stage.isClosed()
                ? null
                : dates.read(
                        row.value(RowField.CLOSED_ON), LocalDate.MAX, fault -> row.warn(RowField.CLOSED_ON, fault));
    }

    /**
     * The amount of a deal that was won, or the expected amount of another one. Many CRMs write zero if they expect none yet, or if
     * the deal was lost.
     */
    private @Nullable Money money(RowValues row, @Nullable Stage stage) {
        if (!row.has(RowField.AMOUNT)) {
            return null;
        }
        MoneyForm.Result result = amounts.read(row.value(RowField.AMOUNT), row.value(RowField.CURRENCY));
        boolean isOptional = stage != null && stage != Stage.WON;
        if (result.field() != null && result.error() != null) {
            if (isOptional) {
                row.warn(result.field(), result.error());
            } else {
                row.error(result.field(), result.error());
            }
        }
        Money money = result.money();
        return isOptional && money != null && money.isZero() ? null : money;
    }

    private String lossReason(RowValues row) {
        String text = row.value(RowField.LOSS_REASON);
        String fault = PlainText.fault(text, true).orElse(null);
        if (fault != null) {
            row.warn(RowField.LOSS_REASON, fault);
            text = "";
        }
        if (text.length() > MAX_REASON_CHARACTERS) {
            row.warn(RowField.LOSS_REASON, "was cut to %d characters".formatted(MAX_REASON_CHARACTERS));
            return text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, MAX_REASON_CHARACTERS)));
        }
        if (!text.isEmpty()) {
            return text;
        }
        String otherwise = profile.defaults().lossReason();
        return otherwise == null ? REASON_NOT_GIVEN : otherwise;
    }

    /** Of the values as the file has them, so that a row that was imported before is recognised. */
    private static String hash(RowValues row) {
        StringBuilder text = new StringBuilder();
        for (RowField field : RowField.values()) {
            String value = row.entered(field);
            text.append(value.length()).append(':').append(value);
        }
        return DerivedId.sha256(text.toString());
    }
}
