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
import io.partnerhub.platform.page.Conditions;
import io.partnerhub.platform.page.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of off-line links and QR codes. */
@Repository
class InvitationLinkStore {

	private static final String SELECT = """
			select l.id, l.partner_id, l.owner_partner_id, l.account_manager_id, l.creator_id, l.channel,
			       l.association_type, l.custom_tag, l.created_at, l.revoked_at
			from invitation_link l
			where
			""";

	private final JdbcClient jdbc;

	InvitationLinkStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** False if its creator has one of this kind already. */
	boolean insert(InvitationLink link, InvitationToken token) {
		return this.jdbc.sql("""
				insert into invitation_link (id, partner_id, owner_partner_id, account_manager_id, creator_id, channel,
				                             association_type, custom_tag, token_digest, created_at)
				values (:id, :partner, :owner, :manager, :creator, :channel, :type, :tag, :digest, :createdAt)
				on conflict (owner_partner_id, custom_tag, association_type, channel) where revoked_at is null
				do nothing
				""")
			.param("id", link.id())
			.param("partner", link.partnerId())
			.param("owner", link.ownerPartnerId())
			.param("manager", link.accountManagerId())
			.param("creator", link.creatorId())
			.param("channel", link.channel().name())
			.param("type", link.type().name())
			.param("tag", link.customTag())
			.param("digest", token.digest())
			.param("createdAt", Timestamp.from(link.createdAt()))
			.update() == 1;
	}

	/** The one of this kind that its creator has. */
	Optional<InvitationLink> findPresent(UUID owner, String tag, AssociationType type, Channel channel) {
		return this.jdbc.sql(SELECT + """
				l.owner_partner_id = :owner and l.custom_tag = :tag and l.association_type = :type
				and l.channel = :channel and l.revoked_at is null
				""")
			.param("owner", owner)
			.param("tag", tag)
			.param("type", type.name())
			.param("channel", channel.name())
			.query(InvitationLinkStore::link)
			.optional();
	}

	Optional<InvitationLink> find(InvitationToken token) {
		return this.jdbc.sql(SELECT + "l.token_digest = :digest")
			.param("digest", token.digest())
			.query(InvitationLinkStore::link)
			.optional();
	}

	Optional<InvitationLink> find(UUID id, Sight sight) {
		return this.jdbc.sql(SELECT + sight.on("l") + "and l.id = :id")
			.params(sight.parameters())
			.param("id", id)
			.query(InvitationLinkStore::link)
			.optional();
	}

	Optional<InvitationLink> lockForShare(UUID id) {
		return this.jdbc.sql(SELECT + "l.id = :id for share")
			.param("id", id)
			.query(InvitationLinkStore::link)
			.optional();
	}

	List<InvitationLink> list(Sight sight, @Nullable AssociationType type, @Nullable Channel channel, PageQuery page) {
		Conditions conditions = new Conditions().and("l.association_type = :type", "type", type)
			.and("l.channel = :channel", "channel", channel)
			.and("l.id < :after", "after", page.after());
		return this.jdbc.sql(SELECT + sight.on("l") + "and " + conditions.text() + "order by l.id desc limit :fetch")
			.params(sight.parameters())
			.params(conditions.parameters())
			.param("fetch", page.fetch())
			.query(InvitationLinkStore::link)
			.list();
	}

	/** Nothing happens to one that was taken back before. */
	void revoke(UUID id, Instant now) {
		this.jdbc.sql("""
				update invitation_link set revoked_at = greatest(:now, created_at)
				where id = :id and revoked_at is null
				""").param("id", id).param("now", Timestamp.from(now)).update();
	}

	/** Whether this customer has come by this link before (I-30). */
	boolean hasBroughtBefore(UUID id, UUID customerId) {
		return this.jdbc.sql("""
				select exists (select from association where invitation_link_id = :id and customer_id = :customer)
				""").param("id", id).param("customer", customerId).query((row, index) -> row.getBoolean(1)).single();
	}

	private static InvitationLink link(ResultSet row, int index) throws SQLException {
		Timestamp revokedAt = row.getTimestamp("revoked_at");
		return new InvitationLink(row.getObject("id", UUID.class), row.getObject("partner_id", UUID.class),
				row.getObject("owner_partner_id", UUID.class), row.getObject("account_manager_id", UUID.class),
				row.getObject("creator_id", UUID.class), Channel.valueOf(row.getString("channel")),
				AssociationType.valueOf(row.getString("association_type")), row.getString("custom_tag"),
				row.getTimestamp("created_at").toInstant(), (revokedAt != null) ? revokedAt.toInstant() : null);
	}

}
