package io.entente.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.contracts.ContractsLock.Field;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CompatibilityContractTest {
    private static final Path FILE = Path.of("src/test/resources/contracts.lock");
    private static final String HEADING =
            """
            # Every field of every contract as it was published: schema, field, presence, shape.
            # Written by `./mvnw -pl contracts test -Dcontracts.lock=update`, which adds and never changes a line.
            # The aggregate of referral.deal-closed.v1 and referral.deal-reversed.v1 has changed from the referral to the deal: ce_subject is the
            # dealId, and ce_sequence counts the events of the deal. Their data and the record key are as they were. Reason: a client
            # relationship without a bound on its deals; docs/adr/0016-deals-are-documents-of-their-own.md shows that no consumer needs the order.
            # revenue and paid of commission.statement-issued.v1 and commission.statement-finalized.v1 have changed from money to signedMoney, as
            # earned was. They are movements of a quarter, and more can be taken back in a quarter than was booked or paid. Reason: with money, such
            # a statement could not be published at all; docs/adr/0013-statements-and-payouts.md. A reader of signedMoney reads every older record.
            """;

    @Test
    void a_published_contract_stays_readable() throws IOException {
        ContractsLock locked = ContractsLock.parse(Files.exists(FILE) ? Contracts.read(FILE) : "");
        ContractsLock current = current();

        assertThat(locked.breaksIn(current))
                .as("breaking changes: leave the published schema as it is and add a .v2 beside it")
                .isEmpty();
        if (Contracts.IS_UPDATE) {
            Files.writeString(FILE, HEADING + current.text());
            return;
        }
        assertThat(locked.additionsIn(current).stream().map(Field::line))
                .as("additions that are not locked yet: run ./mvnw -pl contracts test -Dcontracts.lock=update")
                .isEmpty();
    }

    @Test
    void the_lock_reads_back_as_it_was_written() {
        assertThat(ContractsLock.parse(HEADING + current().text())).isEqualTo(current());
    }

    @Test
    void a_removed_field_is_a_break() {
        ContractsLock without = changed("commission.commission-accrued.v1 rate", field -> null);

        assertThat(current().breaksIn(without))
                .containsExactly("commission.commission-accrued.v1 rate was removed or renamed");
    }

    @Test
    void an_optional_field_made_required_is_a_break_and_so_is_the_reverse() {
        ContractsLock required = changed(
                "referral.deal-closed.v1 engagement",
                field -> new Field(field.schema(), field.name(), "required", field.shape()));

        assertThat(current().breaksIn(required))
                .containsExactly("referral.deal-closed.v1 engagement was optional and is now required");
        assertThat(required.breaksIn(current()))
                .containsExactly("referral.deal-closed.v1 engagement was required and is now optional");
    }

    @Test
    void a_changed_type_is_a_break_even_in_a_shared_definition() {
        ContractsLock number = changed(
                "common#money amount",
                field -> new Field(field.schema(), field.name(), field.presence(), "{type=\"number\"}"));

        assertThat(current().breaksIn(number)).singleElement().asString().startsWith("common#money amount was ");
    }

    @Test
    void a_new_field_is_a_break_only_if_it_is_required() {
        ContractsLock before = changed("referral.deal-closed.v1 engagement", field -> null);
        ContractsLock beforeRequired = changed("referral.deal-closed.v1 amount", field -> null);

        assertThat(before.breaksIn(current())).isEmpty();
        assertThat(before.additionsIn(current())).extracting(Field::name).containsExactly("engagement");
        assertThat(beforeRequired.breaksIn(current()))
                .containsExactly("referral.deal-closed.v1 amount is new and required");
    }

    @Test
    void a_new_type_may_require_any_field() {
        ContractsLock before = ContractsLock.of(current().fields().values().stream()
                .filter(field -> !field.schema().equals("referral.deal-closed.v1"))
                .toList());

        assertThat(before.breaksIn(current())).isEmpty();
        assertThat(current().breaksIn(before)).isNotEmpty();
    }

    private static ContractsLock current() {
        return ContractsLock.ofSchemas(
                Contracts.names(Contracts.SCHEMAS).stream().collect(Collectors.toMap(name -> name, Contracts::schema)));
    }

    /** The current contracts with one field replaced, or removed if the change returns null. */
    private static ContractsLock changed(String key, UnaryOperator<Field> change) {
        List<Field> fields = new ArrayList<>(current().fields().values());
        Field field = current().fields().get(key);
        fields.remove(field);
        Field replacement = change.apply(field);
        if (replacement != null) {
            fields.add(replacement);
        }
        return ContractsLock.of(fields);
    }
}
