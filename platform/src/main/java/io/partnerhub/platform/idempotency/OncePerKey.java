package io.partnerhub.platform.idempotency;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

import io.partnerhub.platform.batch.Outcome;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs commands that share a transaction once per key (I-41, X-14), as the filter does
 * for commands with a transaction of their own: what is repeated gets its kept answer,
 * what is new is done and its answer kept beside it.
 */
public final class OncePerKey {

	private static final Map<String, String> HEADERS = Map.of("Content-Type", "application/json");

	private final IdempotencyStore store;

	private final JsonMapper json;

	private final Set<String> running = ConcurrentHashMap.newKeySet();

	public OncePerKey(IdempotencyStore store, JsonMapper json) {
		this.store = store;
		this.json = json;
	}

	/**
	 * Sends a repeat back at once while the first command still waits or runs here; other
	 * instances tell by the lock of its key.
	 */
	public <R> R unlessRunning(CommandKey key, Supplier<R> command) {
		if (!this.running.add(key.id())) {
			throw key.running();
		}
		try {
			return command.get();
		}
		finally {
			this.running.remove(key.id());
		}
	}

	/**
	 * Joins the transaction of the commands.
	 * @param status of every answer that refuses nothing
	 * @param work does those commands that are new: one outcome for each, in their order
	 */
	public <C, R> List<Outcome<ResponseEntity<byte[]>>> run(List<Keyed<C>> commands, HttpStatus status,
			Function<List<C>, List<Outcome<R>>> work) {
		List<CommandKey> keys = commands.stream().map(Keyed::key).toList();
		Set<String> mine = this.store.lockAll(keys);
		Map<String, KeptAnswer> kept = this.store.findAll(keys);
		Map<CommandKey, Outcome<ResponseEntity<byte[]>>> outcomes = new HashMap<>();
		List<Keyed<C>> fresh = new ArrayList<>();
		for (Keyed<C> each : commands) {
			KeptAnswer answer = kept.get(each.key().id());
			if (answer != null) {
				outcomes.put(each.key(), Outcome.decided(() -> answer.checkedFor(each.key()).entity(true)));
			}
			else if (mine.remove(each.key().id())) {
				fresh.add(each);
			}
			else {
				outcomes.put(each.key(), Outcome.refused(each.key().running()));
			}
		}
		outcomes.putAll(done(fresh, status, work));
		return commands.stream().map((each) -> Objects.requireNonNull(outcomes.get(each.key()))).toList();
	}

	private <C, R> Map<CommandKey, Outcome<ResponseEntity<byte[]>>> done(List<Keyed<C>> fresh, HttpStatus status,
			Function<List<C>, List<Outcome<R>>> work) {
		Map<CommandKey, Outcome<ResponseEntity<byte[]>>> outcomes = new HashMap<>();
		if (fresh.isEmpty()) {
			return outcomes;
		}
		List<Outcome<R>> results = work.apply(fresh.stream().map(Keyed::command).toList());
		Map<CommandKey, KeptAnswer> answers = new LinkedHashMap<>();
		for (int index = 0; index < fresh.size(); index++) {
			CommandKey key = fresh.get(index).key();
			Outcome<KeptAnswer> outcome = results.get(index).map((result) -> answer(key, status, result));
			if (!outcome.isRefused()) {
				answers.put(key, outcome.get());
			}
			outcomes.put(key, outcome.map((answer) -> answer.entity(false)));
		}
		this.store.saveAll(answers);
		return outcomes;
	}

	private KeptAnswer answer(CommandKey key, HttpStatus status, Object result) {
		return new KeptAnswer(key.fingerprint(), status.value(), HEADERS, this.json.writeValueAsBytes(result));
	}

}
