package io.entente.testkit;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.annotation.ConfigurationClassPostProcessor;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/**
 * The names under which a service's components and {@code @Bean} methods would be registered, by Spring's own rules, without
 * making a bean of any. Two of one name keep a service from starting, which otherwise only a test that starts it would see.
 */
final class BeanNames {

    private BeanNames() {}

    /**
     * Registers what a service scans and what the shared library adds to it.
     *
     * @throws org.springframework.beans.factory.BeanDefinitionStoreException naming both, where two have one name
     * @throws IllegalStateException likewise, where both are components found by scanning
     */
    static List<String> registered(String root) {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        beans.setAllowBeanDefinitionOverriding(false);
        StandardEnvironment environment = new StandardEnvironment();
        scan(root, beans, environment);
        AnnotatedBeanDefinitionReader reader = new AnnotatedBeanDefinitionReader(beans, environment);
        sharedConfigurations().forEach(reader::registerBean);
        ConfigurationClassPostProcessor configurations = new ConfigurationClassPostProcessor();
        configurations.setEnvironment(environment);
        configurations.postProcessBeanDefinitionRegistry(beans);
        return List.of(beans.getBeanDefinitionNames());
    }

    private static void scan(String root, DefaultListableBeanFactory beans, StandardEnvironment environment) {
        ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(beans, true, environment);
        // It would bring Spring Boot's own configurations, which give way to ours by their conditions.
        scanner.addExcludeFilter(new AnnotationTypeFilter(SpringBootApplication.class));
        scanner.scan(root);
    }

    private static List<Class<?>> sharedConfigurations() {
        List<Class<?>> shared = new ArrayList<>();
        for (String name : ImportCandidates.load(AutoConfiguration.class, BeanNames.class.getClassLoader())) {
            if (name.startsWith("io.entente.")) {
                shared.add(load(name));
            }
        }
        return shared;
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, BeanNames.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("An auto-configuration that isn't there: " + name, e);
        }
    }
}
