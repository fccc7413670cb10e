package io.partnerhub.billing.incentive;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.billing.document.Documents;
import io.partnerhub.billing.document.Reason;
import io.partnerhub.billing.incentive.PaymentOrderApi.OrderView;
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
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The vendor's side of payment orders: told, reviewed, approved or refused. */
@RestController
@Tag(name = "Invoices for incentives")
class PaymentOrderReviewApi {

	private final PaymentOrders orders;

	private final Documents documents;

	PaymentOrderReviewApi(PaymentOrders orders, Documents documents) {
		this.orders = orders;
		this.documents = documents;
	}

	@PostMapping("/api/v1/vendor/payment-orders")
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Tell what a partner is paid for incentives; the same number again changes nothing")
	OrderView receive(Caller caller, @Valid @RequestBody Order order) {
		caller.require(Caller.Kind.VENDOR);
		return OrderView.of(
				this.orders.receive(order.partnerId(), order.number(), order.amount(), order.taxRate().setScale(2)),
				null, caller);
	}

	@GetMapping("/api/v1/vendor/payment-orders")
	@Operation(summary = "Payment orders of all partners, newest first; SUBMITTED ones wait for review")
	Page<OrderView> list(Caller caller, @RequestParam(required = false) PaymentOrder.@Nullable State state,
			PageQuery page) {
		caller.require(Caller.Kind.VENDOR);
		Page<PaymentOrder> found = this.orders.inState(state, page);
		Map<UUID, List<IncentiveInvoice>> invoices = this.orders.invoices(found.items());
		return found.map((order) -> OrderView.of(order, invoices.getOrDefault(order.id(), List.of()), caller));
	}

	@GetMapping("/api/v1/vendor/incentive-invoices/{id}/file")
	@Operation(summary = "Fetch the file of an invoice a partner submitted")
	ResponseEntity<Resource> file(Caller caller, @PathVariable UUID id) {
		caller.require(Caller.Kind.VENDOR);
		return this.documents.answer(this.orders.file(id));
	}

	@PostMapping("/api/v1/vendor/payment-orders/{id}/approval")
	@RequiresIdempotencyKey
	@Operation(summary = "Approve the invoices of a payment order")
	OrderView approve(Caller caller, @PathVariable UUID id) {
		caller.require(Caller.Kind.VENDOR);
		return OrderView.of(this.orders.approve(id), null, caller);
	}

	@PostMapping("/api/v1/vendor/payment-orders/{id}/refusal")
	@RequiresIdempotencyKey
	@Operation(summary = "Refuse the invoices of a payment order; the partner may submit others")
	OrderView refuse(Caller caller, @PathVariable UUID id, @Valid @RequestBody Reason reason) {
		caller.require(Caller.Kind.VENDOR);
		return OrderView.of(this.orders.refuse(id, reason.reason()), null, caller);
	}

	/**
	 * A payment order.
	 *
	 * @param number 1–64 visible ASCII characters
	 * @param taxRate 0.00–100.00 percent
	 */
	record Order(@NotNull UUID partnerId,
			@NotNull @Pattern(regexp = "[!-~]{1,64}", message = "has 1 to 64 visible ASCII characters") String number,
			@NotNull @Positive Money amount,
			@NotNull @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2) BigDecimal taxRate) {
	}

}
