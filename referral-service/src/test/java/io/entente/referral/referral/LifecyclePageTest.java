package io.entente.referral.referral;

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

/** Checks that {@code docs/referral-lifecycle.md} matches the table. Run it with {@code -Dlifecycle.page=update} to write the page. */
class LifecyclePageTest {

    private static final Path PAGE = Path.of("../docs/referral-lifecycle.md");

    /** One arrow: the commands that lead from one state to another. */
    private record Arrow(ReferralStatus from, ReferralStatus to) {}

    @Test
    void the_page_matches_the_table() throws IOException {
        if ("update".equals(System.getProperty("lifecycle.page"))) {
            Files.writeString(PAGE, page());
        }
        assertThat(Files.readString(PAGE))
                .as("run this test with -Dlifecycle.page=update to write the page")
                .isEqualTo(page());
    }

    private static String page() {
        return """
                # The lifecycle of a referral

                A test generates this page from the table in the class `Lifecycle` of referral-service. The decisions behind the
                table are in [ADR 7](adr/0007-referrals-by-a-table.md). Each command is a `POST /api/referrals/{id}/<command>`, except that
                `correct-deal` and `end-engagement` are `POST /api/referrals/{id}/deals/{dealId}/correct` and `…/end-engagement`. If the state
                of the referral does not allow the command, the response is a 409 that lists the commands it allows.

                ```mermaid
                stateDiagram-v2
                %s
                ```

                | state | commands that keep the state | final |
                |---|---|---|
                %s

                | command | directions in which the partner may give it |
                |---|---|
                %s

                The firm may give every command, for example to record what a partner said on the telephone. Only the program itself
                gives `expire`, `remind`, `win`, `unwin`, `conflict`, `contest`, `settle` and `yield`; there is no request for them.

                `win` follows the first deal of a referral: a deal is a document of its own, and its insert decides. If the referral
                changed between that insert and `win`, the deal stands, and `win` leads to WON from every state except SUBMITTED
                ([ADR 16](adr/0016-deals-are-documents-of-their-own.md)). The diagram leaves these arrows out. `unwin` follows the
                reversal of the last deal and leads back to the state before the first one, which the diagram shows as ACCEPTED.
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
                .filter(to -> to != from && name != CommandName.WIN)
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
