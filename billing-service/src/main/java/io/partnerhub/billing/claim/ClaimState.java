package io.partnerhub.billing.claim;

/**
 * How far a claim is (TOP-04): asked for, its transfer found, topped up, or refused.
 */
enum ClaimState {

	SUBMITTED, MATCHED, CREDITED, REJECTED;

	boolean isOpen() {
		return this == SUBMITTED || this == MATCHED;
	}

}
