package io.entente.referral.referral.web.own;

import io.entente.platform.security.DefaultRight;
import io.entente.referral.referral.Referrals;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Says what members of partners need to see referrals. */
@Configuration(proxyBeanMethods = false)
class OwnReferralsConfiguration {

    /** A handler that can't be limited to what a member has submitted is closed to those who don't see everything. */
    @Bean
    DefaultRight rightToSeeAllReferrals() {
        return new DefaultRight("SEE_ALL_REFERRALS");
    }

    @Bean
    WebMvcConfigurer ownReferrals(Referrals referrals) {
        OwnReferrals own = new OwnReferrals(referrals);
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(own).addPathPatterns("/api/referrals/*", "/api/referrals/*/**");
            }
        };
    }
}
