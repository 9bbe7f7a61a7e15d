package io.entente.platform.audit.web;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the audit log ({@code entente.audit.*}).
 *
 * @param journal a directory of this machine that outlives the process. Blank for no journal: a process that is killed then loses
 *     what it has recorded since the last flush
 * @param flushInterval how often entries are stored
 */
@ConfigurationProperties("entente.audit")
record AuditProperties(@Nullable Path journal, @DefaultValue("500ms") Duration flushInterval) {}
