package io.partnerhub.billing.appropriation;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.billing.ledger.EntryKind;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.AppropriationType;
import io.partnerhub.platform.page.Conditions;
import org.jspecify.annotations.Nullable;

/**
 * Which records of a realm are wanted.
 *
 * @param targetId a customer or a reseller
 * @param from at this time or later
 * @param after later than this, as the vendor's face counts
 * @param before earlier than this
 */
record AdjustFilter(Realm realm, @Nullable UUID targetId, @Nullable EntryKind kind, @Nullable AppropriationType type,
		@Nullable UUID transactionId, @Nullable Instant from, @Nullable Instant after, @Nullable Instant before) {

	Conditions conditions() {
		return new Conditions().and("partner_id = :partner", "partner", this.realm.partnerId())
			.and("owner_partner_id = :owner", "owner", this.realm.ownerPartnerId())
			.and("customer_id = :target", "target", this.targetId)
			.and("kind = :kind", "kind", this.kind)
			.and("account_type = :type", "type", this.type)
			.and("transaction_id = :transaction", "transaction", this.transactionId)
			.and("at >= :from", "from", this.from)
			.and("at > :later", "later", this.after)
			.and("at < :before", "before", this.before);
	}

}
