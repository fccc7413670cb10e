package io.partnerhub.customer.relation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.partnerhub.customer.fact.AccountFacts;
import io.partnerhub.customer.fact.Flag;
import io.partnerhub.customer.partner.KnownPartner;
import org.jspecify.annotations.Nullable;

/**
 * What blocks the end of a link whatever becomes of it (DIS-05), and what besides blocks
 * the beginning of the next one (DIS-06, ASC-03). A fact that the vendor has not told
 * neither blocks nor passes (CUS-02).
 */
final class BlockRules {

	private static final List<Flag> END = List.of(Flag.ARREARS, Flag.MASTER_WITH_INDEPENDENT_MEMBERS,
			Flag.RESERVED_INSTANCE, Flag.SUPPORT_PLAN, Flag.SPECIAL_CONTRACT, Flag.ENTERPRISE_MEMBER);

	private static final List<Flag> RESALE = List.of(Flag.DESIGNATED_CONTRACT, Flag.OWED_INVOICE,
			Flag.STORED_VALUE_CARD, Flag.INDEPENDENT_MEMBER, Flag.TOP_UP_BONUS, Flag.CREDIT_ACCOUNT);

	private BlockRules() {
	}

	/** By code in the order shown: whether it blocks, or empty if nobody has told. */
	static Map<String, Optional<Boolean>> of(Intent intent, AccountFacts facts) {
		Map<String, Optional<Boolean>> blocks = new LinkedHashMap<>();
		blocks.put("PARTNER_FROZEN", Optional.of(frozen(intent)));
		KnownPartner next = intent.nextPartner();
		if (next != null) {
			blocks.put("ASSOCIATION_TYPE_NOT_ALLOWED", Optional.of(!next.allowedTypes().contains(intent.nextType())));
		}
		blocks.put("MANUALLY_FROZEN", Optional.of(intent.account().frozen()));
		END.forEach((flag) -> blocks.put(code(flag), facts.is(flag)));
		if (intent.becomesResale()) {
			RESALE.forEach((flag) -> blocks.put(code(flag), facts.is(flag)));
		}
		return blocks;
	}

	/** A frozen partner wins no resale customers and loses none (0.4, INV-09). */
	private static boolean frozen(Intent intent) {
		return intent.involvesResale() && (intent.partner().frozen() || frozen(intent.target()));
	}

	private static boolean frozen(@Nullable KnownPartner partner) {
		return partner != null && partner.frozen();
	}

	/** Two of them have the names of the vendor's own list (ASC-04). */
	private static String code(Flag flag) {
		return switch (flag) {
			case ARREARS -> "IS_DEBT";
			case CREDIT_ACCOUNT -> "IS_CREDIT_ACCOUNT";
			default -> flag.name();
		};
	}

}
