package io.entente.referral.submission;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.referral.partners.Direction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/referral-lifecycle.md} is written from the table: {@code -Dlifecycle.page=update} writes it anew. */
class LifecyclePageTest {

    private static final Path PAGE = Path.of("../docs/referral-lifecycle.md");

    /** One arrow: the commands that lead from one state to another. */
    private record Arrow(ReferralStatus from, ReferralStatus to) {}

    @Test
    void the_page_says_what_the_table_says() throws IOException {
        if ("update".equals(System.getProperty("lifecycle.page"))) {
            Files.writeString(PAGE, page());
        }
        assertThat(Files.readString(PAGE))
                .as("write it anew with -Dlifecycle.page=update")
                .isEqualTo(page());
    }

    private static String page() {
        return """
                # What can be done to a referral

                Written from the table in `Lifecycle` (referral-service) by its test; the decisions behind it are in
                [ADR 7](adr/0007-referrals-by-a-table.md). A command is `POST /api/referrals/{id}/<command>`; what a state doesn't take is a
                409 that names what it does.

                ```mermaid
                stateDiagram-v2
                %s
                ```

                | state | takes, and stays | ends here |
                |---|---|---|
                %s

                | command | the partner may give it |
                |---|---|
                %s

                The firm may give every command, also for a partner that told it on the telephone. `expire`, `remind`, `conflict`,
                `contest`, `settle` and `yield` are the program's own: no request gives them.
                """
                .formatted(arrows(), states(), commands());
    }

    private static String arrows() {
        Map<Arrow, List<CommandName>> arrows = Arrays.stream(ReferralStatus.values())
                .flatMap(from -> Arrays.stream(CommandName.values()).flatMap(name -> arrow(from, name)))
                .collect(groupingBy(
                        Map.Entry::getKey,
                        LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return arrows.entrySet().stream()
                .map(entry -> "    %s --> %s: %s"
                        .formatted(entry.getKey().from(), entry.getKey().to(), paths(entry.getValue())))
                .collect(joining("\n"));
    }

    private static Stream<Map.Entry<Arrow, CommandName>> arrow(ReferralStatus from, CommandName name) {
        return Lifecycle.next(from, name)
                .filter(to -> to != from)
                .map(to -> Map.entry(new Arrow(from, to), name))
                .stream();
    }

    private static String states() {
        return Arrays.stream(ReferralStatus.values())
                .map(status -> "| %s | %s | %s |"
                        .formatted(
                                status,
                                paths(Lifecycle.possible(status).stream()
                                        .filter(name -> Lifecycle.next(status, name)
                                                .filter(status::equals)
                                                .isPresent())
                                        .toList()),
                                Lifecycle.isFinal(status) ? "yes" : ""))
                .collect(joining("\n"));
    }

    private static String commands() {
        return Arrays.stream(CommandName.values())
                .filter(CommandName::isOfPeople)
                .map(name -> "| %s | %s |"
                        .formatted(
                                name.path(),
                                Arrays.stream(Direction.values())
                                        .filter(name::isPartners)
                                        .map(Direction::name)
                                        .collect(joining(", "))))
                .collect(joining("\n"));
    }

    private static String paths(List<CommandName> names) {
        return names.stream().map(CommandName::path).collect(joining(", "));
    }
}
