package io.partnerhub.coupon.coupon;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.CouponType;
import io.partnerhub.coupon.customer.EndedLink;
import io.partnerhub.coupon.record.OperationType;

/**
 * Which coupons end by themselves, and as what (REC-06, REC-07). Their remaining validity
 * does not matter, nor whether they can be used already; what has expired ends by its
 * expiry alone (I-08).
 *
 * @param unusedOnly leaves alone what has paid an order
 * @param condition SQL over the live coupon {@code c}
 */
public record Ending(OperationType operation, boolean unusedOnly, String condition, Map<String, Object> parameters) {

	private static final String OF_NO_ENDING_LINK = """
			 and not exists (
			             select
			             from ended_link e
			             where e.customer_id = c.customer_id and e.partner_id = c.partner_id
			               and e.owner_partner_id = c.owner_partner_id and e.epoch >= c.epoch
			               and (c.epoch > 0 or c.created_at <= e.ended_at) and e.state = 'ENDING')
			""";

	private static final String IN_ORDER = " and c.expires_at > :now and c.id > :after order by c.id";

	/**
	 * What the partner of the link gave the customer before it ended, vouchers and cash
	 * coupons alike (CSH-13).
	 */
	static Ending of(EndedLink link, Instant now) {
		OperationType operation = switch (link.cause()) {
			case DISASSOCIATED -> OperationType.RECLAIM_ON_UNBIND;
			case SWITCHED -> OperationType.RECLAIM_ON_SWITCH;
			case TRANSFERRED -> OperationType.RECLAIM_ON_TRANSFER;
		};
		return new Ending(operation, false, """
				c.customer_id = :customer and c.partner_id = :partner and c.owner_partner_id = :owner
				and c.epoch <= :epoch and (c.epoch > 0 or c.created_at <= :endedAt)
				""" + IN_ORDER,
				Map.of("customer", link.customerId(), "partner", link.partnerId(), "owner", link.ownerPartnerId(),
						"epoch", link.epoch(), "endedAt", Timestamp.from(link.endedAt()), "now", Timestamp.from(now)));
	}

	/**
	 * What a customer has of one type, whoever gave it; but for what a link that is over
	 * still has to take back, as what that end is (REC-06).
	 */
	public static Ending ofCustomer(OperationType operation, UUID customerId, CouponType type, boolean unusedOnly,
			Instant now) {
		return new Ending(operation, unusedOnly,
				"c.customer_id = :customer and c.type = :type and (not :unused or c.used_minor = 0)" + OF_NO_ENDING_LINK
						+ IN_ORDER,
				Map.of("customer", customerId, "type", type.name(), "unused", unusedOnly, "now", Timestamp.from(now)));
	}

	/**
	 * The vouchers that a member of an enterprise had when he left it (REC-08), with the
	 * same exception.
	 */
	static Ending ofMember(UUID member, Instant leftAt, Instant now) {
		return new Ending(OperationType.RECLAIM_ON_UNBIND, false,
				"c.customer_id = :customer and c.type = 'VOUCHER' and c.created_at <= :leftAt" + OF_NO_ENDING_LINK
						+ IN_ORDER,
				Map.of("customer", member, "leftAt", Timestamp.from(leftAt), "now", Timestamp.from(now)));
	}

	/** What is past its validity; both values of the flag name the whole index. */
	static Ending expired(Instant now) {
		return new Ending(OperationType.RECLAIM_ON_EXPIRY, false,
				"c.expiring_told in (true, false) and c.expires_at <= :now", Map.of("now", Timestamp.from(now)));
	}

}
