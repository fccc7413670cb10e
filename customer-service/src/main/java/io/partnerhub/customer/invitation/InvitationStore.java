package io.partnerhub.customer.invitation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.customer.member.Sight;
import io.partnerhub.platform.page.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of invitations, with the delivery of their mail when a partner looks at them. */
@Repository
class InvitationStore {

	private static final String COLUMNS = """
			i.id, i.partner_id, i.owner_partner_id, i.pre_registration_id, i.account_manager_id, i.association_type,
			i.language, i.state, i.invited_at, i.expires_at
			""";

	private static final String VIEW = "select " + COLUMNS + """
			, p.customer_name, p.email, i.invited_by, i.used_at, i.used_by, m.state as delivery, m.attempts,
			m.last_failure, m.sent_at
			from invitation i
			join pre_registration p on p.id = i.pre_registration_id
			join mail m on m.id = i.mail_id
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
					                        association_type, language, token_digest, mail_id, state, invited_by, invited_at,
					                        expires_at)
					values (:id, :partner, :owner, :preRegistration, :manager, :type, :language, :digest, :mail, :state, :by,
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
		return find(token, "");
	}

	Optional<Invitation> lock(InvitationToken token) {
		return find(token, " for update");
	}

	private Optional<Invitation> find(InvitationToken token, String lock) {
		return this.jdbc.sql("select " + COLUMNS + "from invitation i where i.token_digest = :digest" + lock)
			.param("digest", token.digest())
			.query(InvitationStore::invitation)
			.optional();
	}

	/** Writes down who accepted what (INV-14); false if the link had stopped working. */
	boolean use(UUID id, Acceptances.Evidence evidence) {
		return this.jdbc.sql("""
				update invitation
				set state = 'USED', used_at = greatest(:at, invited_at), used_by = :customer, accepted_notice = :notice,
				    accepted_login = :login, accepted_from = :from
				where id = :id and state = 'SENT' and expires_at > :at
				""")
			.param("id", id)
			.param("at", Timestamp.from(evidence.at()))
			.param("customer", evidence.customerId())
			.param("notice", evidence.noticeVersion())
			.param("login", evidence.login())
			.param("from", evidence.address())
			.update() == 1;
	}

	Optional<InvitationView> view(UUID id, Sight sight, Instant now) {
		return this.jdbc.sql(VIEW + sight.on("i") + "and i.id = :id")
			.params(sight.parameters())
			.param("id", id)
			.query((row, index) -> view(row, now))
			.optional();
	}

	List<InvitationView> list(Sight sight, @Nullable UUID preRegistrationId, PageQuery page, Instant now) {
		return this.jdbc.sql(VIEW + sight.on("i") + """
				and (:preRegistration::uuid is null or i.pre_registration_id = :preRegistration)
				and (:after::uuid is null or i.id < :after)
				order by i.id desc
				limit :fetch
				""")
			.params(sight.parameters())
			.param("preRegistration", preRegistrationId)
			.param("after", page.after())
			.param("fetch", page.fetch())
			.query((row, index) -> view(row, now))
			.list();
	}

	private static Invitation invitation(ResultSet row, int index) throws SQLException {
		return new Invitation(row.getObject("id", UUID.class), row.getObject("partner_id", UUID.class),
				row.getObject("owner_partner_id", UUID.class), row.getObject("pre_registration_id", UUID.class),
				row.getObject("account_manager_id", UUID.class),
				AssociationType.valueOf(row.getString("association_type")), Language.of(row.getString("language")),
				Invitation.State.valueOf(row.getString("state")), row.getTimestamp("invited_at").toInstant(),
				row.getTimestamp("expires_at").toInstant());
	}

	private static InvitationView view(ResultSet row, Instant now) throws SQLException {
		Timestamp sentAt = row.getTimestamp("sent_at");
		Timestamp usedAt = row.getTimestamp("used_at");
		return InvitationView.of(invitation(row, 0), now, row.getString("customer_name"), row.getString("email"),
				row.getString("invited_by"), (usedAt != null) ? usedAt.toInstant() : null,
				row.getObject("used_by", UUID.class),
				InvitationView.Delivery.of(row.getString("delivery"), row.getInt("attempts"),
						row.getString("last_failure"), (sentAt != null) ? sentAt.toInstant() : null));
	}

}
