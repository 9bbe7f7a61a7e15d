package io.entente.platform.domain.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SearchTermsTest {

    @Test
    void words_are_compared_without_accents_and_case() {
        Map<String, List<String>> expected = Map.of(
                "Søren Ørsted A/S", List.of("soren", "orsted", "a", "s"),
                "Straße ẞ", List.of("strasse", "ss"),
                "Łódź", List.of("lodz"),
                "Ærø, Þór", List.of("aero", "thor"),
                "CAFÉ Zoe\u0308", List.of("cafe", "zoe"),
                "İstanbul ılık", List.of("istanbul", "ilik"),
                "ﬁnance Ⅳ", List.of("finance", "iv"),
                "АБВ Йод", List.of("абв", "иод"),
                "東京 Tower", List.of("東", "京", "tower"),
                "  ?! ", List.of());

        assertThat(expected)
                .allSatisfy((text, words) ->
                        assertThat(FoldedWords.of(text)).as(text).isEqualTo(words));
    }

    @Test
    void a_long_word_is_cut_without_dividing_a_character() {
        assertThat(FoldedWords.of("a".repeat(50))).containsExactly("a".repeat(40));
        assertThat(FoldedWords.of("𐐨".repeat(50)).get(0).codePointCount(0, 80)).isEqualTo(40);
    }

    @Test
    void the_index_has_the_starts_of_each_word() {
        assertThat(SearchTerms.of(9, "Orsted AG", null, "x"))
                .isEqualTo(new SearchTerms(List.of("orsted", "ag", "x"), List.of("ors", "ag", "x")));
    }

    @Test
    void a_short_last_word_is_a_whole_word() {
        assertThat(SearchText.of("soren or").orElseThrow().isLastIncomplete()).isFalse();
        assertThat(SearchText.of("soren ors").orElseThrow().isLastIncomplete()).isTrue();
    }

    @Test
    void words_beyond_the_maximum_are_left_out() {
        assertThat(SearchTerms.of(2, "one two three", "four").words()).containsExactly("one", "two");
    }

    @Test
    void the_last_word_of_a_search_may_be_incomplete() {
        assertThat(SearchText.of("Soren ORST")).contains(new SearchText(List.of("soren"), "orst"));
        assertThat(SearchText.of(" / ")).isEmpty();
        assertThat(SearchText.of(null)).isEmpty();
    }

    @Test
    void the_longest_start_is_looked_up() {
        assertThat(SearchText.of("ag orst").orElseThrow().start()).isEqualTo("ors");
        assertThat(SearchText.of("orsted a").orElseThrow().start()).isEqualTo("ors");
        assertThat(SearchText.of("o").orElseThrow().start()).isEqualTo("o");
    }
}
