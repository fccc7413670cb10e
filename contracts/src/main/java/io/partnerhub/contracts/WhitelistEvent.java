package io.partnerhub.contracts;

import java.util.UUID;

/**
 * What coupon-service announces about white-lists (白名单) of government-subsidy partners.
 */
public sealed interface WhitelistEvent extends Event {

	/**
	 * A partner's white-list was replaced as a whole (VOU-08).
	 *
	 * @param version counts the partner's imports
	 * @param count customers on the list
	 */
	record WhitelistImported(UUID partnerId, UUID ownerPartnerId, int version, int count) implements WhitelistEvent {

		@Override
		public UUID key() {
			return this.ownerPartnerId;
		}

	}

}
