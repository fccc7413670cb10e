/** Personal data stay hidden unless somebody may see them. */
@NullMarked
package io.partnerhub.platform.privacy;

import org.jspecify.annotations.NullMarked;
