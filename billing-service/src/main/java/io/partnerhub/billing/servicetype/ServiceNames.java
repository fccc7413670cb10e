package io.partnerhub.billing.servicetype;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

import io.partnerhub.contracts.DictionaryEvent.ServiceTypeChanged;
import io.partnerhub.platform.event.Subscription;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Says what service types are called, in the language that an integrator asks for by
 * X-Language: English for en_US, else Chinese.
 */
@Component
public class ServiceNames {

	private static final String ENGLISH = "en_US";

	private final ServiceNameStore store;

	ServiceNames(ServiceNameStore store) {
		this.store = store;
	}

	@Bean
	static Subscription serviceNameFacts(ServiceNameStore store) {
		return Subscription.to(ServiceTypeChanged.class, store::save);
	}

	/** By their codes; one that the vendor never named has none. */
	public Map<String, String> of(Collection<String> codes, @Nullable String language) {
		return codes.isEmpty() ? Map.of() : this.store.find(Set.copyOf(codes), ENGLISH.equalsIgnoreCase(language));
	}

}
