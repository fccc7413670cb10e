/**
 * The same key and body give the same answer, for 7 days, whatever crashed in between.
 */
@NullMarked
package io.partnerhub.platform.idempotency;

import org.jspecify.annotations.NullMarked;
