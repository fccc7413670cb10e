package io.partnerhub.customer.preregistration;

import io.partnerhub.customer.fact.Flag;
import org.jspecify.annotations.Nullable;

/** Why a customer cannot be pre-registered at all, in the order of PRE-04. */
enum Exclusion {

	/** Registered on the vendor's other site. */
	OTHER_SITE(Flag.OTHER_SITE),
	/** Some partner's customer already. */
	ALREADY_ASSOCIATED(null),
	/** Another partner holds him (PRE-08). */
	REGISTERED_BY_ANOTHER_PARTNER(null),
	/** The same partner holds him. */
	ALREADY_REGISTERED(null),
	/** User of the consumer cloud. */
	CONSUMER_CLOUD_USER(Flag.CONSUMER_CLOUD_USER),
	/** Has a signed contract. */
	SIGNED_CONTRACT(Flag.SIGNED_CONTRACT),
	/** Has consumed for cash and is followed by no direct-sales team (C15). */
	CASH_CONSUMPTION_NOT_FOLLOWED(null),
	/** The other way round, where that is a refusal (C15). */
	CASH_CONSUMPTION_FOLLOWED(null),
	/** Member with unified accounting. */
	UNIFIED_ACCOUNTING_MEMBER(Flag.UNIFIED_ACCOUNTING_MEMBER),
	/** Joined the reward promotion plan. */
	REWARD_PROMOTION(Flag.REWARD_PROMOTION);

	private final @Nullable Flag flag;

	Exclusion(@Nullable Flag flag) {
		this.flag = flag;
	}

	/** The fact that alone is the reason, if there is one. */
	@Nullable Flag flag() {
		return this.flag;
	}

}
