package io.partnerhub.customer.preregistration;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A prospect whom a partner reserved (报备客户) until {@code validUntil}. */
public record PreRegistration(UUID id, UUID partnerId, UUID ownerPartnerId, @Nullable UUID accountManagerId,
		String customerName, String contactName, String email, @Nullable String mobile, State state,
		Instant registeredAt, Instant validUntil, String createdBy) {

	/** Only a registered prospect can be invited (PRE-06). */
	public boolean isRegistered() {
		return this.state == State.REGISTERED;
	}

	/** States of a pre-registration (4.4), in the words of the vendor's console. */
	public enum State {

		/** 待审核. */
		PENDING_REVIEW,
		/** 已报备. */
		REGISTERED,
		/** 审核不通过. */
		REVIEW_REJECTED,
		/** 已关联. */
		ASSOCIATED,
		/** 已失效: registered, and the 15 days are over (PRE-02). */
		EXPIRED,
		/** 已删除. */
		DELETED

	}

}
