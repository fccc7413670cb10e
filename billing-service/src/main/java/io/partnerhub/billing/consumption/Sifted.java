package io.partnerhub.billing.consumption;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import io.partnerhub.billing.consumption.RowProblem.Issue;

/**
 * What is to be done with records: those that are new are posted, all batches in the same
 * order, so that no two wait for one another; those of nobody's customers are left out;
 * what was told before counts once, and contradicts if it is told otherwise.
 */
record Sifted(List<Attributed> fresh, List<Issue> refused, List<Issue> contradicted) {

	static Sifted of(List<Attributed> records, Map<String, Told> earlier) {
		Map<String, Attributed> fresh = new HashMap<>();
		List<Issue> refused = new ArrayList<>();
		List<Issue> contradicted = new ArrayList<>();
		for (Attributed each : records) {
			String reference = each.record().reference();
			Attributed before = fresh.get(reference);
			Told told = (before != null) ? before.told() : earlier.get(reference);
			if (told != null) {
				if (!told.equals(each.told())) {
					contradicted.add(each.contradicted());
				}
			}
			else if (each.holder() == null) {
				refused.add(each.refused());
			}
			else {
				fresh.put(reference, each);
			}
		}
		return new Sifted(inOrder(fresh.values()), refused, contradicted);
	}

	/** By customer, whose records lie together then, and reference. */
	private static List<Attributed> inOrder(Collection<Attributed> fresh) {
		Map<UUID, List<Attributed>> byCustomer = fresh.stream()
			.collect(Collectors.groupingBy((each) -> Objects.requireNonNull(each.customerId()), TreeMap::new,
					Collectors.toList()));
		return byCustomer.values()
			.stream()
			.flatMap((records) -> records.stream().sorted(Comparator.comparing((each) -> each.record().reference())))
			.toList();
	}

}
