package io.entente.testkit.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule must catch the violation that the planted packages contain, and nothing that is allowed. */
class RulesTest {

    private static final String PLANTED = "io.entente.testkit.planted";
    private final JavaClasses planted = new ClassFileImporter().importPackages(PLANTED);

    @ParameterizedTest
    @ValueSource(strings = {"MongoTemplate", "Component", "JsonMapper", "ConflictException", "EventEnvelope"})
    void a_framework_at_the_root_of_a_feature_is_caught(String type) {
        assertThat(violations(PlainRoots.rule(PLANTED + ".alpha"))).contains("ImpureRoot", type);
    }

    @Test
    void a_configuration_beside_the_domain_may_know_spring() {
        assertThat(violations(PlainRoots.rule(PLANTED + ".beans"))).isEmpty();
    }

    @Test
    void an_adapter_that_knows_another_features_adapter_is_caught() {
        assertThat(violations(SeparateAdapters.rule(PLANTED)))
                .contains("gamma.web.DealController", "delta.mongo.MongoDeals");
    }

    @Test
    void an_adapter_may_know_its_own_feature_and_the_domain_of_another() {
        assertThat(violations(SeparateAdapters.rule(PLANTED)))
                .doesNotContain("delta.web", "delta.Deals", "gamma.Reports");
    }

    @Test
    void a_cycle_between_features_is_caught() {
        assertThat(violations(Cycles.betweenFeatures(PLANTED))).contains("Cycle", "alpha", "beta");
    }

    @Test
    void a_cycle_between_packages_of_one_feature_is_caught() {
        assertThat(violations(Cycles.betweenPackages(PLANTED + ".delta"))).contains("delta.web", "delta.mongo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Instant.now",
                "LocalDate.now",
                "Clock.systemUTC",
                "System.currentTimeMillis",
                "System.nanoTime",
                "Thread.sleep",
                "Thread.onSpinWait",
                "CountDownLatch.await",
                "LockSupport.parkNanos"
            })
    void the_machines_clock_and_a_pause_are_caught(String call) {
        assertThat(violations(InjectedTime.rule(PLANTED))).contains(call);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Executors.newSingleThreadExecutor", "Thread.<init>"})
    void a_thread_of_its_own_is_caught(String call) {
        assertThat(violations(InjectedTime.noOwnThreads(PLANTED))).contains(call);
    }

    @Test
    void a_package_of_twenty_one_types_is_caught(@TempDir Path directory) throws IOException {
        assertThat(SmallPackages.rule("crowded")
                        .evaluate(compiled(directory, 21))
                        .hasViolation())
                .isTrue();
    }

    @Test
    void a_package_of_twenty_types_passes(@TempDir Path directory) throws IOException {
        assertThat(SmallPackages.rule("crowded")
                        .evaluate(compiled(directory, 20))
                        .hasViolation())
                .isFalse();
    }

    /** Nested types and arrays don't count. */
    private static JavaClasses compiled(Path directory, int types) throws IOException {
        StringBuilder source = new StringBuilder("package crowded;\n");
        for (int i = 0; i < types; i++) {
            source.append("class Type%1$d { static class Nested {} Type%1$d[] many; }\n".formatted(i));
        }
        Path file = Files.writeString(directory.resolve("Type0.java"), source);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        assertThat(compiler.run(null, null, null, "-d", directory.toString(), file.toString()))
                .isZero();
        return new ClassFileImporter().importPath(directory);
    }

    private String violations(ArchRule rule) {
        return String.join("\n", rule.evaluate(planted).getFailureReport().getDetails());
    }
}
