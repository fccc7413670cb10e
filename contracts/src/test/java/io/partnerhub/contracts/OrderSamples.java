package io.partnerhub.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.OrderEvent.OrderCancelled;
import io.partnerhub.contracts.OrderEvent.OrderPaidOnBehalf;
import io.partnerhub.contracts.OrderEvent.OrderRefunded;
import io.partnerhub.contracts.OrderEvent.PayOnBehalfRejected;
import io.partnerhub.contracts.OrderEvent.PayOnBehalfRequested;
import io.partnerhub.contracts.VendorEvent.OrderReported;

/** One order and what becomes of it. */
final class OrderSamples {

	private static final Instant ORDERED = Instant.parse("2026-03-01T08:00:00Z");

	private static final Instant PAID = Instant.parse("2026-03-02T09:30:00Z");

	private static final String ORDER = "CS2603011600ABC1";

	private OrderSamples() {
	}

	static List<Event> all(UUID partner, UUID customer, UUID request) {
		return List.of(
				new PayOnBehalfRequested(partner, partner, customer, ORDER, request, yuan("120.00"),
						ORDERED.plusSeconds(7 * 24 * 3600)),
				new OrderPaidOnBehalf(partner, partner, customer, ORDER, request, yuan("100.00"), yuan("20.00"), PAID),
				new PayOnBehalfRejected(partner, partner, customer, ORDER, request, "the budget of the month is used"),
				new OrderCancelled(partner, partner, customer, ORDER, OrderEvent.Canceller.CUSTOMER),
				new OrderRefunded(partner, partner, customer, ORDER, request, "PARTNER_ACCOUNT", yuan("40.00"),
						yuan("20.00")),
				reported(customer));
	}

	private static Event reported(UUID customer) {
		VendorEvent.OrderLine line = new VendorEvent.OrderLine("1", ORDER + "-1", "hws.service.type.ec2",
				"Elastic Cloud Server", "s6.large.2", "2 vCPU, 4 GB", "hws.resource.type.vm", 2, 1, 1, yuan("150.00"),
				yuan("120.00"), ORDERED, PAID, true, false);
		VendorEvent.SubOrder part = new VendorEvent.SubOrder(ORDER + "-1", "NEW", "hws.service.type.ec2",
				"Elastic Cloud Server", yuan("150.00"), yuan("120.00"));
		VendorEvent.OrderDiscount discount = new VendorEvent.OrderDiscount("D1", 0, "0.8", 0, "0.8",
				List.of(new VendorEvent.LineDiscount("1", yuan("24.00"))));
		return new OrderReported(customer, ORDER, 3, "COMPLETED", "NEW", 1, "hws.service.type.ec2",
				"Elastic Cloud Server", yuan("150.00"), yuan("120.00"), ORDERED, PAID, PAID, "CT-1", "li.lei",
				"cn-north-1", "CS2602010900ABC1", false, "CLOUD_QUOTA_INSUFFICIENT",
				new VendorEvent.OrderPayment("ONLINE", "ALIPAY", yuan("100.00"), yuan("20.00"), PAID), List.of(line),
				List.of(part), List.of(discount), true);
	}

	private static Amount yuan(String amount) {
		return new Amount(amount, "CNY");
	}

}
