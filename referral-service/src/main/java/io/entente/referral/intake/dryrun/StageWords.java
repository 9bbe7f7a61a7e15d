package io.entente.referral.intake.dryrun;

import io.entente.referral.intake.profiles.ImportProfile;
import io.entente.referral.intake.profiles.Stage;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the stage that a CRM's name of a stage means, for a proposal. A name decides only if each of its words is known and all of
 * them mean one stage. A word that isn't known can turn the meaning around in any language, as in {@code Not won}, {@code Nicht
 * gewonnen} or {@code Almost won}, and money follows a stage that means WON. A person decides on all other names.
 */
final class StageWords {

    private static final Map<Stage, List<String>> WORDS = Map.of(
            Stage.SUBMITTED,
            List.of(
                    "submitted",
                    "new",
                    "eingereicht",
                    "neu",
                    "nuevo",
                    "nueva",
                    "novo",
                    "nova",
                    "baru",
                    "baharu",
                    "新規",
                    "open",
                    "offen",
                    "abierto",
                    "abierta",
                    "aberto",
                    "aberta",
                    "terbuka"),
            Stage.ACCEPTED,
            List.of("accepted", "angenommen", "aceptado", "aceptada", "aceito", "aceite", "aceita", "diterima"),
            Stage.CONTACTED,
            List.of(
                    "contacted",
                    "engaged",
                    "engaging",
                    "qualified",
                    "kontaktiert",
                    "qualifiziert",
                    "contactado",
                    "contactada",
                    "contatado",
                    "contatada",
                    "cualificado",
                    "qualificado",
                    "dihubungi",
                    "接触済み",
                    "連絡済み"),
            Stage.MEETING_HELD,
            List.of("met", "meeting", "demo", "presentation", "reunion", "reuniao", "mesyuarat", "面談", "面談済み"),
            Stage.PROPOSAL_SENT,
            List.of(
                    "proposal",
                    "proposed",
                    "quote",
                    "quoted",
                    "contract",
                    "negotiation",
                    "negotiating",
                    "angebot",
                    "vertrag",
                    "verhandlung",
                    "propuesta",
                    "negociacion",
                    "proposta",
                    "negociacao",
                    "cadangan",
                    "提案",
                    "提案済み",
                    "見積",
                    "見積提出",
                    "报价",
                    "已报价"),
            Stage.WON,
            List.of(
                    "won",
                    "closedwon",
                    "gewonnen",
                    "ganado",
                    "ganada",
                    "ganho",
                    "ganha",
                    "menang",
                    "dimenangi",
                    "成約",
                    "成約済み",
                    "受注",
                    "受注済み",
                    "成交",
                    "已成交",
                    "赢单"),
            Stage.LOST,
            List.of("lost", "closedlost", "verloren", "perdido", "perdida", "kalah", "失注", "失注済み", "输单", "丢单"));

    /** Words that change no meaning. */
    private static final Set<String> NEUTRAL =
            keys(List.of("deal", "opportunity", "stage", "phase", "sent", "held", "price", "gesendet", "verschickt"));

    /** Words that only say that a deal was won or lost. Beside an open stage they contradict it. */
    private static final Set<String> CLOSING = keys(
            List.of("closed", "geschlossen", "abgeschlossen", "cerrado", "cerrada", "fechado", "fechada", "ditutup"));

    private static final Map<String, Stage> BY_KEY = WORDS.entrySet().stream()
            .flatMap(stage -> stage.getValue().stream().map(word -> Map.entry(key(word), stage.getKey())))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    /** Any other sign, such as a question mark, can change the meaning too. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{M}\\p{N}\\s\\p{Z}\\p{Pd}/_.,:;()\\[\\]|%]+");

    private static final Pattern PERCENT = Pattern.compile("(\\p{Nd}+)\\s*%");
    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}+");

    private final List<ImportProfile> known;

    /** @param known profiles whose stages precede the words, if all of them that have a name agree on it */
    StageWords(List<ImportProfile> known) {
        this.known = List.copyOf(known);
    }

    /** The stage that a name means; empty if its words don't decide. */
    Optional<Stage> find(String name) {
        Set<Stage> listed = new HashSet<>();
        known.forEach(profile -> profile.listedStage(name).ifPresent(listed::add));
        return listed.isEmpty() ? byWords(name) : onlyOne(listed);
    }

    private static Optional<Stage> byWords(String name) {
        String text = Normalizer.normalize(name, Normalizer.Form.NFKC);
        if (!PLAIN.matcher(text).matches()) {
            return Optional.empty();
        }
        Set<Stage> meant = new HashSet<>();
        boolean isClosing = false;
        for (String word : text.split("[^\\p{L}\\p{M}\\p{N}]+")) {
            String key = key(word);
            Stage stage = BY_KEY.get(key);
            isClosing |= CLOSING.contains(key);
            if (stage != null) {
                meant.add(stage);
            } else if (!changesNothing(key)) {
                return Optional.empty();
            }
        }
        boolean mustBeClosed = isClosing;
        return onlyOne(meant).filter(stage -> isCertain(stage, text) && (stage.isClosed() || !mustBeClosed));
    }

    private static boolean changesNothing(String key) {
        return key.isEmpty()
                || NEUTRAL.contains(key)
                || CLOSING.contains(key)
                || NUMBER.matcher(key).matches();
    }

    private static Optional<Stage> onlyOne(Set<Stage> stages) {
        return stages.size() == 1 ? stages.stream().findFirst() : Optional.empty();
    }

    /** A deal that is won with a probability of 90 percent isn't won. */
    private static boolean isCertain(Stage stage, String text) {
        Matcher percent = PERCENT.matcher(text);
        return !stage.isClosed() || !percent.find() || percent.group(1).equals(stage == Stage.WON ? "100" : "0");
    }

    private static Set<String> keys(List<String> words) {
        return words.stream().map(StageWords::key).collect(Collectors.toUnmodifiableSet());
    }

    private static String key(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "");
    }

    /** The names of the stages from which a person chooses. */
    static String choices() {
        return Stream.of(Stage.values()).map(Enum::name).collect(Collectors.joining(", "));
    }
}
