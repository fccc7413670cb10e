package io.partnerhub.customer.fact;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.partnerhub.customer.listing.Listings;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.job.Job;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what the vendor's feed tells about accounts and answers for the checks (CUS-02).
 */
@Service
public class Facts {

	private final FactStore store;

	private final Listings listings;

	private final Outbox outbox;

	private final FactSettings settings;

	Facts(FactStore store, Listings listings, Outbox outbox, FactSettings settings) {
		this.store = store;
		this.listings = listings;
		this.outbox = outbox;
		this.settings = settings;
	}

	/**
	 * Takes news in; accounts are written in one order, so that two feeds never wait for
	 * each other. Answers which of them were too old to matter.
	 */
	@Transactional
	List<String> learn(Caller caller, List<AccountFacts> news) {
		caller.require(Caller.Kind.VENDOR);
		this.store.lock(news.stream().map(AccountFacts::accountName).toList());
		Map<Boolean, List<String>> accounts = news.stream()
			.sorted(Comparator.comparing(AccountFacts::accountName))
			.collect(Collectors.partitioningBy(this.store::merge,
					Collectors.mapping(AccountFacts::accountName, Collectors.toList())));
		this.listings.refresh(accounts.getOrDefault(true, List.of()));
		this.store.announceNews(accounts.getOrDefault(true, List.of())).forEach(this.outbox::announce);
		return accounts.getOrDefault(false, List.of());
	}

	/**
	 * Announces the accounts known since before accounts were announced, some at a time.
	 */
	@Bean
	static Job announcingAccounts(Facts facts, FactSettings settings) {
		return new Job("announce-accounts", settings.announceEvery(), facts::announceSome);
	}

	@Transactional
	void announceSome() {
		this.store.announceForgotten(this.settings.accountsPerRun()).forEach(this.outbox::announce);
	}

	/** Everything known about an account; possibly nothing. */
	@Transactional(readOnly = true)
	public AccountFacts of(String accountName) {
		return this.store.find(accountName).orElseGet(() -> AccountFacts.unknown(accountName.toLowerCase(Locale.ROOT)));
	}

	/** What is known about several accounts, by name in lower case. */
	@Transactional(readOnly = true)
	public Map<String, AccountFacts> of(List<String> accountNames) {
		return this.store.findAll(accountNames.stream().map((name) -> name.toLowerCase(Locale.ROOT)).toList())
			.stream()
			.collect(Collectors.toMap(AccountFacts::accountName, Function.identity()));
	}

	/**
	 * Accounts at the vendor that a prospect may have already, by login name, e-mail or
	 * mobile number in their one spelling; at most 20.
	 */
	@Transactional(readOnly = true)
	public List<AccountFacts> matching(@Nullable String accountName, @Nullable String email, @Nullable String mobile) {
		return this.store.match(accountName, email, mobile);
	}

}
