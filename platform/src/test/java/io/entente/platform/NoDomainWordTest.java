package io.entente.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** The one shared library stays free of the domain: what is shared by all services must not know any. */
class NoDomainWordTest {

    private static final ArchRule NO_DOMAIN_WORD = noClasses()
            .should()
            .haveNameMatching(".*(Partner|Referral|Commission|Deal|Ledger|Payout|Statement|Tier).*");

    @Test
    void no_class_is_named_after_the_domain() {
        NO_DOMAIN_WORD.check(new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.entente.platform"));
    }

    @Test
    void a_class_that_is_would_be_caught() {
        record DealClosed() {}
        assertThat(NO_DOMAIN_WORD
                        .evaluate(new ClassFileImporter().importClasses(DealClosed.class))
                        .hasViolation())
                .isTrue();
    }
}
