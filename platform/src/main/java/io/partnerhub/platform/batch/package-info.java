/** One transaction shared by commands that wait for the same rows. */
@NullMarked
package io.partnerhub.platform.batch;

import org.jspecify.annotations.NullMarked;
