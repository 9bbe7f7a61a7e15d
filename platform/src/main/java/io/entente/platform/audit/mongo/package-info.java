/** The store of the audit log. */
@NullMarked
package io.entente.platform.audit.mongo;

import org.jspecify.annotations.NullMarked;
