/**
 * Facts announced and heard exactly once in effect: outbox, relay, inbox and dead
 * letters.
 */
@NullMarked
package io.partnerhub.platform.event;

import org.jspecify.annotations.NullMarked;
