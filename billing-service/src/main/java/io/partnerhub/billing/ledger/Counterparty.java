package io.partnerhub.billing.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The other side of a ledger entry, so that a statement says whom the money went to or
 * came from.
 *
 * @param id of the customer or partner, absent for the vendor
 */
public record Counterparty(OwnerKind kind, @Nullable UUID id) {

	/** Names what {@code line}, which carries {@code other}, points to. */
	static final String JOINS = """
			join account other_side on other_side.id = line.other
			left join top_up t on t.id = line.transaction_id
			""";

	static final String COLUMNS = """
			line.*, other_side.owner_kind as other_kind, other_side.holder_id as other_id, t.channel, t.bank_serial_number
			""";

	static Counterparty of(ResultSet row) throws SQLException {
		OwnerKind kind = OwnerKind.valueOf(row.getString("other_kind"));
		return new Counterparty(kind, (kind != OwnerKind.VENDOR) ? row.getObject("other_id", UUID.class) : null);
	}

}
