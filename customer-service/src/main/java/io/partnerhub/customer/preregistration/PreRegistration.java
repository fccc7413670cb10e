package io.partnerhub.customer.preregistration;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.partnerhub.contracts.ProspectEvent.CustomerPreRegistered;
import io.partnerhub.contracts.ProspectEvent.CustomerPreRegistrationExpired;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A prospect whom a partner reserved (报备客户) until {@code validUntil}, or wants to, as
 * long as the vendor reviews it.
 *
 * @param registeredAt when he became 已报备: at once, or by the vendor's approval (PRE-06)
 * @param validUntil 15 days later (PRE-02)
 */
public record PreRegistration(UUID id, UUID partnerId, UUID ownerPartnerId, @Nullable UUID accountManagerId,
		Prospect prospect, State state, Instant createdAt, String createdBy, @Nullable Instant registeredAt,
		@Nullable Instant validUntil, Review review) {

	public String customerName() {
		return this.prospect.customerName();
	}

	public String contactName() {
		return this.prospect.contactName();
	}

	/** Where an invitation goes, if he gave one. */
	public @Nullable String email() {
		return this.prospect.email();
	}

	public @Nullable String mobile() {
		return this.prospect.mobile();
	}

	/** Only a registered prospect can be invited (PRE-06). */
	public boolean isRegistered() {
		return this.state == State.REGISTERED;
	}

	/** Refuses to invite whoever is not registered now, or has no e-mail (PRE-06). */
	public PreRegistration invitable() {
		if (!isRegistered()) {
			throw Problem
				.conflict("INVITE_NOT_PREREGISTERED", "Only a customer who is pre-registered now can be invited.")
				.with("state", this.state);
		}
		if (email() == null) {
			throw Problem.conflict("EMAIL_REQUIRED_FOR_INVITATION",
					"An on-line invitation goes by mail, and this customer is pre-registered without an e-mail.");
		}
		return this;
	}

	/** The e-mail of one who is {@link #invitable()}. */
	public String invitationAddress() {
		return Objects.requireNonNull(invitable().email());
	}

	CustomerPreRegistered registered() {
		return new CustomerPreRegistered(this.partnerId, this.ownerPartnerId, this.id, customerName(),
				this.accountManagerId, Objects.requireNonNull(this.validUntil));
	}

	CustomerPreRegistrationExpired expired() {
		return new CustomerPreRegistrationExpired(this.partnerId, this.ownerPartnerId, this.id,
				Objects.requireNonNull(this.validUntil));
	}

	Problem notOpen(String detail) {
		return Problem.conflict("PREREG_NOT_OPEN", detail).with("state", this.state);
	}

	/**
	 * Why the vendor had to look at it, and what he decided (PRE-05).
	 *
	 * @param unknownFacts what his feed had not told about the account (CUS-02)
	 * @param rejectReason why he refused
	 */
	public record Review(List<ReviewReason> reasons, List<String> unknownFacts, @Nullable String rejectReason,
			@Nullable String by, @Nullable Instant at) {
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
