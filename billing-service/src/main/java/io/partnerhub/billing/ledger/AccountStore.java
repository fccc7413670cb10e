package io.partnerhub.billing.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import io.partnerhub.platform.Ids;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of accounts. */
@Component
class AccountStore {

	private static final String COLUMNS = """
			select id, partner_id, owner_partner_id, owner_kind, holder_id, type, balance_minor, designated_minor,
			       credit_limit_minor, overdrawable, alert_below_minor, entries
			from account
			""";

	private final JdbcClient jdbc;

	AccountStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Account> find(Place place) {
		return this.jdbc.sql(COLUMNS + """
				where partner_id = :partner and owner_partner_id = :owner and owner_kind = :kind and holder_id = :holder
				  and type = :type
				""")
			.param("partner", place.realm().partnerId())
			.param("owner", place.realm().ownerPartnerId())
			.param("kind", place.ownerKind().name())
			.param("holder", place.holderId())
			.param("type", place.type().name())
			.query((row, index) -> account(row))
			.optional();
	}

	/** A holder's accounts in the realm, in the order of their ids. */
	List<Account> findAll(Realm realm, OwnerKind kind, UUID holder) {
		return this.jdbc.sql(COLUMNS + """
				where partner_id = :partner and owner_partner_id = :owner and owner_kind = :kind and holder_id = :holder
				order by id
				""")
			.param("partner", realm.partnerId())
			.param("owner", realm.ownerPartnerId())
			.param("kind", kind.name())
			.param("holder", holder)
			.query((row, index) -> account(row))
			.list();
	}

	List<Account> findAll(OwnerKind kind, UUID holder) {
		return this.jdbc.sql(COLUMNS + "where owner_kind = :kind and holder_id = :holder order by id")
			.param("kind", kind.name())
			.param("holder", holder)
			.query((row, index) -> account(row))
			.list();
	}

	/** The accounts of many customers with one partner. */
	List<Account> findOfCustomers(Realm realm, Collection<UUID> customers) {
		return this.jdbc.sql(COLUMNS + """
				where partner_id = :partner and owner_partner_id = :owner and owner_kind = 'CUSTOMER'
				  and holder_id = any(:customers)
				order by id
				""")
			.param("partner", realm.partnerId())
			.param("owner", realm.ownerPartnerId())
			.param("customers", customers.toArray(UUID[]::new))
			.query((row, index) -> account(row))
			.list();
	}

	/** The customer's link that his account serves, if it is still his latest. */
	Optional<Integer> epochOf(Account account) {
		return this.jdbc.sql("""
				select epoch
				from known_customer
				where customer_id = :holder and partner_id = :partner and owner_partner_id = :owner
				""")
			.param("holder", account.holderId())
			.param("partner", account.realm().partnerId())
			.param("owner", account.realm().ownerPartnerId())
			.query((row, index) -> row.getInt("epoch"))
			.optional();
	}

	/** False if it was there already. */
	boolean open(Place place) {
		return this.jdbc
			.sql("""
					insert into account (id, partner_id, owner_partner_id, owner_kind, holder_id, type, currency, overdrawable)
					values (:id, :partner, :owner, :kind, :holder, :type, 'CNY', :overdrawable)
					on conflict (partner_id, owner_partner_id, owner_kind, holder_id, type, currency) do nothing
					""")
			.param("id", Ids.next())
			.param("partner", place.realm().partnerId())
			.param("owner", place.realm().ownerPartnerId())
			.param("kind", place.ownerKind().name())
			.param("holder", place.holderId())
			.param("type", place.type().name())
			.param("overdrawable", place.ownerKind() == OwnerKind.VENDOR)
			.update() == 1;
	}

	/** Deletes accounts that this transaction has opened and nobody else knows. */
	void close(Collection<UUID> ids) {
		if (!ids.isEmpty()) {
			this.jdbc.sql("delete from account where id = any(:ids) and entries = 0")
				.param("ids", ids.toArray(UUID[]::new))
				.update();
		}
	}

	void setAlert(UUID id, @Nullable Money threshold) {
		this.jdbc.sql("update account set alert_below_minor = :threshold where id = :id")
			.param("threshold", (threshold != null) ? threshold.minor() : null, Types.BIGINT)
			.param("id", id)
			.update();
	}

	void setCreditLimit(UUID id, Money limit) {
		this.jdbc.sql("update account set credit_limit_minor = :limit where id = :id")
			.param("limit", limit.minor())
			.param("id", id)
			.update();
	}

	/**
	 * Locks accounts in the order of their ids, so that no two movements wait in a
	 * circle.
	 */
	List<Account> lock(Collection<UUID> ids) {
		return this.jdbc.sql(COLUMNS + "where id = any(:ids) order by id for no key update")
			.param("ids", ids.toArray(UUID[]::new))
			.query((row, index) -> account(row))
			.list();
	}

	/**
	 * Locks the accounts at those places, in the same order; some may not be there yet.
	 */
	List<Account> lockAt(Collection<Place> places) {
		return this.jdbc.sql(COLUMNS + """
				     join unnest(:partners::uuid[], :owners::uuid[], :kinds::text[], :holders::uuid[], :types::text[])
				          as p (partner, owner, kind, holder, account_type)
				       on partner_id = p.partner and owner_partner_id = p.owner and owner_kind = p.kind
				          and holder_id = p.holder and type = p.account_type
				order by id
				for no key update of account
				""")
			.param("partners", ids(places, (place) -> place.realm().partnerId()))
			.param("owners", ids(places, (place) -> place.realm().ownerPartnerId()))
			.param("kinds", names(places, Place::ownerKind))
			.param("holders", ids(places, Place::holderId))
			.param("types", names(places, Place::type))
			.query((row, index) -> account(row))
			.list();
	}

	private static UUID[] ids(Collection<Place> places, Function<Place, UUID> value) {
		return places.stream().map(value).toArray(UUID[]::new);
	}

	private static String[] names(Collection<Place> places, Function<Place, Enum<?>> value) {
		return places.stream().map((place) -> value.apply(place).name()).toArray(String[]::new);
	}

	private static Account account(ResultSet row) throws SQLException {
		return new Account(row.getObject("id", UUID.class),
				new Realm(row.getObject("partner_id", UUID.class), row.getObject("owner_partner_id", UUID.class)),
				OwnerKind.valueOf(row.getString("owner_kind")), row.getObject("holder_id", UUID.class),
				AccountType.valueOf(row.getString("type")), Money.ofMinor(row.getLong("balance_minor")),
				Money.ofMinor(row.getLong("designated_minor")), Money.ofMinor(row.getLong("credit_limit_minor")),
				row.getBoolean("overdrawable"), alert(row.getObject("alert_below_minor", Long.class)),
				row.getLong("entries"));
	}

	private static @Nullable Money alert(@Nullable Long minor) {
		return (minor != null) ? Money.ofMinor(minor) : null;
	}

}
