package io.entente.testkit.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** The rules that every service keeps. */
public enum Rule {
    PLAIN_ROOTS {
        @Override
        public List<ArchRule> of(String root, List<String> features) {
            return features.stream()
                    .map(feature -> PlainRoots.rule(root + "." + feature))
                    .toList();
        }
    },
    SEPARATE_ADAPTERS {
        @Override
        public List<ArchRule> of(String root, List<String> features) {
            return List.of(SeparateAdapters.rule(root));
        }
    },
    NO_CYCLES {
        @Override
        public List<ArchRule> of(String root, List<String> features) {
            return List.of(Cycles.betweenFeatures(root), Cycles.betweenPackages(root));
        }
    },
    INJECTED_TIME {
        @Override
        public List<ArchRule> of(String root, List<String> features) {
            return List.of(InjectedTime.rule(root));
        }
    },
    NO_OWN_THREADS {
        @Override
        public List<ArchRule> of(String root, List<String> features) {
            return List.of(InjectedTime.noOwnThreads(root));
        }
    },
    SMALL_PACKAGES {
        @Override
        public List<ArchRule> of(String root, List<String> features) {
            return List.of(SmallPackages.rule(root));
        }
    };

    /** @param features the feature packages beneath the service's root */
    public abstract List<ArchRule> of(String root, List<String> features);
}
