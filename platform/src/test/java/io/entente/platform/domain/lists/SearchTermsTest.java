package io.entente.platform.domain.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                "東京2 Tower", List.of("東京", "2", "tower"),
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

    @ParameterizedTest
    @CsvSource({
        "Ørsted, orsted oersted ørsted ØRSTED orst oerst",
        "Müller, muller mueller müller muell",
        "Mueller, muller mueller müller",
        "Åström, astrom aastrom astroem aastroem åström",
        "Aastroem, astrom aastroem åström",
        "Größe, grosse groesse größe",
        "Ærø, aero æro aeroe",
    })
    void a_vowel_that_can_be_written_as_two_letters_is_found_both_ways(String name, String searched) {
        SearchTerms terms = SearchTerms.of(10, name);

        for (String q : searched.split(" ")) {
            assertThat(isFound(q, terms)).as(q).isTrue();
        }
        assertThat(isFound("orstad", terms)).isFalse();
    }

    @Test
    void the_order_of_chinese_and_japanese_characters_counts() {
        SearchTerms terms = SearchTerms.of(20, "上海明珠贸易有限公司");

        for (String q : List.of("上海", "明珠贸易", "上海明珠贸易有限公司", "司", "珠", "公司 上海")) {
            assertThat(isFound(q, terms)).as(q).isTrue();
        }
        for (String q : List.of("海上", "珠明", "上海明珠贸易有限厂家", "上海 厂家", "京")) {
            assertThat(isFound(q, terms)).as(q).isFalse();
        }
        assertThat(isFound("サッカー", SearchTerms.of(9, "サッカー協会"))).isTrue();
    }

    @Test
    void a_search_needs_a_letter_or_a_digit_and_has_at_most_eight_words() {
        for (String q : List.of("*", ".*", "🙂", "-", "\u3000")) {
            assertThat(SearchText.fault(q)).as(q).contains("must contain a letter or a digit");
        }
        assertThat(SearchText.fault("1 2 3 4 5 6 7 8")).isEmpty();
        assertThat(SearchText.fault("上海明珠贸易有限公司")).isEmpty();
        assertThat(SearchText.fault("1 2 3 4 5 6 7 8 9")).contains("must have at most 8 words, but has 9");
    }

    private static boolean isFound(String q, SearchTerms terms) {
        SearchText text = SearchText.of(q).orElseThrow();
        return terms.starts().contains(text.start())
                && terms.words().containsAll(text.whole())
                && terms.words().stream()
                        .anyMatch(word ->
                                text.isLastIncomplete() ? word.startsWith(text.last()) : word.equals(text.last()));
    }
}
