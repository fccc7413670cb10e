package io.partnerhub.customer.preregistration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.customer.preregistration.PreRegistration.State;
import io.partnerhub.platform.page.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Pre-registrations of all partners as the vendor reviews them, and his decisions. */
@Repository
class ReviewStore {

	private static final String OF_ALL = PreRegistrationStore.SELECT + """
			, p.name as partner
			from pre_registration r
			left join known_partner p on p.owner_partner_id = r.owner_partner_id
			where
			""";

	private final JdbcClient jdbc;

	ReviewStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Submitted> find(UUID id, Instant now) {
		return this.jdbc.sql(OF_ALL + "r.id = :id")
			.param("id", id)
			.param("now", Timestamp.from(now))
			.query(ReviewStore::submitted)
			.optional();
	}

	List<Submitted> list(@Nullable State state, @Nullable UUID partnerId, PageQuery page, Instant now) {
		return this.jdbc
			.sql(OF_ALL + "true\n" + ((state != null) ? PreRegistrationFilter.in(state) : "")
					+ ((partnerId != null) ? "and r.owner_partner_id = :partner\n" : "")
					+ ((page.after() != null) ? "and r.id < :after\n" : "") + """
							order by r.id desc
							limit :fetch
							""")
			.param("now", Timestamp.from(now))
			.param("partner", partnerId)
			.param("after", page.after())
			.param("fetch", page.fetch())
			.query(ReviewStore::submitted)
			.list();
	}

	/** Writes down a decision about a row in review; the caller holds it. */
	void decide(PreRegistration decided) {
		this.jdbc.sql("""
				update pre_registration
				set state = :state, registered_at = :registeredAt, valid_until = :validUntil, reject_reason = :reason,
				    reviewed_by = :by, reviewed_at = :at
				where id = :id and state = 'PENDING_REVIEW'
				""")
			.param("id", decided.id())
			.param("state", decided.state().name())
			.param("registeredAt", timestamp(decided.registeredAt()))
			.param("validUntil", timestamp(decided.validUntil()))
			.param("reason", decided.review().rejectReason())
			.param("by", decided.review().by())
			.param("at", timestamp(Objects.requireNonNull(decided.review().at())))
			.update();
	}

	private static Submitted submitted(ResultSet row, int index) throws SQLException {
		return new Submitted(PreRegistrationStore.preRegistration(row, index), row.getString("partner"));
	}

	private static @Nullable Timestamp timestamp(@Nullable Instant time) {
		return (time != null) ? Timestamp.from(time) : null;
	}

	/** A pre-registration and the name of the partner who wants it. */
	record Submitted(PreRegistration row, @Nullable String partnerName) {
	}

}
