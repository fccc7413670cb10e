package io.partnerhub.billing.orderfeed;

import java.time.Clock;
import java.time.Duration;

import io.partnerhub.platform.problem.Problem;
import org.springframework.stereotype.Component;

/** Reads an order as reported, and refuses what makes no sense. */
@Component
class NewsReader {

	/** The vendor's clock and ours. */
	private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

	private final FeedSettings settings;

	private final Clock clock;

	NewsReader(FeedSettings settings, Clock clock) {
		this.settings = settings;
		this.clock = clock;
	}

	OrderNews read(VendorOrder order, String pointer) {
		OrderNews news = order.news(this.settings);
		FeedRules.Fault fault = FeedRules.fault(news, this.clock.instant().plus(CLOCKS_DIFFER));
		if (fault != null) {
			throw Problem.invalid(pointer + "/" + fault.field(), "WRONG_VALUE", fault.detail());
		}
		return news;
	}

}
