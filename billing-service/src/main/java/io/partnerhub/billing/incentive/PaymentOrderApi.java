package io.partnerhub.billing.incentive;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.document.InvoiceWords;
import io.partnerhub.billing.incentive.PaymentOrders.Submitted;
import io.partnerhub.contracts.Permission;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.idempotency.RequiresIdempotencyKey;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.money.Positive;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Payment orders of a partner, and his invoices for them. */
@RestController
@Tag(name = "Invoices for incentives")
class PaymentOrderApi {

	private final PaymentOrders orders;

	PaymentOrderApi(PaymentOrders orders) {
		this.orders = orders;
	}

	@GetMapping("/api/v1/payment-orders")
	@Operation(summary = "What the vendor pays for incentives, newest first")
	Page<OrderView> list(Caller caller, PageQuery page) {
		return this.orders.page(caller, page).map((order) -> OrderView.of(order, null, caller));
	}

	@GetMapping("/api/v1/payment-orders/{id}")
	@Operation(summary = "A payment order with the invoices submitted for it")
	OrderView get(Caller caller, @PathVariable UUID id) {
		return whole(this.orders.get(caller, id), caller);
	}

	@PostMapping("/api/v1/payment-orders/{id}/invoices")
	@RequiresIdempotencyKey
	@Operation(summary = "Submit the invoices that cover a payment order",
			description = "Together they have its amount (INVOICE_AMOUNT_MISMATCH) and each its tax rate"
					+ " (INVOICE_TAX_RATE_MISMATCH).")
	OrderView submit(Caller caller, @PathVariable UUID id, @Valid @RequestBody Submission submission) {
		return whole(this.orders.submit(caller, id, submission.invoices().stream().map(Invoice::submitted).toList()),
				caller);
	}

	private OrderView whole(PaymentOrder order, Caller caller) {
		return OrderView.of(order, this.orders.invoices(List.of(order)).getOrDefault(order.id(), List.of()), caller);
	}

	/** 1–20 invoices. */
	record Submission(@NotEmpty @Size(max = 20) List<@NotNull @Valid Invoice> invoices) {
	}

	/**
	 * An invoice.
	 *
	 * @param number 1–32 letters, digits, hyphens; unique among the partner's invoices
	 * for incentives that were not refused
	 * @param amount with tax
	 * @param taxRate 0.00–100.00 percent
	 * @param fileId of a file the partner uploaded
	 */
	record Invoice(
			@NotNull @Pattern(regexp = InvoiceWords.NUMBER,
					message = "has 1 to 32 letters, digits or hyphens") String number,
			@NotNull @Positive Money amount,
			@NotNull @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2) BigDecimal taxRate,
			@NotNull UUID fileId) {

		Submitted submitted() {
			return new Submitted(this.number, this.amount, this.taxRate.setScale(2), this.fileId);
		}

	}

	/**
	 * A payment order.
	 *
	 * @param taxRate percent
	 * @param reason why the last invoices were refused
	 * @param invoices the latest of them, absent in the partner's lists
	 * @param allowedActions what the caller can do with it
	 */
	record OrderView(UUID id, String number, UUID partnerId, PaymentOrder.State state, Money amount, BigDecimal taxRate,
			@Nullable String reason, Instant at, @Nullable List<InvoiceView> invoices, List<String> allowedActions) {

		static OrderView of(PaymentOrder order, @Nullable List<IncentiveInvoice> invoices, Caller caller) {
			return new OrderView(order.id(), order.number(), order.realm().ownerPartnerId(), order.state(),
					order.amount(), order.taxRate(), order.reason(), order.at(),
					(invoices != null) ? invoices.stream().map(InvoiceView::of).toList() : null,
					actions(order.state(), caller));
		}

		private static List<String> actions(PaymentOrder.State state, Caller caller) {
			return switch (state) {
				case OPEN -> caller.mayWhole(Permission.MANAGE_INVOICES) ? List.of("SUBMIT_INVOICES") : List.of();
				case SUBMITTED -> caller.is(Caller.Kind.VENDOR) ? List.of("APPROVE", "REFUSE") : List.of();
				case APPROVED, CANCELLED -> List.of();
			};
		}

	}

	/** An invoice that was submitted; a refused one counts no more. */
	record InvoiceView(UUID id, String number, Money amount, UUID fileId, boolean refused, Instant at) {

		static InvoiceView of(IncentiveInvoice invoice) {
			return new InvoiceView(invoice.id(), invoice.number(), invoice.amount(), invoice.fileId(),
					invoice.refused(), invoice.at());
		}

	}

}
