package io.partnerhub.acceptance;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

import com.huaweicloud.sdk.bss.v2.BssClient;
import com.huaweicloud.sdk.core.HttpListener;
import com.huaweicloud.sdk.core.auth.GlobalCredentials;
import com.huaweicloud.sdk.core.exception.ServiceResponseException;
import com.huaweicloud.sdk.core.http.HttpConfig;
import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** The vendor's SDK as it is, with an access key of the hub, and what it received. */
final class VendorSdk {

	private final BssClient client;

	private final List<String> bodies = new CopyOnWriteArrayList<>();

	VendorSdk(RunningHub hub, String accessKey, String secretKey) {
		HttpConfig http = HttpConfig.getDefaultHttpConfig()
			.addHttpListener(HttpListener.forResponseListener((answer) -> this.bodies.add(answer.body().orElse(""))));
		this.client = BssClient.newBuilder()
			.withHttpConfig(http)
			.withCredential(new GlobalCredentials().withAk(accessKey).withSk(secretKey))
			.withEndpoint(hub.url())
			.build();
	}

	/** With a key that {@code ./hub env} prints. */
	static VendorSdk of(RunningHub hub, String who) {
		return new VendorSdk(hub, hub.env(who + "_AK"), hub.env(who + "_SK"));
	}

	BssClient calls() {
		return this.client;
	}

	/** The text of the last answer. */
	String answer() {
		return this.bodies.getLast();
	}

	/**
	 * What a call brings, repeated as soon as the limit of calls per second lets it
	 * through.
	 */
	<T> T ask(Function<BssClient, T> call) {
		return Awaitility.await()
			.ignoreExceptionsMatching(VendorSdk::isTooFast)
			.until(() -> call.apply(this.client), (answer) -> true);
	}

	/**
	 * The status and code of a call that must be refused, though not for being too fast.
	 */
	String refused(Consumer<BssClient> call) {
		ServiceResponseException refusal = catchThrowableOfType(ServiceResponseException.class, () -> ask((client) -> {
			call.accept(client);
			return true;
		}));
		return (refusal != null) ? refusal.getHttpStatusCode() + " " + refusal.getErrorCode() : "not refused";
	}

	private static boolean isTooFast(Throwable failure) {
		return failure instanceof ServiceResponseException refusal && refusal.getHttpStatusCode() == 429;
	}

}
