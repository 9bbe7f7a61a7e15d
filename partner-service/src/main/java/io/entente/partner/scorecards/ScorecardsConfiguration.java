package io.entente.partner.scorecards;

import io.entente.partner.performance.PartnerFacts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Wires scorecards. */
@Configuration(proxyBeanMethods = false)
class ScorecardsConfiguration {

    /** The first that hears of changes, because others read scorecards. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ComputeScorecards computeScorecards(PartnerFacts facts, Scorecards scorecards) {
        return new ComputeScorecards(facts, scorecards);
    }
}
