package io.partnerhub.billing.order;

import java.time.Instant;
import java.util.Locale;

import io.partnerhub.platform.problem.Problem;
import io.partnerhub.platform.web.Wire;
import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/**
 * Which orders are wanted, in the vendor's words; the begin of a time range is exclusive
 * there.
 */
record OrderQuery(@Parameter(name = "order_id") @BindParam("order_id") @Nullable String orderId,
		@Parameter(name = "customer_id") @BindParam("customer_id") @Nullable String customerId,
		@Parameter(name = "create_time_begin") @BindParam("create_time_begin") @Nullable String createBegin,
		@Parameter(name = "create_time_end") @BindParam("create_time_end") @Nullable String createEnd,
		@Parameter(name = "service_type_code") @BindParam("service_type_code") @Nullable String serviceTypeCode,
		@Nullable Integer status, @Parameter(name = "order_type") @BindParam("order_type") @Nullable String orderType,
		@Nullable Integer limit, @Nullable Integer offset,
		@Parameter(name = "order_by") @BindParam("order_by") @Nullable String orderBy,
		@Parameter(name = "payment_time_begin") @BindParam("payment_time_begin") @Nullable String paymentBegin,
		@Parameter(name = "payment_time_end") @BindParam("payment_time_end") @Nullable String paymentEnd,
		@Parameter(name = "indirect_partner_id") @BindParam("indirect_partner_id") @Nullable String indirectPartnerId,
		@Nullable String method) {

	OrderFilter filter(OrderPeriods periods) {
		String whose = Wire.filter(this.method);
		if (whose != null && !whose.equals("oneself") && !whose.equals("sub_customer")) {
			throw Problem.invalid("/method", "INVALID", "method is oneself or sub_customer.");
		}
		return new OrderFilter(Wire.id(this.customerId), null, Wire.filter(this.orderId), statusFilter(),
				Wire.filter(this.serviceTypeCode), typeFilter(),
				periods.placed(after(Wire.instant("create_time_begin", this.createBegin)),
						Wire.instant("create_time_end", this.createEnd)),
				periods.optional(after(Wire.instant("payment_time_begin", this.paymentBegin)),
						Wire.instant("payment_time_end", this.paymentEnd)),
				null);
	}

	boolean oldestFirst() {
		String order = Wire.filter(this.orderBy);
		return switch ((order != null) ? order.toLowerCase(Locale.ROOT) : "-createtime") {
			case "createtime" -> true;
			case "-createtime" -> false;
			default -> throw Problem.invalid("/order_by", "INVALID", "order_by is createTime or -createTime.");
		};
	}

	private @Nullable OrderStatus statusFilter() {
		return (this.status == null) ? null : OrderStatus.of(this.status)
			.orElseThrow(() -> Problem.invalid("/status", "INVALID", "There is no such status."));
	}

	private @Nullable OrderType typeFilter() {
		Integer code = Wire.number("order_type", this.orderType);
		return (code == null) ? null : OrderType.of(code)
			.orElseThrow(() -> Problem.invalid("/order_type", "INVALID", "There is no such order type."));
	}

	/** Seconds are the unit of this face. */
	private static @Nullable Instant after(@Nullable Instant begin) {
		return (begin != null) ? begin.plusSeconds(1) : null;
	}

}
