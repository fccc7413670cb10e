package io.partnerhub.billing.orderfeed;

import java.util.List;
import java.util.stream.IntStream;

import io.partnerhub.platform.caller.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The vendor's feed of orders in batches (ORD-01). */
@RestController
@Tag(name = "Orders")
class VendorOrderApi {

	private final OrderFeed feed;

	private final NewsReader reader;

	VendorOrderApi(OrderFeed feed, NewsReader reader) {
		this.feed = feed;
		this.reader = reader;
	}

	@PostMapping("/api/v1/vendor/orders")
	@Operation(summary = "Tell orders of subscriptions, up to 500 at once",
			description = "Each order in full, as of its version. STALE: not newer than what is known. CUSTOMER_UNKNOWN: no "
					+ "partner had the customer when the order was placed (createTime), or the hub has not heard of it yet; it "
					+ "can be told again. NUMBER_TAKEN: the number is another customer's order or a sub-order. "
					+ "SUB_ORDERS_DIFFER: a combined order keeps its sub-orders. PAYMENT_MISSING: it is paid, but not through the "
					+ "hub, and payment does not say how. PAID_TWICE: it was paid through the hub, so that the payment at the "
					+ "vendor must be given back. SPECIAL_VAT_INVOICED: it unsubscribes what the customer has a special VAT "
					+ "invoice of (ORD-15). All of these change nothing, and neither does a batch with an order that "
					+ "makes no sense: 400.")
	Outcome learn(Caller caller, @Valid @RequestBody Feed feed) {
		caller.require(Caller.Kind.VENDOR);
		List<OrderFeed.Result> results = this.feed.learn(IntStream.range(0, feed.orders().size())
			.mapToObj((index) -> this.reader.read(feed.orders().get(index), "/orders/" + index))
			.toList());
		return new Outcome(IntStream.range(0, results.size())
			.mapToObj((index) -> new Learnt(feed.orders().get(index).orderId(), results.get(index)))
			.toList());
	}

	/** 1–500 orders. */
	record Feed(@NotEmpty @Size(max = 500) List<@NotNull @Valid VendorOrder> orders) {
	}

	/** What became of each order. */
	record Outcome(List<Learnt> items) {
	}

	/** What became of one. */
	record Learnt(String orderId, OrderFeed.Result result) {
	}

}
