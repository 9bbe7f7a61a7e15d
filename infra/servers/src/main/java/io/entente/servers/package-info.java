/**
 * A real Kafka broker and a store that speaks MongoDB's wire protocol, inside a JVM: what the sandbox runs on, what the
 * integration tests of every service run against, and what fault tests start and kill as processes of their own.
 */
@NullMarked
package io.entente.servers;

import org.jspecify.annotations.NullMarked;
