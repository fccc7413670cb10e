/** Asking another service without waiting for ever and without guessing. */
@NullMarked
package io.partnerhub.platform.remote;

import org.jspecify.annotations.NullMarked;
