package io.partnerhub.billing.refund;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/** The columns of a refund, which more than one store reads. */
final class RefundRows {

	static final String SELECT = """
			select r.id, r.partner_id, r.owner_partner_id, r.reference, r.refund_order_number, r.order_id, r.base_order_number,
			       r.customer_id, r.cause, r.cash_minor, r.credit_minor, r.coupon_minor, r.service_type_code,
			       r.service_type_name, r.resource_type_code, r.resource_type_name, r.region_code, r.state, r.destination,
			       r.expected_by, r.approve_by, r.settle_at, r.told_at, r.finished_at, r.reason
			from order_refund r
			""";

	private RefundRows() {
	}

	static Refund refund(ResultSet row) throws SQLException {
		String destination = row.getString("destination");
		return new Refund(id(row, "id"), new Realm(id(row, "partner_id"), id(row, "owner_partner_id")),
				row.getString("reference"), row.getString("refund_order_number"), id(row, "order_id"),
				row.getString("base_order_number"), id(row, "customer_id"), RefundCause.valueOf(row.getString("cause")),
				money(row, "cash_minor"), money(row, "credit_minor"), money(row, "coupon_minor"),
				new ToldRefund.Subject(row.getString("service_type_code"), row.getString("service_type_name"),
						row.getString("resource_type_code"), row.getString("resource_type_name"),
						row.getString("region_code")),
				Refund.State.valueOf(row.getString("state")),
				(destination != null) ? Destination.valueOf(destination) : null,
				row.getObject("expected_by", LocalDate.class), instant(row, "approve_by"), instant(row, "settle_at"),
				row.getTimestamp("told_at").toInstant(), instant(row, "finished_at"), row.getString("reason"));
	}

	static @Nullable Timestamp timestamp(@Nullable Instant instant) {
		return (instant != null) ? Timestamp.from(instant) : null;
	}

	static UUID id(ResultSet row, String column) throws SQLException {
		return Objects.requireNonNull(row.getObject(column, UUID.class));
	}

	static Money money(ResultSet row, String column) throws SQLException {
		return Money.ofMinor(row.getLong(column));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp time = row.getTimestamp(column);
		return (time != null) ? time.toInstant() : null;
	}

}
