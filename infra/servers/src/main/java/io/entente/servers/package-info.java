/**
 * A real Kafka broker, and a store that supports MongoDB's wire protocol, both inside a JVM. The sandbox and the integration tests
 * of each service use them, and fault tests start and kill them as separate processes.
 */
@NullMarked
package io.entente.servers;

import org.jspecify.annotations.NullMarked;
