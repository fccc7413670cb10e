package io.partnerhub.billing.invoice;

import java.util.Optional;

import io.partnerhub.billing.invoice.Invoice.Medium;

/**
 * Where an invoice of the vendor stands (INVO-09): DRAFT 草稿, UNDER_REVIEW 待审核, ISSUING
 * 开票中, TO_SIGN 待签收, ISSUED 已开票, REVOKING 撤销中, REVOKED 已撤销, ISSUING_REVOKE_FAILED
 * 开票中（撤销失败）, RETURNING 已开票（退票中）, RETURN_REFUSED 已开票（退票驳回）, RETURNED 已退票.
 */
enum InvoiceState {

	DRAFT, UNDER_REVIEW, ISSUING, TO_SIGN, ISSUED, REVOKING, REVOKED, ISSUING_REVOKE_FAILED, RETURNING, RETURN_REFUSED,
	RETURNED;

	/** Where an action leads from here, if it can be done. */
	Optional<InvoiceState> after(Action action, Medium medium) {
		return Optional.ofNullable(switch (action) {
			case SUBMIT -> is(DRAFT) ? UNDER_REVIEW : null;
			case APPROVE -> is(UNDER_REVIEW) ? ISSUING : null;
			case REJECT -> (is(UNDER_REVIEW) || isIssuing()) ? DRAFT : null;
			case ISSUE -> isIssuing() ? issuedAs(medium) : null;
			case SIGN -> is(TO_SIGN) ? ISSUED : null;
			case REVOKE -> is(DRAFT) ? REVOKED : (is(UNDER_REVIEW) || is(ISSUING)) ? REVOKING : null;
			case CONFIRM_REVOCATION -> is(REVOKING) ? REVOKED : null;
			case REFUSE_REVOCATION -> is(REVOKING) ? ISSUING_REVOKE_FAILED : null;
			case RETURN -> (is(ISSUED) || is(RETURN_REFUSED)) ? RETURNING : null;
			case CONFIRM_RETURN -> is(RETURNING) ? RETURNED : null;
			case REFUSE_RETURN -> is(RETURNING) ? RETURN_REFUSED : null;
		});
	}

	/** Whether the invoice covers its orders at present. */
	boolean covers() {
		return is(TO_SIGN) || is(ISSUED) || is(RETURNING) || is(RETURN_REFUSED);
	}

	/** Whether its orders are free for another invoice. */
	boolean isOver() {
		return is(REVOKED) || is(RETURNED);
	}

	private boolean isIssuing() {
		return is(ISSUING) || is(ISSUING_REVOKE_FAILED);
	}

	private boolean is(InvoiceState state) {
		return this == state;
	}

	/** Paper is signed for by the receiver, an electronic invoice is there at once. */
	private static InvoiceState issuedAs(Medium medium) {
		return (medium == Medium.PAPER) ? TO_SIGN : ISSUED;
	}

	/** What partner and vendor do with an invoice. */
	enum Action {

		SUBMIT, SIGN, REVOKE, RETURN, APPROVE, REJECT, ISSUE, CONFIRM_REVOCATION, REFUSE_REVOCATION, CONFIRM_RETURN,
		REFUSE_RETURN

	}

}
