package io.partnerhub.coupon.servicetype;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

import io.partnerhub.contracts.DictionaryEvent.ServiceTypeChanged;
import io.partnerhub.platform.event.Subscription;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Knows the vendor's service types. A voucher for one that does not exist could never be
 * used, so it is not issued (VOU-02).
 */
@Component
public class ServiceTypes {

	private final ServiceTypeStore store;

	ServiceTypes(ServiceTypeStore store) {
		this.store = store;
	}

	@Bean
	static Subscription serviceTypeFacts(ServiceTypeStore store) {
		return Subscription.to(ServiceTypeChanged.class, store::save);
	}

	/**
	 * Refuses codes that the dictionary lacks; until the vendor has fed it, any may be
	 * named.
	 */
	public void requireKnown(String pointer, @Nullable Collection<String> codes) {
		if (codes == null || codes.isEmpty()) {
			return;
		}
		Set<String> unknown = unknown(codes);
		if (!unknown.isEmpty()) {
			throw Problem.invalid(pointer, "UNKNOWN_SERVICE_TYPE",
					"There is no such service type: " + String.join(", ", unknown));
		}
	}

	/** Those that the dictionary lacks. */
	public Set<String> unknown(Collection<String> codes) {
		return codes.isEmpty() ? Set.of() : new TreeSet<>(this.store.unknown(Set.copyOf(codes)));
	}

}
