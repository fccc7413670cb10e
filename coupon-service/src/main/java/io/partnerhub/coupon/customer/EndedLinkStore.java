package io.partnerhub.coupon.customer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.coupon.customer.EndedLinks.Progress;
import io.partnerhub.coupon.customer.EndedLinks.State;
import io.partnerhub.platform.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of links that ended; never waits for another instance. */
@Repository
class EndedLinkStore {

	private static final String COLUMNS = """
			customer_id, partner_id, owner_partner_id, epoch, cause, ended_at, coupons, amount_minor, waits_for
			""";

	private final JdbcClient jdbc;

	EndedLinkStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The row makes the end happen once. */
	boolean insert(EndedLink link) {
		return this.jdbc.sql("""
				insert into ended_link (customer_id, partner_id, owner_partner_id, epoch, cause, ended_at, state)
				values (:customer, :partner, :owner, :epoch, :cause, :endedAt, 'ENDING')
				on conflict do nothing
				""")
			.param("customer", link.customerId())
			.param("partner", link.partnerId())
			.param("owner", link.ownerPartnerId())
			.param("epoch", link.epoch())
			.param("cause", link.cause().name())
			.param("endedAt", Timestamp.from(link.endedAt()))
			.update() == 1;
	}

	List<EndedLink> open(int limit) {
		return this.jdbc.sql("select " + COLUMNS + """
				from ended_link
				where state <> 'DONE'
				order by ended_at
				limit :limit
				""").param("limit", limit).query((row, index) -> link(row)).list();
	}

	Optional<Progress> lock(EndedLink link) {
		return this.jdbc.sql("select " + COLUMNS + """
				from ended_link
				where customer_id = :customer and epoch = :epoch and state <> 'DONE'
				for update skip locked
				""")
			.param("customer", link.customerId())
			.param("epoch", link.epoch())
			.query(EndedLinkStore::progress)
			.optional();
	}

	List<Progress> lockWaiting(UUID customerId, Collection<UUID> couponIds) {
		return this.jdbc.sql("select " + COLUMNS + """
				from ended_link
				where customer_id = :customer and state = 'WAITING' and waits_for && :coupons::uuid[]
				order by epoch
				for update skip locked
				""")
			.param("customer", customerId)
			.param("coupons", couponIds.toArray(UUID[]::new))
			.query(EndedLinkStore::progress)
			.list();
	}

	void save(Progress progress, State state) {
		this.jdbc.sql("""
				update ended_link
				   set state = :state, coupons = :coupons, amount_minor = :amount, waits_for = :waitsFor::uuid[]
				 where customer_id = :customer and epoch = :epoch
				""")
			.param("customer", progress.link().customerId())
			.param("epoch", progress.link().epoch())
			.param("state", state.name())
			.param("coupons", progress.count())
			.param("amount", progress.amount().minor())
			.param("waitsFor", progress.waitsFor().toArray(UUID[]::new))
			.update();
	}

	private static Progress progress(ResultSet row, int index) throws SQLException {
		return new Progress(link(row), row.getLong("coupons"), Money.ofMinor(row.getLong("amount_minor")),
				List.of((UUID[]) row.getArray("waits_for").getArray()));
	}

	private static EndedLink link(ResultSet row) throws SQLException {
		return new EndedLink(row.getObject("partner_id", UUID.class), row.getObject("owner_partner_id", UUID.class),
				row.getObject("customer_id", UUID.class), row.getInt("epoch"),
				EndedLink.Cause.valueOf(row.getString("cause")), row.getTimestamp("ended_at").toInstant());
	}

}
