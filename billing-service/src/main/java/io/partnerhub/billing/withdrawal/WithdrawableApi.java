package io.partnerhub.billing.withdrawal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.invoice.OwedInvoice;
import io.partnerhub.billing.ledger.Arrears;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells how much a partner may withdraw and why no more (WDR-16, WDR-17). */
@RestController
class WithdrawableApi {

	private final WithdrawableReasons reasons;

	WithdrawableApi(WithdrawableReasons reasons) {
		this.reasons = reasons;
	}

	@GetMapping("/api/v1/withdrawable-amount")
	@Operation(
			summary = "What may be withdrawn (可提现金额), its four terms with the rows behind each, and what would unblock it",
			description = "withdrawable = cash − owed invoices − unposted − arrears of customers, at least 0.00. At most 100 "
					+ "rows of a term are told, newest first; count says how many there are.")
	Answer show(Caller caller) {
		return this.reasons.of(caller);
	}

	/**
	 * The amount and its reasons.
	 *
	 * @param withdrawable at least 0.00
	 * @param blocked nothing may be withdrawn
	 * @param shortfall what the deductions exceed the cash by
	 * @param unblock what would raise the amount, and where
	 * @param open a withdrawal that is open blocks the next one (WDR-01)
	 */
	record Answer(Money withdrawable, boolean blocked, Money shortfall, Cash cash, Term<OwedRow> owedInvoices,
			Term<UnpostedRow> unposted, Term<ArrearsRow> arrears, List<Remedy> unblock, @Nullable UUID open) {
	}

	/** Cash without what is held and what is designated for a purpose. */
	record Cash(Money amount, Money designated, Money held) {
	}

	/** A deduction and the rows behind it. */
	record Term<R>(Money amount, int count, List<R> rows) {
	}

	/** An owed invoice. */
	record OwedRow(UUID id, String invoiceNumber, BigDecimal taxRate, String signingEntity, Money amount, Money offset,
			Money open, Instant at) {

		static OwedRow of(OwedInvoice invoice) {
			return new OwedRow(invoice.id(), invoice.invoiceNumber(), invoice.taxRate(), invoice.signingEntity(),
					invoice.amount(), invoice.offset(), invoice.open(), invoice.at());
		}

	}

	/** Money not booked yet. */
	record UnpostedRow(String reference, UnpostedFlow.Kind kind, Money amount, Instant at) {

		static UnpostedRow of(UnpostedFlow flow) {
			return new UnpostedRow(flow.reference(), flow.kind(), flow.amount(), flow.at());
		}

	}

	/** What a customer owes. */
	record ArrearsRow(UUID customerId, Money owed) {

		static ArrearsRow of(Arrears.Row row) {
			return new ArrearsRow(row.customerId(), row.owed());
		}

	}

}
