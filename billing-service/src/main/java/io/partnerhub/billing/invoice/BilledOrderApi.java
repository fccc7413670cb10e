package io.partnerhub.billing.invoice;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

import io.partnerhub.billing.invoice.BilledOrder.Seller;
import io.partnerhub.platform.caller.Caller;
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
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Orders the vendor invoices: fed with their refunds, seen by the partner. */
@RestController
@Tag(name = "Invoices")
class BilledOrderApi {

	private final BilledOrders orders;

	BilledOrderApi(BilledOrders orders) {
		this.orders = orders;
	}

	@PostMapping("/api/v1/vendor/billed-orders")
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Tell what an order of a partner came to; the same number again changes nothing")
	OrderView learn(Caller caller, @Valid @RequestBody Order order) {
		caller.require(Caller.Kind.VENDOR);
		return OrderView.of(this.orders.learn(order.partnerId(), order.orderNumber(), order.kind(), order.amount()));
	}

	@PostMapping("/api/v1/vendor/billed-order-refunds")
	@Operation(summary = "Tell that an order was refunded; the same reference again changes nothing",
			description = "What an issued invoice covered is owed under the company that issued it; what is refunded beyond"
					+ " that takes offsets back, and is owed under the invoices they served.")
	OrderView refund(Caller caller, @Valid @RequestBody Refund refund) {
		caller.require(Caller.Kind.VENDOR);
		return OrderView
			.of(this.orders.refund(refund.partnerId(), refund.orderNumber(), refund.reference(), refund.amount()));
	}

	@GetMapping("/api/v1/invoiceable-orders")
	@Operation(summary = "Your orders that can be invoiced, newest first")
	Page<OrderView> open(Caller caller, PageQuery page) {
		return this.orders.open(caller, page).map(OrderView::of);
	}

	/**
	 * An order.
	 *
	 * @param orderNumber 1–64 visible ASCII characters
	 * @param seller VENDOR, unless a seller of the MARKETPLACE sold
	 * @param signingEntity the vendor's company that contracted it, 1–64 characters
	 * @param taxRate 0.00–100.00 percent
	 * @param amount with tax
	 */
	record Order(@NotNull UUID partnerId,
			@NotNull @Pattern(regexp = "[!-~]{1,64}",
					message = "has 1 to 64 visible ASCII characters") String orderNumber,
			@Nullable Seller seller, @NotBlank @Size(max = 64) String signingEntity,
			@NotNull @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2) BigDecimal taxRate,
			@NotNull @Positive Money amount) {

		BilledOrder.Kind kind() {
			return new BilledOrder.Kind((this.seller != null) ? this.seller : Seller.VENDOR, this.signingEntity,
					this.taxRate.setScale(2));
		}

	}

	/** A refund of an order, in whole or in part; the reference names it for good. */
	record Refund(@NotNull UUID partnerId,
			@NotNull @Pattern(regexp = "[!-~]{1,64}",
					message = "has 1 to 64 visible ASCII characters") String orderNumber,
			@NotNull @Pattern(regexp = "[!-~]{1,64}",
					message = "has 1 to 64 visible ASCII characters") String reference,
			@NotNull @Positive Money amount) {
	}

	/**
	 * An order.
	 *
	 * @param taxRate percent
	 * @param offset what of it takes the place of owed invoices
	 * @param invoiceable what is left
	 * @param invoiceId the invoice it is in
	 */
	record OrderView(UUID id, UUID partnerId, String orderNumber, Seller seller, String signingEntity,
			BigDecimal taxRate, Money amount, Money refunded, Money offset, Money invoiceable, @Nullable UUID invoiceId,
			Instant at) {

		static OrderView of(BilledOrder order) {
			return new OrderView(order.id(), order.realm().ownerPartnerId(), order.number(), order.kind().seller(),
					order.kind().signingEntity(), order.kind().taxRate(), order.amount(), order.refunded(),
					order.offset(), (order.invoiceId() != null) ? Money.zero() : order.left(), order.invoiceId(),
					order.at());
		}

	}

}
