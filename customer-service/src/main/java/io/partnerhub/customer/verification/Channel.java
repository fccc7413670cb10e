package io.partnerhub.customer.verification;

/** How a code reaches its person. */
enum Channel {

	SMS, EMAIL

}
