/**
 * Who acts: the caller as the gateway certified him, and the internal token that carries
 * him.
 */
@NullMarked
package io.partnerhub.platform.caller;

import org.jspecify.annotations.NullMarked;
