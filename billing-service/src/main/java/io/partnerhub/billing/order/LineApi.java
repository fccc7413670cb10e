package io.partnerhub.billing.order;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.billing.partner.KnownPartners;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What customers ordered, line by line (订单资源明细, ORD-04). */
@RestController
@Tag(name = "Orders")
class LineApi {

	private final Lines lines;

	private final KnownPartners partners;

	LineApi(Lines lines, KnownPartners partners) {
		this.lines = lines;
		this.partners = partners;
	}

	@GetMapping("/api/v1/order-lines")
	@Operation(summary = "Lines of customers' orders, the newest first",
			description = "Seen as orders are. expireTimeFrom is inclusive, expireTimeTo exclusive. customerName is masked "
					+ "unless named in reveal, as in the list of orders.")
	Page<LineView> list(Caller caller, @RequestParam(required = false) @Nullable UUID indirectPartnerId,
			@RequestParam(required = false) @Nullable Instant expireTimeFrom,
			@RequestParam(required = false) @Nullable Instant expireTimeTo,
			@RequestParam(required = false) @Size(max = 128) @Nullable String customerName,
			@RequestParam(required = false) @Size(max = 64) @Nullable String orderId,
			@RequestParam(required = false) @Size(max = 64) @Nullable String serviceTypeCode,
			@RequestParam(required = false) @Nullable OrderType orderType,
			@RequestParam(required = false) @Nullable OrderStatus status,
			@RequestParam(required = false) @Size(max = 128) @Nullable String reveal, PageQuery page) {
		OrderSight sight = OrderSight.of(caller, this.partners.realmOf(caller, indirectPartnerId));
		return this.lines
			.page(Viewer.of(caller, sight, reveal),
					new LineFilter(OrderPeriods.ahead(expireTimeFrom, expireTimeTo), customerName, orderId,
							serviceTypeCode, orderType, status),
					page)
			.map(LineView::of);
	}

	/**
	 * A line with the order it is in.
	 *
	 * @param customerName masked unless revealed
	 * @param periodType 0 day, 1 week, 2 month, 3 year, 4 hour, 5 once
	 */
	record LineView(String orderId, String lineId, @Nullable String subOrderId, UUID customerId,
			@Nullable String customerName, OrderStatus status, OrderType orderType, String serviceTypeCode,
			@Nullable String serviceTypeName, String productId, @Nullable String productSpec,
			@Nullable Integer periodType, @Nullable Integer periodNum, int quantity, Money officialAmount,
			Money amountAfterDiscount, @Nullable Instant effectiveTime, @Nullable Instant expireTime) {

		static LineView of(LineListStore.Row row) {
			OrderLine line = row.line();
			return new LineView(row.orderNumber(), line.number(), line.subOrder(), row.customerId(), row.customerName(),
					row.status(), row.type(), line.serviceTypeCode(), line.serviceTypeName(), line.productId(),
					line.productSpec(), line.periodType(), line.periodNum(), line.quantity(), line.official(),
					line.amount(), line.effectiveAt(), line.expiresAt());
		}

	}

}
