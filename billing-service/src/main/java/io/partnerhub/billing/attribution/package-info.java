/**
 * Who had a customer when: links with partners and periods of account managers, as
 * customer-service announced them, and how far each of a partner's people sees.
 */
@NullMarked
package io.partnerhub.billing.attribution;

import org.jspecify.annotations.NullMarked;
