/** Members of tenants in MongoDB. */
@NullMarked
package io.entente.platform.security.members.mongo;

import org.jspecify.annotations.NullMarked;
