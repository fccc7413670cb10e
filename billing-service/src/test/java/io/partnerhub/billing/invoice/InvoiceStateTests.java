package io.partnerhub.billing.invoice;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import io.partnerhub.billing.invoice.Invoice.Medium;
import io.partnerhub.billing.invoice.InvoiceState.Action;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("INVO-09")
class InvoiceStateTests {

	@ParameterizedTest
	@CsvSource({ "DRAFT,SUBMIT,UNDER_REVIEW", "DRAFT,REVOKE,REVOKED", "UNDER_REVIEW,APPROVE,ISSUING",
			"UNDER_REVIEW,REJECT,DRAFT", "UNDER_REVIEW,REVOKE,REVOKING", "ISSUING,ISSUE,TO_SIGN",
			"ISSUING,REJECT,DRAFT", "ISSUING,REVOKE,REVOKING", "REVOKING,CONFIRM_REVOCATION,REVOKED",
			"REVOKING,REFUSE_REVOCATION,ISSUING_REVOKE_FAILED", "ISSUING_REVOKE_FAILED,ISSUE,TO_SIGN",
			"ISSUING_REVOKE_FAILED,REJECT,DRAFT", "TO_SIGN,SIGN,ISSUED", "ISSUED,RETURN,RETURNING",
			"RETURNING,CONFIRM_RETURN,RETURNED", "RETURNING,REFUSE_RETURN,RETURN_REFUSED",
			"RETURN_REFUSED,RETURN,RETURNING" })
	void goesOn(InvoiceState from, Action action, InvoiceState to) {
		assertThat(from.after(action, Medium.PAPER)).contains(to);
	}

	@Test
	void allowsNothingElse() {
		long allowed = EnumSet.allOf(InvoiceState.class)
			.stream()
			.flatMap((state) -> EnumSet.allOf(Action.class).stream().map((action) -> state.after(action, Medium.PAPER)))
			.flatMap(Optional::stream)
			.count();
		assertThat(allowed).isEqualTo(17);
	}

	@Test
	void needsNoSignatureForAnElectronicInvoice() {
		assertThat(InvoiceState.ISSUING.after(Action.ISSUE, Medium.ELECTRONIC)).contains(InvoiceState.ISSUED);
	}

	@Test
	void coversItsOrdersFromTheIssueToTheReturn() {
		Set<InvoiceState> covering = EnumSet.allOf(InvoiceState.class);
		covering.removeIf((state) -> !state.covers());
		assertThat(covering).containsExactly(InvoiceState.TO_SIGN, InvoiceState.ISSUED, InvoiceState.RETURNING,
				InvoiceState.RETURN_REFUSED);
	}

}
