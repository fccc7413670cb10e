/** Money in minor units of one currency. */
@NullMarked
package io.partnerhub.platform.money;

import org.jspecify.annotations.NullMarked;
