package io.partnerhub.billing.payonbehalf;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.billing.order.RequestState;
import io.partnerhub.contracts.AssociationType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of requests; whoever writes one holds the order's row. */
@Component
class RequestStore {

	private final JdbcClient jdbc;

	RequestStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(PayRequest request) {
		this.jdbc
			.sql("""
					insert into pay_on_behalf (id, partner_id, owner_partner_id, order_id, customer_id, epoch, association_type,
					                           state, requested_at, requested_by)
					values (:id, :partner, :owner, :order, :customer, :epoch, :association, 'PENDING', :at, :by)
					""")
			.param("id", request.id())
			.param("partner", request.realm().partnerId())
			.param("owner", request.realm().ownerPartnerId())
			.param("order", request.orderId())
			.param("customer", request.customerId())
			.param("epoch", request.epoch())
			.param("association", request.associationType().name())
			.param("at", Timestamp.from(request.requestedAt()))
			.param("by", request.requestedBy())
			.update();
	}

	Optional<PayRequest> findOpen(UUID order) {
		return this.jdbc
			.sql("""
					select id, partner_id, owner_partner_id, order_id, customer_id, epoch, association_type, state, requested_at,
					       requested_by
					from pay_on_behalf
					where order_id = :order and state = 'PENDING'
					""")
			.param("order", order)
			.query((row, index) -> request(row))
			.optional();
	}

	void decide(UUID id, Decision decision) {
		this.jdbc.sql("""
				update pay_on_behalf
				set state = :state, reason = :reason::text, decided_at = greatest(:at, requested_at), decided_by = :by
				where id = :id
				""")
			.param("state", decision.state().name())
			.param("reason", decision.reason())
			.param("at", Timestamp.from(decision.at()))
			.param("by", decision.by())
			.param("id", id)
			.update();
	}

	int countOpen(Realm realm, UUID customer) {
		return this.jdbc
			.sql("""
					select count(*)
					from pay_on_behalf
					where partner_id = :partner and owner_partner_id = :owner and customer_id = :customer and state = 'PENDING'
					""")
			.param("partner", realm.partnerId())
			.param("owner", realm.ownerPartnerId())
			.param("customer", customer)
			.query((row, index) -> row.getInt(1))
			.single();
	}

	private static PayRequest request(ResultSet row) throws SQLException {
		return new PayRequest(id(row, "id"), new Realm(id(row, "partner_id"), id(row, "owner_partner_id")),
				id(row, "order_id"), id(row, "customer_id"), row.getInt("epoch"),
				AssociationType.valueOf(row.getString("association_type")),
				RequestState.valueOf(row.getString("state")), row.getTimestamp("requested_at").toInstant(),
				row.getString("requested_by"));
	}

	private static UUID id(ResultSet row, String column) throws SQLException {
		return Objects.requireNonNull(row.getObject(column, UUID.class));
	}

}
