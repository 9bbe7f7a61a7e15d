package io.entente.platform.web.errors;

import org.apache.catalina.Host;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Replaces the error pages of Tomcat and Spring Boot by problem documents. */
@AutoConfiguration(before = ErrorMvcAutoConfiguration.class)
public class ErrorsConfiguration {

    @Bean
    DispatchedErrors dispatchedErrors() {
        return new DispatchedErrors();
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> containerProblems() {
        return tomcat -> tomcat.addContextCustomizers(context -> {
            if (context.getParent() instanceof Host host) {
                host.getPipeline().addValve(new ContainerProblems());
                if (host instanceof StandardHost standard) {
                    // Otherwise Tomcat adds a page of its own, which would come first.
                    standard.setErrorReportValveClass(ContainerProblems.class.getName());
                }
            }
        });
    }
}
