/** Refusals and failures, worded for the two faces of the hub. */
@NullMarked
package io.partnerhub.platform.problem;

import org.jspecify.annotations.NullMarked;
