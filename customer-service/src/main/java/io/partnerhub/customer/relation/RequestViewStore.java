package io.partnerhub.customer.relation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.customer.relation.Request.State;
import io.partnerhub.customer.member.Sight;
import io.partnerhub.platform.page.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Requests with the names of both sides, as each side may see them. */
@Repository
class RequestViewStore {

	private static final String SELECT = """
			select d.id, d.partner_id, d.owner_partner_id, d.customer_id, d.epoch, d.initiator, d.reason,
			       d.requested_at, d.state, d.answer, d.decided_at, d.done_at, d.version, a.association_type,
			       coalesce(c.customer_name, c.account_name) as customer, p.name as partner
			from disassociation d
			join association a on a.customer_id = d.customer_id and a.epoch = d.epoch
			join customer c on c.id = d.customer_id
			join known_partner p on p.owner_partner_id = d.owner_partner_id
			where
			""";

	private final JdbcClient jdbc;

	RequestViewStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Named> find(UUID id, Sight sight) {
		return find(this.jdbc.sql(SELECT + sight.on("a") + "and d.id = :id").params(sight.parameters()), id);
	}

	Optional<Named> find(UUID id, UUID customerId) {
		return find(this.jdbc.sql(SELECT + "d.customer_id = :customer and d.id = :id").param("customer", customerId),
				id);
	}

	List<Named> list(Sight sight, @Nullable State state, PageQuery page) {
		return list(sight.on("a"), state, page, (spec) -> spec.params(sight.parameters()));
	}

	List<Named> list(UUID customerId, @Nullable State state, PageQuery page) {
		return list("d.customer_id = :customer\n", state, page, (spec) -> spec.param("customer", customerId));
	}

	private static Optional<Named> find(JdbcClient.StatementSpec statement, UUID id) {
		return statement.param("id", id).query(RequestViewStore::named).optional();
	}

	private List<Named> list(String whose, @Nullable State state, PageQuery page,
			java.util.function.UnaryOperator<JdbcClient.StatementSpec> parameters) {
		return parameters.apply(this.jdbc.sql(SELECT + whose + """
				and (:state::text is null or d.state = :state)
				and (:after::uuid is null or d.id < :after)
				order by d.id desc
				limit :fetch
				"""))
			.param("state", (state != null) ? state.name() : null)
			.param("after", page.after())
			.param("fetch", page.fetch())
			.query(RequestViewStore::named)
			.list();
	}

	private static Named named(ResultSet row, int index) throws SQLException {
		return new Named(RequestStore.request(row, index), AssociationType.valueOf(row.getString("association_type")),
				row.getString("customer"), row.getString("partner"));
	}

	/** A request and who is who in it. */
	record Named(Request request, AssociationType type, String customerName, String partnerName) {

		UUID id() {
			return this.request.id();
		}

	}

}
