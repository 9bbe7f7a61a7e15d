/** The journal of the audit log: files on the machine's disk. */
@NullMarked
package io.entente.platform.audit.journal;

import org.jspecify.annotations.NullMarked;
