package io.entente.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** Reads the rights in infra/kafka/acls.sh, so that tests give users the very rights that an operator gives them. */
public final class AccessControlFile {

    private static final String COMMAND = "acl ";
    private static final String ANY_HOST = "*";

    private AccessControlFile() {}

    /** @param file acls.sh; each line that begins with {@code acl} gives rights to one user */
    public static List<AclBinding> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(COMMAND))
                .flatMap(line -> bindings(List.of(line.strip().split("\\s+"))).stream())
                .toList();
    }

    private static List<AclBinding> bindings(List<String> words) {
        String user = words.get(1);
        List<AclOperation> operations = new ArrayList<>();
        List<ResourcePattern> resources = new ArrayList<>();
        for (int i = 2; i < words.size(); i += 2) {
            String value = words.get(i + 1);
            switch (words.get(i)) {
                case "--operation" -> operations.add(AclOperation.fromString(value));
                case "--topic" -> resources.add(resource(ResourceType.TOPIC, value));
                case "--group" -> resources.add(resource(ResourceType.GROUP, value));
                default -> throw new IllegalArgumentException("unknown option " + words.get(i));
            }
        }
        List<AclBinding> bindings = new ArrayList<>();
        for (ResourcePattern resource : resources) {
            for (AclOperation operation : operations) {
                bindings.add(new AclBinding(
                        resource,
                        new AccessControlEntry("User:" + user, ANY_HOST, operation, AclPermissionType.ALLOW)));
            }
        }
        return bindings;
    }

    private static ResourcePattern resource(ResourceType type, String name) {
        return new ResourcePattern(type, name, PatternType.LITERAL);
    }
}
