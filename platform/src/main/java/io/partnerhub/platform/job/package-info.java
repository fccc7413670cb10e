/**
 * Work that comes round by the clock: declared as {@link io.partnerhub.platform.job.Job}
 * beans, run by one instance of a service at a time, with effect once per window.
 */
@NullMarked
package io.partnerhub.platform.job;

import org.jspecify.annotations.NullMarked;
