package io.entente.platform.domain.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SortKeyTest {

    @Test
    void instants_sort_by_time_and_then_by_id_and_a_missing_one_comes_last() {
        List<String> keys = List.of(
                SortKey.of(Instant.EPOCH, "z"),
                SortKey.of(Instant.parse("1999-12-31T23:59:59.999Z"), "z"),
                SortKey.of(Instant.parse("2026-03-31T09:30:00Z"), "a"),
                SortKey.of(Instant.parse("2026-03-31T09:30:00Z"), "b"),
                SortKey.of((@Nullable Instant) null, "a"));

        assertThat(keys).isSorted().doesNotHaveDuplicates();
        assertThat(keys.get(2)).isEqualTo("001774949400000 a");
    }

    @Test
    void amounts_sort_by_currency_and_then_by_size_and_a_missing_one_comes_first() {
        List<String> keys = List.of(
                SortKey.of((@Nullable Money) null, "z"),
                SortKey.of(Money.parse("EUR 1000.00"), "a"),
                SortKey.of(Money.parse("USD 9.99"), "b"),
                SortKey.of(Money.parse("USD 10.00"), "a"),
                SortKey.of(Money.parse("USD 999999999999.99"), "a"));

        assertThat(keys).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void names_sort_without_accents_and_a_shorter_name_comes_first() {
        assertThat(List.of(
                        SortKey.of("Acme", "z"),
                        SortKey.of("ACME Group", "a"),
                        SortKey.of("Ørsted", "a"),
                        SortKey.of("Osram", "a")))
                .isSorted();
    }

    @Test
    void a_cursor_belongs_to_its_order() {
        SortOrder due = new SortOrder("due", false);
        String cursor = new ListCursor(due, "0017 ref_1").text();

        assertThat(ListCursor.read(due, cursor).key()).isEqualTo("0017 ref_1");
        assertThat(ListCursor.isOf(new SortOrder("due", true), cursor)).isFalse();
        Instant first = Instant.parse("2026-03-31T09:30:00.123Z");
        ListCursor asOf = new ListCursor(due, first, "~ref_1");
        assertThat(ListCursor.read(due, asOf.text())).isEqualTo(asOf);
        assertThat(ListCursor.isOf(due, "due asc @12x")).isFalse();
        assertThatThrownBy(() -> ListCursor.read(new SortOrder("value", false), cursor))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
