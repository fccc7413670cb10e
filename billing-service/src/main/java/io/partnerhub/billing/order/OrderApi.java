package io.partnerhub.billing.order;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import io.partnerhub.billing.partner.KnownPartners;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Customers' orders for a partner's people, and a customer's own (8.2, ORD-03). */
@RestController
@Tag(name = "Orders")
class OrderApi {

	private final OrderLists lists;

	private final OrderPeriods periods;

	private final KnownPartners partners;

	private final Clock clock;

	OrderApi(OrderLists lists, OrderPeriods periods, KnownPartners partners, Clock clock) {
		this.lists = lists;
		this.periods = periods;
		this.partners = partners;
		this.clock = clock;
	}

	@GetMapping("/api/v1/orders")
	@Operation(summary = "Customers' orders of subscriptions, newest first",
			description = "The last 6 months unless createTimeFrom or createTimeTo tell; a range is a year long at most, from is "
					+ "inclusive, to exclusive. tab RESELLERS shows the orders of all resellers' customers, indirectPartnerId "
					+ "those of one reseller. sort is createTime or -createTime. An account manager sees the orders of his "
					+ "customers, a supervisor those of his team's. customerName is masked unless named in "
					+ "reveal, which needs the permission REVEAL_PERSONAL_DATA and is recorded; an account manager sees his own "
					+ "customers in clear unless the hub masks them, too. What is used by pay-per-use is no order: see the "
					+ "customer's resources. 400 ORDER_SPAN_TOO_LONG; 403 ACCESS_DENIED for resellers' orders unless you see "
					+ "the whole partner.")
	Page<OrderView> list(Caller caller, @RequestParam(required = false) @Nullable Tab tab,
			@RequestParam(required = false) @Nullable UUID indirectPartnerId,
			@RequestParam(required = false) @Nullable UUID customerId,
			@RequestParam(required = false) @Size(max = 128) @Nullable String customerName,
			@RequestParam(required = false) @Size(max = 64) @Nullable String orderId,
			@RequestParam(required = false) @Nullable OrderStatus status,
			@RequestParam(required = false) @Size(max = 64) @Nullable String serviceTypeCode,
			@RequestParam(required = false) @Nullable OrderType orderType,
			@RequestParam(required = false) @Nullable Instant createTimeFrom,
			@RequestParam(required = false) @Nullable Instant createTimeTo,
			@RequestParam(required = false) @Nullable Instant paymentTimeFrom,
			@RequestParam(required = false) @Nullable Instant paymentTimeTo,
			@RequestParam(required = false) @Nullable RequestState payOnBehalfState,
			@RequestParam(required = false) @Nullable String sort,
			@RequestParam(required = false) @Size(max = 128) @Nullable String reveal, PageQuery page) {
		return this.lists
			.page(Viewer.of(caller, sight(caller, tab, indirectPartnerId), reveal),
					new OrderFilter(customerId, customerName, orderId, status, serviceTypeCode, orderType,
							this.periods.placed(createTimeFrom, createTimeTo),
							this.periods.optional(paymentTimeFrom, paymentTimeTo), payOnBehalfState),
					oldestFirst(sort), page)
			.map((listed) -> OrderView.of(caller, listed, now()));
	}

	@GetMapping("/api/v1/orders/{orderId}")
	@Operation(summary = "An order with its lines and discounts",
			description = "404 ORDER_NOT_FOUND for an order outside what the caller sees.")
	OrderView.Full get(Caller caller, @PathVariable String orderId,
			@RequestParam(required = false) @Nullable UUID indirectPartnerId,
			@RequestParam(required = false) @Size(max = 128) @Nullable String reveal) {
		OrderLists.Detail detail = this.lists.get(Viewer.of(caller, sight(caller, null, indirectPartnerId), reveal),
				orderId);
		return OrderView.Full.of(caller, detail, now());
	}

	@GetMapping("/api/v1/my/orders")
	@Operation(summary = "The customer's own orders, newest first",
			description = "The last 6 months unless createTimeFrom or createTimeTo tell; a year at most: 400 ORDER_SPAN_TOO_LONG.")
	Page<OrderView> mine(Caller caller, @RequestParam(required = false) @Nullable OrderStatus status,
			@RequestParam(required = false) @Nullable Instant createTimeFrom,
			@RequestParam(required = false) @Nullable Instant createTimeTo, PageQuery page) {
		OrderFilter filter = new OrderFilter(null, null, null, status, null, null,
				this.periods.placed(createTimeFrom, createTimeTo), OrderPeriods.Range.ALL, null);
		return this.lists.page(Viewer.self(caller), filter, false, page)
			.map((listed) -> OrderView.of(caller, listed, now()));
	}

	@GetMapping("/api/v1/my/orders/{orderId}")
	@Operation(summary = "One of the customer's own orders with its lines and discounts",
			description = "404 ORDER_NOT_FOUND for one that is not his.")
	OrderView.Full ofMine(Caller caller, @PathVariable String orderId) {
		OrderLists.Detail detail = this.lists.get(Viewer.self(caller), orderId);
		return OrderView.Full.of(caller, detail, now());
	}

	private Instant now() {
		return this.clock.instant();
	}

	private OrderSight sight(Caller caller, @Nullable Tab tab, @Nullable UUID reseller) {
		if (tab == Tab.RESELLERS && reseller == null) {
			return OrderSight.ofResellers(caller);
		}
		if (tab == Tab.OWN && reseller != null) {
			throw Problem.invalid("?indirectPartnerId", "CONFLICTING", "A reseller's customers are not your own.");
		}
		return OrderSight.of(caller, this.partners.realmOf(caller, reseller));
	}

	private static boolean oldestFirst(@Nullable String sort) {
		return switch ((sort != null) ? sort : "-createTime") {
			case "createTime" -> true;
			case "-createTime" -> false;
			default -> throw Problem.invalid("?sort", "WRONG_VALUE", "sort is createTime or -createTime.");
		};
	}

	/** Whose customers' orders are shown (8.2). */
	enum Tab {

		OWN, RESELLERS

	}

}
