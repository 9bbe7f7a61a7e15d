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
 * Finds the names under which Spring would register a service's components and {@code @Bean} methods, without creating a bean.
 * A service with two beans of the same name doesn't start; without this check only a test that starts it would notice.
 */
final class BeanNames {

    private BeanNames() {}

    /**
     * Registers the components that a service scans and those that the platform adds.
     *
     * @throws org.springframework.beans.factory.BeanDefinitionStoreException if two beans have the same name; it names both
     * @throws IllegalStateException likewise, if both are components found by scanning
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
        // The application class would import Spring Boot's own configurations, which yield to ours by their conditions.
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
            throw new IllegalStateException("This auto-configuration is listed but doesn't exist: " + name, e);
        }
    }
}
