/** Which customers there are; who they are belongs to customer-service. */
@NullMarked
package io.partnerhub.program.customer;

import org.jspecify.annotations.NullMarked;
