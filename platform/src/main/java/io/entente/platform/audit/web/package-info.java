/** Watches the requests of a service for the audit log, and offers the log to administrators. */
@NullMarked
package io.entente.platform.audit.web;

import org.jspecify.annotations.NullMarked;
