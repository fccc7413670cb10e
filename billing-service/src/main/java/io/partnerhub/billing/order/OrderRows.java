package io.partnerhub.billing.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/** The columns of an order, which more than one store reads. */
final class OrderRows {

	static final String COLUMNS = """
			o.id, o.partner_id, o.owner_partner_id, o.order_number, o.combined_id, o.feed_version, o.customer_id, o.epoch,
			o.status, o.cancelled_by, o.order_type, o.source_type, o.service_type_code, o.service_type_name, o.official_minor,
			o.amount_minor, o.created_at, o.pay_before, o.effective_by, o.contract_id, o.creator, o.region,
			o.base_order_number, o.hardware, o.failure, o.request_id, o.payment_id, o.paid_at, o.paid_by, o.paid_with,
			o.paid_provider, o.paid_account, o.paid_cash_minor, o.paid_credit_minor, o.paid_coupon_minor,
			o.paid_discount_minor, o.paid_association, o.reservation_id
			""";

	static final String SELECT = "select " + COLUMNS + "from customer_order o\n";

	private OrderRows() {
	}

	static Order order(ResultSet row) throws SQLException {
		String cancelledBy = row.getString("cancelled_by");
		return new Order(id(row, "id"), new Realm(id(row, "partner_id"), id(row, "owner_partner_id")),
				row.getString("order_number"), row.getObject("combined_id", UUID.class), id(row, "customer_id"),
				row.getInt("epoch"), facts(row), OrderStatus.valueOf(row.getString("status")),
				row.getLong("feed_version"), (cancelledBy != null) ? Canceller.valueOf(cancelledBy) : null,
				row.getObject("request_id", UUID.class), paid(row));
	}

	static Map<String, @Nullable Object> columns(Paid paid) {
		Map<String, @Nullable Object> columns = new HashMap<>();
		columns.put("payment", paid.paymentId());
		columns.put("at", Timestamp.from(paid.at()));
		columns.put("by", paid.by().name());
		columns.put("with", paid.with().name());
		columns.put("provider", paid.provider());
		columns.put("account", paid.account());
		columns.put("cash", paid.cash().minor());
		columns.put("credit", paid.credit().minor());
		columns.put("coupons", paid.coupons().minor());
		columns.put("discount", paid.discount().minor());
		columns.put("association", paid.association().name());
		columns.put("reservation", paid.reservationId());
		return columns;
	}

	static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp time = row.getTimestamp(column);
		return (time != null) ? time.toInstant() : null;
	}

	static @Nullable Timestamp timestamp(@Nullable Instant instant) {
		return (instant != null) ? Timestamp.from(instant) : null;
	}

	static @Nullable String name(@Nullable Enum<?> code) {
		return (code != null) ? code.name() : null;
	}

	private static OrderFacts facts(ResultSet row) throws SQLException {
		String failure = row.getString("failure");
		return new OrderFacts(OrderType.valueOf(row.getString("order_type")), row.getInt("source_type"),
				row.getString("service_type_code"), row.getString("service_type_name"), money(row, "official_minor"),
				money(row, "amount_minor"), row.getTimestamp("created_at").toInstant(),
				row.getTimestamp("pay_before").toInstant(), instant(row, "effective_by"), row.getString("contract_id"),
				row.getString("creator"), row.getString("region"), row.getString("base_order_number"),
				row.getBoolean("hardware"), (failure != null) ? OrderFailure.valueOf(failure) : null);
	}

	private static @Nullable Paid paid(ResultSet row) throws SQLException {
		UUID payment = row.getObject("payment_id", UUID.class);
		if (payment == null) {
			return null;
		}
		return new Paid(payment, row.getTimestamp("paid_at").toInstant(), Paid.By.valueOf(row.getString("paid_by")),
				Paid.With.valueOf(row.getString("paid_with")), row.getString("paid_provider"),
				row.getObject("paid_account", UUID.class), money(row, "paid_cash_minor"),
				money(row, "paid_credit_minor"), money(row, "paid_coupon_minor"), money(row, "paid_discount_minor"),
				AssociationType.valueOf(row.getString("paid_association")),
				row.getObject("reservation_id", UUID.class));
	}

	static UUID id(ResultSet row, String column) throws SQLException {
		return Objects.requireNonNull(row.getObject(column, UUID.class));
	}

	static Money money(ResultSet row, String column) throws SQLException {
		return Money.ofMinor(row.getLong(column));
	}

}
