/**
 * The dictionary of the vendor's service types (产品类型), owned here and known to the other
 * services by event.
 */
@NullMarked
package io.partnerhub.program.servicetype;

import org.jspecify.annotations.NullMarked;
