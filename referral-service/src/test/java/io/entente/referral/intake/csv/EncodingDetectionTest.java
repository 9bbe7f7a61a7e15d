package io.entente.referral.intake.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingDetectionTest {

    private static final String GERMAN = "id,name\n1,J\u00f6rg & S\u00f6hne\n2,M\u00fcller\n";

    @ParameterizedTest
    @CsvSource({
        "UTF-8, UTF_8, Jörg & Söhne",
        "UTF-16LE, UTF_16LE, Jörg & Söhne",
        "UTF-16, UTF_16BE, Jörg & Söhne",
        "windows-1252, WINDOWS_1252, Jörg & Söhne",
        "windows-1252, WINDOWS_1252, Peña",
        "windows-1250, WINDOWS_1250, Řezníček a Šťastný; příliš žluťoučký kůň",
        "windows-1250, WINDOWS_1250, Kowalski Spółka Łódź",
        "windows-1251, WINDOWS_1251, Ромашка и Северное сияние",
        "KOI8-R, KOI8_R, Ромашка и Северное сияние",
        "windows-1253, WINDOWS_1253, Ελληνικά Πετρέλαια Αθήνα",
        "windows-31j, SHIFT_JIS, 株式会社山田製作所とサンプル商事",
        "EUC-JP, EUC_JP, 株式会社山田製作所とサンプル商事",
        "GB18030, GB18030, 上海贸易有限公司和北京科技有限公司",
    })
    void the_encoding_is_found_from_the_text(String charset, TextEncoding encoding, String name) throws Exception {
        assertThat(detected(TextEncoding.AUTO, ("id,name\n1," + name + "\n").getBytes(Charset.forName(charset))))
                .isEqualTo(encoding);
    }

    @Test
    void one_stray_byte_leaves_a_utf_8_file_as_it_is() throws Exception {
        byte[] text = (GERMAN + "3,x\n").getBytes(UTF_8);
        text[text.length - 2] = (byte) 0xe9;

        assertThat(detected(TextEncoding.AUTO, text)).isEqualTo(TextEncoding.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "x-MacRoman, MAC_ROMAN, Müller & Söhne",
        "x-MacRoman, MAC_ROMAN, Compañía Lácteos Bogotá",
        "x-MacRoman, MAC_ROMAN, Société Générale",
        "windows-1252, WINDOWS_1252, Müller & Söhne",
        "windows-1252, WINDOWS_1252, Macy’s",
        "windows-1252, WINDOWS_1252, Société Générale d’Électricité",
        "windows-1252, WINDOWS_1252, Straße & Co",
        "windows-1252, WINDOWS_1252, MÜLLER & SÖHNE",
        "windows-1252, WINDOWS_1252, Sigurðsson ehf",
        "windows-1252, WINDOWS_1252, Íslensk þjónusta Árnason",
        "windows-1254, WINDOWS_1254, Şişecam",
        "windows-1254, WINDOWS_1254, Yıldız Çağrı Ltd Şti",
        "windows-1254, WINDOWS_1254, İSTANBUL GIDA",
        "windows-1254, WINDOWS_1254, Doğuş Güneş",
        "IBM850, IBM850, Müller & Söhne",
        "IBM850, IBM850, König",
        "IBM850, IBM850, MÜLLER",
        "IBM850, IBM850, Peña y Muñoz",
        "IBM850, IBM850, Société Générale",
        "IBM850, IBM850, Bücher Großhandel",
    })
    void a_file_with_one_row_is_told_from_one_in_another_encoding_by_the_letters_within_words(
            String charset, TextEncoding encoding, String name) throws Exception {
        for (String end : List.of("\r", "\r\n", "")) {
            byte[] file =
                    ("id,name" + (end.isEmpty() ? "\n" : end) + "1," + name + end).getBytes(Charset.forName(charset));
            assertThat(detected(TextEncoding.AUTO, file)).isEqualTo(encoding);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Müller Söhne;Österreich;Bäcker Größe;Schäfer GmbH;Straßenbau Döring;Ärzte für Köln;Über Grün AG;Weiß & Groß;"
                        + "MÜLLER;„Glück auf“",
                "Société Générale;Crédit Agricole;Café Noël;Forêt d’Été;L’Œuvre;Française;Électricité;Théâtre;Garçon;Hôtel",
                "Compañía Lácteos;Peña;Bogotá;Año Nuevo;Café;Jamón Ibérico;García;Núñez;Cigüeña;«Así»",
                "São Paulo;Construções;Açúcar;João;Avó;Três Irmãos;Pão;Água;Índia;Órgão",
            })
    void a_file_with_several_rows_is_recognised_whether_it_is_from_a_mac_or_from_windows(String names)
            throws Exception {
        StringBuilder text = new StringBuilder("id,name\n");
        for (String name : names.split(";")) {
            text.append(text.length()).append(',').append(name).append('\n');
        }

        assertThat(detected(TextEncoding.AUTO, text.toString().getBytes(Charset.forName("x-MacRoman"))))
                .isEqualTo(TextEncoding.MAC_ROMAN);
        String inDos = text.toString().replaceAll("[„“’Œ]", "'");
        assertThat(detected(TextEncoding.AUTO, inDos.getBytes(Charset.forName("IBM850"))))
                .isEqualTo(TextEncoding.IBM850);
        assertThat(detected(TextEncoding.AUTO, text.toString().getBytes(Charset.forName("windows-1252"))))
                .isEqualTo(TextEncoding.WINDOWS_1252);
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1250, WINDOWS_1250, Dvořák a syn;Plzeňský Prazdroj;Kučera;Jiří Novák",
        "windows-1250, WINDOWS_1250, Spółka Łódzka;Gdańsk;Żywiec;Wrocław",
        "windows-1250, WINDOWS_1250, Győri Keksz;Kőbánya;Hűtőgép",
        "ISO-8859-2, WINDOWS_1250, Spółka Łódzka;Gdańsk;Wrocław;Dvořák",
        "IBM852, IBM852, Spółka Łódzka;Gdańsk;Wrocław",
        "windows-1257, WINDOWS_1257, Šiaulių bankas;Vilniaus paukštynas;Rokiškio sūris",
        "windows-1252, WINDOWS_1252, Høegh;Señor Núñez;Müller;Camões;Societé;Città;Niccolò;Þór;20 m²;¿Qué",
    })
    void a_file_is_never_misread_as_one_of_western_europe(String charset, TextEncoding encoding, String names)
            throws Exception {
        byte[] whole = ("id,name\n" + names.replace(";", ",\n")).getBytes(Charset.forName(charset));

        assertThat(detectedOrSuggested(whole))
                .contains(encoding.label())
                .hasSize(encoding.label().length());
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1250, Dvořák a syn;Plzeňský Prazdroj;Kučera;Jiří Novák;Spółka Łódzka;Gdańsk;Żywiec;Győri Keksz;Hűtőgép",
        "IBM852, Spółka Łódzka",
        "windows-1257, Šiaulių bankas;Vilniaus paukštynas",
        "windows-1252, Høegh;Señor Núñez;Camões;Città;Niccolò;Þór;20 m²;¿Qué;Història",
        "windows-1251, Ромашка",
        "KOI8-R, Ромашка",
        "windows-1253, Νότος",
        "Big5, 鴻海精密",
    })
    void a_file_of_one_row_is_recognised_or_refused_with_its_encoding_among_the_suggestions(
            String charset, String names) throws Exception {
        for (String name : names.split(";")) {
            byte[] file = ("id,name\n1," + name + "\n").getBytes(Charset.forName(charset));
            assertThat(detectedOrSuggested(file)).as(name).containsIgnoringCase(charset);
        }
    }

    /** {@code Kova\u010D} in one encoding is {@code Kova\u00E8} in another, and nothing else in the file tells which. */
    @ParameterizedTest
    @CsvSource({
        "windows-1250, Kova\u010D;\u0158eho\u0159;Peri\u0107;Ba\u010Dka;Matěj",
        "IBM852, Němec;Škoda",
        "windows-1257, Rīga;Ūkis",
        "x-MacRoman, Señor;Muñoz;Niño",
        "IBM850, Café;José",
        "windows-1252, Crème;Høegh;Perù",
    })
    void a_file_with_one_ambiguous_word_is_refused_with_its_encoding_among_the_suggestions(
            String charset, String names) {
        for (String name : names.split(";")) {
            byte[] file = ("id,name\n1," + name + "\n").getBytes(Charset.forName(charset));
            assertThatThrownBy(() -> detected(TextEncoding.AUTO, file))
                    .as(name)
                    .isInstanceOf(UnreadableFileException.class)
                    .hasMessageContaining("name its encoding")
                    .satisfies(refused -> assertThat(refused.getMessage()).containsIgnoringCase(label(charset)));
        }
    }

    /** These were read as {@code Veselı}, {@code Çriks}, {@code Citt…}, {@code Kuüera} and the like. */
    @ParameterizedTest
    @CsvSource({
        "windows-1250, Veselý;Pokorný",
        "windows-1257, Cēsis;Ēriks",
        "IBM850, Città;Malmö;Österreich;Françoise;Gonçalves;Perù",
        "x-MacRoman, León;Österreich",
        "IBM852, Dvořák;Kučera;Gdańsk;Wrocław;Győr;Erdős",
        "windows-1251, Україна;Белград",
    })
    void a_file_of_one_word_is_read_as_it_was_written_or_refused(String charset, String words) throws Exception {
        for (String word : words.split(";")) {
            byte[] file = ("id,name\n1," + word + "\n").getBytes(Charset.forName(charset));
            try {
                TextEncoding found = detected(TextEncoding.AUTO, file);
                assertThat(new String(file, found.charset())).as(found.label()).contains(word);
            } catch (UnreadableFileException refused) {
                assertThat(refused).hasMessageContaining("name its encoding");
            }
        }
    }

    private static String label(String charset) {
        return charset.equals("x-MacRoman") ? TextEncoding.MAC_ROMAN.label() : charset;
    }

    @ParameterizedTest
    @ValueSource(strings = {"Müller", "Señor", "São Paulo", "Gonçalves", "Città", "Três", "Macy’s", "Berlin–Wien"})
    void a_file_with_one_word_of_the_programs_languages_is_taken_for_what_it_is(String name) throws Exception {
        byte[] file = ("id,name\n1," + name + "\n").getBytes(Charset.forName("windows-1252"));

        assertThat(detected(TextEncoding.AUTO, file)).isEqualTo(TextEncoding.WINDOWS_1252);
    }

    private static String detectedOrSuggested(byte[] file) throws IOException {
        try {
            return detected(TextEncoding.AUTO, file).label();
        } catch (UnreadableFileException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"macintosh", "x-MacRoman", "Mac", "MacRoman", "MAC_ROMAN"})
    void the_encoding_of_the_mac_has_several_names(String name) {
        assertThat(TextEncoding.named(name)).contains(TextEncoding.MAC_ROMAN);
    }

    @ParameterizedTest
    @CsvSource({
        "cp1252, WINDOWS_1252",
        "sjis, SHIFT_JIS",
        "EUC_KR, EUC_KR",
        "latin9, ISO_8859_15",
        "cp850, IBM850",
        "ibm-850, IBM850",
        "DOS-850, IBM850",
        "cp437, IBM437",
        "cp857, IBM857",
        "windows-1254, WINDOWS_1254",
        "latin5, WINDOWS_1254",
        "ISO-8859-9, WINDOWS_1254"
    })
    void an_encoding_can_be_named_by_an_alias(String name, TextEncoding encoding) {
        assertThat(TextEncoding.named(name)).contains(encoding);
        assertThat(TextEncoding.named("no such encoding")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, UTF_8, WINDOWS_1252", "UTF-8, UTF_8, SHIFT_JIS", "UTF-16LE, UTF_16LE, WINDOWS_1250"})
    void a_byte_order_mark_precedes_the_encoding_that_was_named(String charset, TextEncoding found, TextEncoding named)
            throws Exception {
        assertThat(detected(named, ("\uFEFF" + GERMAN).getBytes(Charset.forName(charset))))
                .isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({"Shift_JIS,windows-31j,上海", "gb18030,GB18030,上海", "Windows-1257,windows-1257,Ķ", "MacRoman,x-MacRoman,ö"
    })
    void an_encoding_can_be_named(String name, String charset, String text) throws Exception {
        TextEncoding named = TextEncoding.named(name).orElseThrow();

        assertThat(named.charset()).isEqualTo(Charset.forName(charset));
        assertThat(detected(named, text.getBytes(Charset.forName(charset)))).isEqualTo(named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "utf8", "UTF_8"})
    void a_file_that_is_said_to_be_utf_8_is_not_guessed(String name) {
        TextEncoding named = TextEncoding.named(name).orElseThrow();

        assertThatThrownBy(() -> detected(named, "id,name\n1,Müller\n".getBytes(Charset.forName("windows-1252"))))
                .hasMessageContaining("not in UTF-8; the first error is on line 2");
        assertThat(TextEncoding.named("auto")).contains(TextEncoding.AUTO);
    }

    @Test
    void a_file_that_fits_no_encoding_is_refused_with_the_line() {
        byte[] shortJapanese = "id,name\n1,Acme\n2,東京電力\n".getBytes(Charset.forName("windows-31j"));

        assertThatThrownBy(() -> detected(TextEncoding.AUTO, shortJapanese))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("not in UTF-8; the first error is on line 3")
                .hasMessageContaining("encoding=Shift_JIS");
        assertThatThrownBy(() -> detected(TextEncoding.EUC_JP, GERMAN.getBytes(Charset.forName("windows-1252"))))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessage("The file is not in EUC-JP; the first error is on line 2.");
    }

    @Test
    void a_spreadsheet_is_refused_as_such() {
        byte[] workbook = {'P', 'K', 3, 4, 20, 0, 6, 0};

        for (TextEncoding named : List.of(TextEncoding.AUTO, TextEncoding.UTF_8)) {
            assertThatThrownBy(() -> detected(named, workbook))
                    .isInstanceOf(UnreadableFileException.class)
                    .hasMessage(
                            "The file is a spreadsheet or an archive, not text. Save it as CSV in UTF-8 and send that"
                                    + " file.");
        }
    }

    private static TextEncoding detected(TextEncoding named, byte[] text) throws UnreadableFileException, IOException {
        return EncodingDetection.of(named, () -> new ByteArrayInputStream(text));
    }
}
