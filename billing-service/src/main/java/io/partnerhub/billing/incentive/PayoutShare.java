package io.partnerhub.billing.incentive;

import io.partnerhub.platform.money.Money;

/** What a pay-out takes of one incentive; all of a negative one (INC-07, INC-09). */
record PayoutShare(Incentive incentive, Money amount) {

	static PayoutShare all(Incentive incentive) {
		return new PayoutShare(incentive, incentive.left());
	}

}
