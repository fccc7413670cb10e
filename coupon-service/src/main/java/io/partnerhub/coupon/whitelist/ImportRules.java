package io.partnerhub.coupon.whitelist;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.partnerhub.coupon.whitelist.ImportReport.WrongRow;
import org.jspecify.annotations.Nullable;

/** Which rows of a white-list can be imported (VOU-08). */
final class ImportRules {

	private static final int LONGEST_ACCOUNT = 64;

	private static final int LONGEST_NAME = 128;

	private ImportRules() {
	}

	/** Account names count without regard to case, each once. */
	static ImportReport check(List<WhitelistRow> rows, int reportedRows) {
		List<WhitelistRow> good = new ArrayList<>();
		List<WrongRow> wrong = new ArrayList<>();
		Map<String, Integer> seen = new HashMap<>();
		for (WhitelistRow row : rows) {
			WhitelistRow tidy = new WhitelistRow(row.number(), row.accountName().strip().toLowerCase(Locale.ROOT),
					row.name().strip());
			Integer first = seen.putIfAbsent(tidy.accountName(), tidy.number());
			WrongRow fault = (first != null && !tidy.accountName().isEmpty()) ? new WrongRow(tidy.number(),
					"DUPLICATE_ACCOUNT", "The account stands in row " + first + " already.") : fault(tidy);
			if (fault == null) {
				good.add(tidy);
			}
			else {
				wrong.add(fault);
			}
		}
		return new ImportReport(good, List.copyOf(wrong.subList(0, Math.min(wrong.size(), reportedRows))),
				wrong.size());
	}

	private static @Nullable WrongRow fault(WhitelistRow row) {
		if (row.accountName().isEmpty() || row.accountName().length() > LONGEST_ACCOUNT) {
			return new WrongRow(row.number(), "ACCOUNT_NAME", "An account name has 1 to 64 characters.");
		}
		if (row.name().isEmpty() || row.name().length() > LONGEST_NAME) {
			return new WrongRow(row.number(), "CUSTOMER_NAME", "A customer's name has 1 to 128 characters.");
		}
		if (!storable(row.accountName()) || !storable(row.name())) {
			return new WrongRow(row.number(), "CHARACTERS", "A control character cannot stand in a name.");
		}
		return null;
	}

	private static boolean storable(String text) {
		return text.chars().noneMatch(Character::isISOControl) && text.equals(unpairedReplaced(text));
	}

	/** Half of a surrogate pair comes back from its bytes as a question mark. */
	private static String unpairedReplaced(String text) {
		return new String(text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
				java.nio.charset.StandardCharsets.UTF_8);
	}

}
