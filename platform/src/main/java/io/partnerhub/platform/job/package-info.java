/**
 * Work that comes round by the clock: declared as {@link io.partnerhub.platform.job.Job}
 * beans, run by one instance of a service at a time, with effect once per window. And
 * long work behind requests, which instances take from each other: rows that are claimed,
 * and files that are written part by part and kept for a while.
 */
@NullMarked
package io.partnerhub.platform.job;

import org.jspecify.annotations.NullMarked;
