/** Lists that never load whole collections. */
@NullMarked
package io.partnerhub.platform.page;

import org.jspecify.annotations.NullMarked;
