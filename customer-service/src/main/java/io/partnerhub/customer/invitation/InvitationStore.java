package io.partnerhub.customer.invitation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.customer.mail.Language;
import io.partnerhub.customer.member.Sight;
import io.partnerhub.platform.page.Conditions;
import io.partnerhub.platform.page.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of invitations, with the delivery of their mail when a partner looks at them. */
@Repository
class InvitationStore {

	private static final String COLUMNS = """
			i.id, i.partner_id, i.owner_partner_id, i.pre_registration_id, i.account_manager_id, i.inviter_id,
			i.association_type, i.language, i.state, i.invited_at, i.expires_at
			""";

	/** One whose time is over reads as EXPIRED before anybody wrote it down. */
	private static final String STATE = "case when i.state = 'SENT' and i.expires_at <= :now then 'EXPIRED' else i.state end";

	private static final String VIEW = "select " + COLUMNS + ", " + STATE + " as present_state, "
			+ EvidenceStore.COLUMNS
			+ """
					, p.customer_name, p.email, p.state = 'REGISTERED' and p.valid_until > :now as registered, i.invited_by,
					i.reminded_at, i.used_at, i.used_by, m.state as delivery, m.attempts, m.last_failure, m.sent_at
					from invitation i
					join pre_registration p on p.id = i.pre_registration_id
					join mail m on m.id = i.mail_id
					left join association a on a.invitation_id = i.id
					left join association_evidence e on e.association_id = a.id
					where
					""";

	private final JdbcClient jdbc;

	InvitationStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(Invitation invitation, InvitationToken token, UUID mailId, String invitedBy) {
		this.jdbc
			.sql("""
					insert into invitation (id, partner_id, owner_partner_id, pre_registration_id, account_manager_id,
					                        association_type, language, token_digest, mail_id, state, invited_by, inviter_id,
					                        invited_at, expires_at)
					values (:id, :partner, :owner, :preRegistration, :manager, :type, :language, :digest, :mail, :state, :by, :inviter,
					        :invitedAt, :expiresAt)
					""")
			.param("id", invitation.id())
			.param("partner", invitation.partnerId())
			.param("owner", invitation.ownerPartnerId())
			.param("preRegistration", invitation.preRegistrationId())
			.param("manager", invitation.accountManagerId())
			.param("type", invitation.type().name())
			.param("language", invitation.language().code())
			.param("digest", token.digest())
			.param("mail", mailId)
			.param("state", invitation.state().name())
			.param("by", invitedBy)
			.param("inviter", invitation.creatorId())
			.param("invitedAt", Timestamp.from(invitation.invitedAt()))
			.param("expiresAt", Timestamp.from(invitation.expiresAt()))
			.update();
	}

	/**
	 * Closes the open invitation of a pre-registration; one whose time is over has
	 * expired.
	 */
	void close(UUID preRegistrationId, Invitation.State state, Instant now) {
		this.jdbc.sql("""
				update invitation set state = case when expires_at <= :now then 'EXPIRED' else :state end
				where pre_registration_id = :id and state = 'SENT'
				""")
			.param("id", preRegistrationId)
			.param("state", state.name())
			.param("now", Timestamp.from(now))
			.update();
	}

	Optional<Invitation> find(InvitationToken token) {
		return this.jdbc.sql("select " + COLUMNS + "from invitation i where i.token_digest = :digest")
			.param("digest", token.digest())
			.query(InvitationStore::invitation)
			.optional();
	}

	Optional<Invitation> find(UUID id, Sight sight) {
		return this.jdbc.sql("select " + COLUMNS + "from invitation i where " + sight.on("i") + "and i.id = :id")
			.params(sight.parameters())
			.param("id", id)
			.query(InvitationStore::invitation)
			.optional();
	}

	Optional<Invitation> lock(UUID id) {
		return this.jdbc.sql("select " + COLUMNS + "from invitation i where i.id = :id for update")
			.param("id", id)
			.query(InvitationStore::invitation)
			.optional();
	}

	/** False if the link had stopped working. */
	boolean use(UUID id, UUID customerId, Instant now) {
		return this.jdbc.sql("""
				update invitation set state = 'USED', used_at = greatest(:at, invited_at), used_by = :customer
				where id = :id and state = 'SENT' and expires_at > :at
				""").param("id", id).param("at", Timestamp.from(now)).param("customer", customerId).update() == 1;
	}

	/** The caller holds the row. */
	void revoke(UUID id) {
		this.jdbc.sql("update invitation set state = 'REVOKED' where id = :id").param("id", id).update();
	}

	Optional<InvitationView> view(UUID id, Sight sight, Instant now) {
		return this.jdbc.sql(VIEW + sight.on("i") + "and i.id = :id")
			.params(sight.parameters())
			.param("id", id)
			.param("now", Timestamp.from(now))
			.query(InvitationStore::view)
			.optional();
	}

	List<InvitationView> list(Sight sight, InvitationFilter filter, PageQuery page, Instant now) {
		Conditions conditions = new Conditions()
			.and("i.pre_registration_id = :preRegistration", "preRegistration", filter.preRegistrationId())
			.and("i.association_type = :type", "type", filter.associationType())
			.and(":state = " + STATE, "state", filter.state())
			.and("i.id < :after", "after", page.after());
		return this.jdbc.sql(VIEW + sight.on("i") + "and " + conditions.text() + "order by i.id desc limit :fetch")
			.params(sight.parameters())
			.params(conditions.parameters())
			.param("now", Timestamp.from(now))
			.param("fetch", page.fetch())
			.query(InvitationStore::view)
			.list();
	}

	private static Invitation invitation(ResultSet row, int index) throws SQLException {
		return new Invitation(row.getObject("id", UUID.class), row.getObject("partner_id", UUID.class),
				row.getObject("owner_partner_id", UUID.class), row.getObject("pre_registration_id", UUID.class),
				row.getObject("account_manager_id", UUID.class), row.getObject("inviter_id", UUID.class),
				AssociationType.valueOf(row.getString("association_type")), Language.of(row.getString("language")),
				Invitation.State.valueOf(row.getString("state")), row.getTimestamp("invited_at").toInstant(),
				row.getTimestamp("expires_at").toInstant());
	}

	private static InvitationView view(ResultSet row, int index) throws SQLException {
		Invitation invitation = invitation(row, index);
		return new InvitationView(invitation.id(), invitation.channel(), invitation.preRegistrationId(),
				row.getString("customer_name"), row.getString("email"), invitation.type(), invitation.language(),
				Invitation.State.valueOf(row.getString("present_state")), row.getString("invited_by"),
				invitation.accountManagerId(), invitation.invitedAt(), invitation.expiresAt(), null,
				instant(row, "reminded_at"), instant(row, "used_at"), row.getObject("used_by", UUID.class),
				EvidenceStore.find(row),
				InvitationView.Delivery.of(row.getString("delivery"), row.getInt("attempts"),
						row.getString("last_failure"), instant(row, "sent_at")),
				List.of(), row.getBoolean("registered"));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp time = row.getTimestamp(column);
		return (time != null) ? time.toInstant() : null;
	}

}
