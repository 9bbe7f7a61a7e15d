package io.entente.referral.intake.profiles;

import io.entente.platform.domain.FieldError;
import io.entente.referral.attribution.matching.ClientIdentity;
import io.entente.referral.deals.Deal;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralStatus;
import io.entente.referral.referral.facts.Client;
import io.entente.referral.referral.facts.SubmitReferral;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares the row of an import with those facts of its referral that never change. A fact about the client that an earlier row
 * didn't have is added, unless the referral has a deal already.
 */
public final class OpportunityDifferences {

    private final Referral existing;
    private final Opportunity row;
    private final List<FieldError> errors = new ArrayList<>();
    private final List<FieldError> warnings = new ArrayList<>();
    private final List<String> added = new ArrayList<>();
    private Client client;

    private OpportunityDifferences(Referral existing, Opportunity row) {
        this.existing = existing;
        this.row = row;
        this.client = existing.introduction().client();
    }

    /** @param deal that won the referral */
    public static OpportunityDifferences of(Referral existing, Optional<Deal> deal, Opportunity row) {
        OpportunityDifferences differences = new OpportunityDifferences(existing, row);
        differences.compareIntroduction();
        if (existing.status() == row.stage().status()) {
            differences.compareFacts(deal);
        }
        return differences;
    }

    /** Why the row can't be imported, by column. */
    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    /** What stays as it is although the row says something else, by column. */
    public List<FieldError> warnings() {
        return List.copyOf(warnings);
    }

    /** The client with the facts that were missing. */
    public Client client() {
        return client;
    }

    /** The facts that were missing, such as {@code domain fichte.example}. */
    public List<String> added() {
        return List.copyOf(added);
    }

    private void compareIntroduction() {
        SubmitReferral introduction = existing.introduction();
        if (!introduction.partnerId().equals(row.partnerId())) {
            errors.add(new FieldError(
                    row.column(RowField.PARTNER),
                    "must be %s, the partner of the referral".formatted(introduction.partnerId())));
        }
        compareClient();
        if (!introduction.service().equals(row.service())) {
            errors.add(new FieldError(
                    row.column(RowField.SERVICE),
                    "must be %s, the service of the referral".formatted(introduction.service())));
        }
        if (introduction.involvement() != row.involvement()) {
            warnings.add(stays(RowField.INVOLVEMENT, introduction.involvement()));
        }
    }

    private void compareClient() {
        boolean isSameKey = client.key().equals(row.client().key());
        if (!isSameKey && !isSameOrganisation()) {
            errors.add(mustBe(RowField.ORGANISATION, client.organisation(), "client"));
            return;
        }
        String domain = addedOrSame(RowField.DOMAIN, domainOf(client), domainOf(row.client()), isSameKey);
        String country =
                addedOrSame(RowField.COUNTRY, client.country(), row.client().country(), isSameKey);
        client = new Client(
                client.organisation(), client.domain() == null ? domain : client.domain(), country, client.contact());
    }

    private boolean isSameOrganisation() {
        return identity(client).name().equals(identity(row.client()).name());
    }

    /** The domain as two clients are compared by it; null if it belongs to a mail provider. */
    private static @Nullable String domainOf(Client client) {
        return identity(client).domain();
    }

    private static ClientIdentity identity(Client client) {
        return ClientIdentity.of(client.organisation(), client.domain(), client.country(), Set.of());
    }

    private @Nullable String addedOrSame(
            RowField field, @Nullable String here, @Nullable String inRow, boolean isSameKey) {
        if (inRow == null || inRow.equals(here)) {
            return here;
        }
        if (here != null) {
            if (!isSameKey) {
                errors.add(mustBe(field, here, field.key() + " of the client"));
            }
            return here;
        }
        if (existing.wasWon()) {
            warnings.add(new FieldError(
                    row.column(field), "was not added, because the referral has a deal with the client as it was"));
            return null;
        }
        added.add(field.key() + " " + inRow);
        return inRow;
    }

    private FieldError mustBe(RowField field, String here, String what) {
        return new FieldError(row.column(field), "must be %s, the %s of the referral".formatted(here, what));
    }

    private FieldError stays(RowField field, Object here) {
        return new FieldError(row.column(field), "stays %s, because an import does not change it".formatted(here));
    }

    private void compareFacts(Optional<Deal> deal) {
        LocalDate submittedOn = dateOf(existing.submittedAt());
        if (row.submittedOn() != null && !row.submittedOn().equals(submittedOn)) {
            if (existing.status() == ReferralStatus.SUBMITTED) {
                warnings.add(stays(RowField.SUBMITTED_ON, submittedOn));
            } else {
                errors.add(differs(row.column(RowField.SUBMITTED_ON), "submitted on " + submittedOn));
            }
        }
        Referral.Outcome outcome = existing.outcome();
        if (existing.status() == ReferralStatus.LOST && outcome != null && row.closedOn() != null) {
            addUnlessSame(row.column(RowField.CLOSED_ON), row.closedOn(), dateOf(outcome.at()));
        }
        if (existing.status() == ReferralStatus.WON) {
            compareDeal(deal);
        }
    }

    private void compareDeal(Optional<Deal> deal) {
        if (deal.isEmpty()) {
            errors.add(new FieldError(
                    row.column(RowField.STAGE),
                    "the referral has been WON by a deal from another source, and an import does not change that"));
            return;
        }
        addUnlessSame(row.column(RowField.CLOSED_ON), row.closedOn(), deal.get().closedOn());
        addUnlessSame(row.column(RowField.AMOUNT), row.value(), deal.get().amount());
    }

    private void addUnlessSame(String column, @Nullable Object inRow, Object here) {
        if (!Objects.equals(inRow, here)) {
            errors.add(differs(column, "closed with " + here));
        }
    }

    private static FieldError differs(String column, String here) {
        return new FieldError(column, "the referral is %s, and an import does not change that".formatted(here));
    }

    private static LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
